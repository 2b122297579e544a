import { describe, expect, it } from 'vitest'
import { findError, readErrorFacts } from './error-facts.ts'

describe('findError', () => {
  it.each([
    [{ error: { message: 'x' } }, { message: 'x' }],
    [{ error: 'x' }, 'x'],
    [{ type: 'error', error: { message: 'x' } }, { message: 'x' }],
    [
      { type: 'error', message: 'x' },
      { type: 'error', message: 'x' },
    ],
    [
      { object: 'error', message: 'x' },
      { object: 'error', message: 'x' },
    ],
    [{ error: null }, null],
    [{ error: '' }, null],
    [{ error: false, choices: [] }, null],
    [{ object: 'chat.completion.chunk' }, null],
    [[{ error: 'x' }], null],
    ['error', null],
    [null, null],
  ])('finds in %o what is one', (body, error) => {
    expect(findError(body)).toEqual(error)
  })
})

describe('readErrorFacts', () => {
  it('reads every field that there is', () => {
    expect(readErrorFacts(400, { error: { message: 'm', type: 't', param: 'p', code: 'c' } })).toEqual({
      status: 400,
      code: 'c',
      type: 't',
      param: 'p',
      message: 'm',
    })
  })

  it.each([
    [{ error: { code: 429 } }, 429, '429'],
    [{ error: { code: '429' } }, 429, '429'],
    [{ error: { code: 'x', status_code: 503 } }, 503, 'x'],
    [{ error: { code: 7 } }, null, '7'],
    [{ error: { code: 'x' } }, null, 'x'],
    [{ error: {} }, null, null],
  ])('reads the status of %o where HTTP has none', (body, status, code) => {
    expect(readErrorFacts(null, body)).toMatchObject({ status, code })
  })

  it('names whose words a gateway passes on', () => {
    const metadata = { raw: '{"error":{"message":"Slow down"}}', provider_name: 'Groq' }
    expect(readErrorFacts(429, { error: { code: 429, message: 'Provider returned error', metadata } })).toMatchObject({
      message: 'Slow down',
      speaker: 'Groq',
    })
    expect(readErrorFacts(400, { error: { message: 'own', metadata: { provider_name: 'Groq' } } })).not.toHaveProperty('speaker')
  })

  it('believes HTTP’s status before the body’s', () => {
    expect(readErrorFacts(502, { error: { code: 429 } }).status).toBe(502)
  })

  it.each([
    [{ error: { message: 'No. Received Model Group=a model not found\nAvailable Model Group Fallbacks=None' } }, 'No'],
    [{ error: 'plain ' }, 'plain'],
    [{ detail: 'Not Found' }, 'Not Found'],
    [{ error: { description: 'No such thing' } }, 'No such thing'],
    [{ detail: [{ loc: ['body', 'model'], msg: 'field required' }, { msg: 'too short' }, 7] }, 'body.model: field required; too short'],
    [{ message: 'bare' }, 'bare'],
    [{ error: { metadata: { raw: '{"error":{"message":"deep"}}' } } }, 'deep'],
    [{ error: { metadata: { raw: 'not JSON' } } }, 'not JSON'],
    [{ error: { message: 'Provider returned error', metadata: { raw: '{"error":{"message":"deep"}}' } } }, 'deep'],
    [{ error: { message: 'Provider returned error', metadata: { raw: { error: 'an object' } } } }, 'an object'],
    [{ error: { message: 'Provider returned error', metadata: { raw: '{"detail":"Too long"}' } } }, 'Too long'],
    [{ error: { message: 'Provider returned error', metadata: { raw: '{"odd":1}' } } }, '{"odd":1}'],
    [{ error: { message: 'Provider returned error', metadata: { raw: null } } }, 'Provider returned error'],
    [{ error: { message: 'Rate limited upstream', metadata: { raw: 'Slow down' } } }, 'Rate limited upstream: Slow down'],
    [{ error: { message: 'Slow down', metadata: { raw: 'Slow down, please' } } }, 'Slow down, please'],
    [{ error: { message: 7 } }, ''],
    [{}, ''],
  ])('reads the words of %o', (body, message) => {
    expect(readErrorFacts(400, body).message).toBe(message)
  })
})

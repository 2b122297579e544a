import { describe, expect, it } from 'vitest'
import { openAiResponses } from './index.ts'
import { errorOfEvent, errorOfResponse } from './failure.ts'

describe('ES2 errors inside an answer', () => {
  it('are said by the outer words where there are both, and completed by the inner ones', () => {
    const event = {
      type: 'error',
      code: 'c_top',
      message: 'top',
      param: null,
      error: { type: 't', code: 'c_nested', message: 'nested', param: 'input' },
    }
    expect(errorOfEvent(event, {})).toMatchObject({
      message: expect.stringContaining('“top”'),
      meta: { provider_code: 'c_top', provider_type: 't', provider_message: 'top' },
    })
  })

  it('are read as a text, and where they say nothing', () => {
    expect(errorOfEvent({ error: 'plain' }, {}).message).toContain('“plain”')
    expect(errorOfEvent({ type: 'error' }, {}).code).toBe('provider_error')
    expect(errorOfResponse({ error: 'plain' }, {}).message).toContain('“plain”')
  })

  it('are of our kinds', () => {
    expect(errorOfResponse({ error: { code: 'rate_limit_exceeded', message: 'x' } }, {})).toMatchObject({ code: 'provider_rate_limited' })
    expect(errorOfEvent({ error: { code: 'context_length_exceeded', message: 'x' } }, {})).toMatchObject({
      code: 'context_length_exceeded',
    })
  })
})

describe('ES2 answers that failed', () => {
  it.each([
    [400, { error: { message: 'too long', code: 'context_length_exceeded' } }, { code: 'context_length_exceeded' }],
    [
      422,
      { error: { message: 'context_length_exceeded: too long', code: 'context_length_exceeded' } },
      { code: 'context_length_exceeded' },
    ],
    [
      422,
      { detail: [{ loc: ['body', 'model'], msg: 'field required' }] },
      { message: expect.stringContaining('body.model: field required') },
    ],
    [429, { error: { message: 'slow', code: 'rate_limit_exceeded' } }, { code: 'provider_rate_limited' }],
    [
      404,
      { error: { message: 'Previous response with id resp_1 not found.', code: 'previous_response_not_found' } },
      { meta: { provider_code: 'previous_response_not_found' } },
    ],
  ])('%i is told by code and words', (status, body, expected) => {
    const { error } = openAiResponses.readFailure({ status, headers: {}, body: JSON.stringify(body) })
    expect(error).toMatchObject(expected)
  })
})

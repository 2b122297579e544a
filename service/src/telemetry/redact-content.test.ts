import { describe, expect, it } from 'vitest'
import { recordedMessages, redactText } from './redact-content.ts'

describe('redactText', () => {
  it.each([
    'sk-proj-abcdefghijklmnop1234',
    'sk-ant-api03-abcdefghijklmnop',
    'ghp_abcdefghijklmnopqrst',
    'AKIAIOSFODNN7EXAMPLE',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.abcdefgh',
    'Bearer abcdefghijklmnop',
    '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----',
    '-----BEGIN PRIVATE KEY-----\nMIIE and then nothing',
  ])('takes out %s', (secret) => {
    const text = redactText(`before ${secret} after`)
    expect(text).toContain('__REDACTED__')
    expect(text).not.toContain(secret.slice(0, 20))
    expect(text.startsWith('before ')).toBe(true)
  })

  it('leaves ordinary text alone', () => {
    const text = 'The task-force asked about skills, sk-ating and a bearer of news.'
    expect(redactText(text)).toBe(text)
  })

  it('cuts after 8 kB and through no character', () => {
    const text = redactText('x'.repeat(8191) + '😀'.repeat(10))
    expect(text).toBe(`${'x'.repeat(8191)}…`)
    expect(text.isWellFormed()).toBe(true)
  })
})

describe('recordedMessages', () => {
  it('is JSON of roles and parts, with media named and not recorded', () => {
    const recorded: unknown = JSON.parse(
      recordedMessages([
        {
          role: 'user',
          content: [
            { type: 'text', text: 'look' },
            { type: 'image_url', imageUrl: { url: 'data:image/png;base64,AAAA' } },
          ],
        },
        { role: 'assistant', content: null, toolCalls: [{ id: 'c1', type: 'function', function: { name: 'f', arguments: '{"a":1}' } }] },
      ]),
    )
    expect(recorded).toEqual([
      { role: 'user', parts: [{ type: 'text', content: 'look' }, { type: 'image_url' }] },
      { role: 'assistant', parts: [{ type: 'tool_call', id: 'c1', name: 'f', arguments: '{"a":1}' }] },
    ])
  })

  it('stays JSON where a message is cut', () => {
    expect(() => JSON.parse(recordedMessages([{ role: 'user', content: '"'.repeat(20_000) }]))).not.toThrow()
  })
})

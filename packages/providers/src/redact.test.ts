import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRedactor } from './redact.ts'

const KEY = 'my-own/key+with=signs "and" quotes'
const redactor = createRedactor(KEY)

describe('createRedactor', () => {
  it('takes the call’s own key out, however it is spelled', () => {
    const spelled = [KEY, encodeURIComponent(KEY), JSON.stringify(KEY)].join(' | ')
    expect(redactor.text(spelled)).toBe('*** | *** | "***"')
    expect(redactor.ownKey(spelled)).toBe('*** | *** | "***"')
  })

  it.each([
    ['Incorrect API key provided: sk-proj-abc123def456.', 'Incorrect API key provided: ***.'],
    ['Incorrect API key provided: sk-proj-********wxyz1.', 'Incorrect API key provided: ***.'],
    ['Authorization: Bearer abc.def-ghi_jkl1', 'Authorization: ***'],
    ['got bearer AAAABBBBCCCC', 'got bearer ***'],
    ['{"x-api-key":"0123456789"}', '{"x-api-key":"***"}'],
    [String.raw`{"raw":"{\"api-key\": \"c0ffee11\"}"}`, String.raw`{"raw":"{\"api-key\": \"***\"}"}`],
    ['x-api-key = 0123456789 and more', 'x-api-key = *** and more'],
    ['gsk-12345678 and xai-12345678', '*** and ***'],
    ['gsk_abcDEF1234567890xyz, hf_abcdefghij1234567890', '***, ***'],
    ['key AIzaSyA1234567890abcdefghij_k of google', 'key *** of google'],
    ['AKIAIOSFODNN7EXAMPLE signed it', '*** signed it'],
    ['ghp_abcdefghijklmnop1234 pushed', '*** pushed'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl is a token', '*** is a token'],
    ['POST https://user:pa55@gateway.example/v1 failed', 'POST https://***@gateway.example/v1 failed'],
    ['GET https://g.example/v1?alt=sse&key=abcd1234efgh', 'GET https://g.example/v1?alt=sse&key=***'],
    ['client_secret=abc123def and access_token: tok-1234', 'client_secret=*** and access_token: ***'],
    ['Cookie: session=a1b2c3d4', 'Cookie: ***'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIEow==\n-----END RSA PRIVATE KEY-----', '***'],
  ])('takes out what looks like a credential: %s', (text, redacted) => {
    expect(redactor.text(text)).toBe(redacted)
  })

  it.each([
    'The task-force of risk-averse people',
    'ask-me-anything',
    'Bearer of bad news',
    'basic questions',
    'bearer certificates',
    'authorization: required',
    'A sk-8 board',
    'The task_force of 2024_participants_and_more',
    'max_tokens: 4096 and top_p=1',
    'Invalid token: 128256',
    'x-ratelimit-remaining-tokens: 149984',
    'write to ann@example.org',
    'https://example.org/a@b',
    'the secret of 3 friends',
  ])('leaves plain words alone: %s', (text) => {
    expect(redactor.text(text)).toBe(text)
  })

  it('shows credential headers as three stars and the others as they are, but for the key', () => {
    const headers = {
      Authorization: 'Bearer x',
      'X-Api-Key': 'y',
      'Set-Cookie': 'z',
      'x-echo': `a ${KEY} b`,
      accept: 'sk-not-a-key-but-shaped-so',
    }
    expect(redactor.headers(headers)).toEqual({
      authorization: '***',
      'x-api-key': '***',
      'set-cookie': '***',
      'x-echo': 'a *** b',
      accept: 'sk-not-a-key-but-shaped-so',
    })
  })

  it('takes anybody’s credentials out of the headers of an answer', () => {
    const headers = { 'X-Debug': 'sent Bearer abc.def-ghi_jkl1', 'x-upstream-api-key': 'plain', 'x-ratelimit-remaining-tokens': '149984' }
    expect(redactor.replyHeaders(headers)).toEqual({
      'x-debug': 'sent Bearer ***',
      'x-upstream-api-key': '***',
      'x-ratelimit-remaining-tokens': '149984',
    })
  })

  it('gives an answer back as it is, and a copy without the key where the key is in it', () => {
    const answer = { type: 'part-end', part: { text: 'Hello', list: [1, null, { deep: 'sk-not-ours-12345' }] } }
    expect(redactor.answer(answer)).toBe(answer)
    const echoed = { part: { text: `It is ${KEY}`, list: [KEY, 1, null], [KEY]: true } }
    expect(redactor.answer(echoed)).toEqual({ part: { text: 'It is ***', list: ['***', 1, null], '***': true } })
  })

  it('goes through JSON, keys included, and keeps its form', () => {
    const value: unknown = JSON.parse(
      `{"a":[1,null,true,"Bearer 123456789"],"__proto__":{"authorization":"plain"},"n":{"deep":"sk-abcdefgh1"}}`,
    )
    expect(JSON.stringify(redactor.json(value))).toBe(
      '{"a":[1,null,true,"Bearer ***"],"__proto__":{"authorization":"***"},"n":{"deep":"***"}}',
    )
  })

  it('cuts off what is nested beyond all reason', () => {
    const deep: unknown = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000))
    const text = JSON.stringify(redactor.json(deep))
    expect(text).toContain('…')
    expect(text.length).toBeLessThan(200)
  })

  it('leaves everything as it is where there is no key, or one too short to be one', () => {
    expect(createRedactor(null).ownKey('any text')).toBe('any text')
    expect(createRedactor('a').text('a banana')).toBe('a banana')
  })

  it('lets no key through, whatever stands around it', () => {
    const key = fc.string({ minLength: 8, maxLength: 40 }).filter((text) => text.trim().length >= 8 && !text.includes('*'))
    fc.assert(
      fc.property(key, fc.string(), fc.string(), (secret, before, after) => {
        expect(createRedactor(secret).text(before + secret + after)).not.toContain(secret)
      }),
    )
  })

  it('takes time in proportion to the text', () => {
    for (const text of ['sk-'.repeat(50_000), 'Bearer '.repeat(20_000), 'x-api-key:'.repeat(20_000), 'a'.repeat(200_000)]) {
      const startMs = performance.now()
      redactor.text(text)
      expect(performance.now() - startMs).toBeLessThan(1_000)
    }
  })
})

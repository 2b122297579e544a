import { describe, expect, it } from 'vitest'
import { jsonFault } from './json-fault.ts'
import { negotiateAnswer } from './negotiate.ts'
import { parseBody } from './parse-body.ts'
import { readBody } from './read-body.ts'

const post = (body: RequestInit['body'], headers: Record<string, string> = {}): Request =>
  new Request('http://127.0.0.1/', { method: 'POST', body: body ?? null, headers: { 'content-type': 'application/json', ...headers } })
const codeOf = (reading: { ok: boolean; error?: { code: string } }): string => (reading.ok ? 'ok' : (reading.error?.code ?? ''))

describe('negotiateAnswer', () => {
  it.each([
    [null, 'json'],
    ['', 'json'],
    ['*/*', 'json'],
    ['application/json', 'json'],
    ['Application/JSON; charset=utf-8', 'json'],
    ['application/*', 'json'],
    ['text/event-stream', 'stream'],
    ['text/event-stream, */*;q=0.1', 'stream'],
    ['application/json;q=0.5, text/event-stream', 'stream'],
    ['application/json, text/event-stream', 'json'],
    ['text/html, */*;q=0.8', 'json'],
    ['text/event-stream;q=0, application/json', 'json'],
  ])('reads %s as %s', (accept, form) => {
    expect(negotiateAnswer(accept)).toEqual({ ok: true, form })
  })

  it.each(['text/html', 'application/xml', 'application/json;q=0', 'constructor', ','])('refuses %s', (accept) => {
    expect(codeOf(negotiateAnswer(accept))).toBe('not_acceptable')
  })
})

describe('readBody', () => {
  it('reads UTF-8', async () => {
    expect(await readBody(post('{"ä":"→"}'), 100)).toEqual({ ok: true, text: '{"ä":"→"}' })
  })

  it.each([
    'application/json',
    'application/json;charset=UTF-8',
    'application/json; charset="utf-8"',
    'application/vnd.api+json',
    'APPLICATION/JSON',
  ])('takes %s', async (type) => {
    expect(codeOf(await readBody(post('{}', { 'content-type': type }), 100))).toBe('ok')
  })

  it.each(['text/plain', 'application/json; charset=latin1', 'multipart/form-data', 'application/jsonp', 'x'])(
    'refuses %s',
    async (type) => {
      expect(codeOf(await readBody(post('{}', { 'content-type': type }), 100))).toBe('unsupported_media_type')
    },
  )

  it('refuses a compressed body', async () => {
    expect(codeOf(await readBody(post('{}', { 'content-encoding': 'gzip' }), 100))).toBe('unsupported_media_type')
  })

  it('takes what is as long as the limit and nothing longer', async () => {
    expect(codeOf(await readBody(post('x'.repeat(100)), 100))).toBe('ok')
    expect(await readBody(post('x'.repeat(101)), 100)).toMatchObject({ error: { code: 'body_too_large', meta: { limit_bytes: 100 } } })
    expect(codeOf(await readBody(post('ä'.repeat(51)), 100))).toBe('body_too_large')
  })

  it('believes a sender that its body is too long', async () => {
    expect(codeOf(await readBody(post('{}', { 'content-length': '1000000' }), 100))).toBe('body_too_large')
  })

  it('stops reading at the limit where no length is given', async () => {
    let pulled = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled++
        controller.enqueue(new Uint8Array(64))
      },
    })
    const request = new Request('http://127.0.0.1/', {
      method: 'POST',
      body: endless,
      duplex: 'half',
      headers: { 'content-type': 'application/json' },
    })
    expect(codeOf(await readBody(request, 1000))).toBe('body_too_large')
    expect(pulled).toBeLessThan(25)
  })

  it('refuses bytes that are not UTF-8', async () => {
    expect(await readBody(post(new Uint8Array([0x22, 0xff, 0x22])), 100)).toMatchObject({
      error: { code: 'invalid_request', message: expect.stringContaining('UTF-8') },
    })
  })
})

describe('parseBody', () => {
  it('keeps a key named __proto__ a key', () => {
    const parsed = parseBody('{"__proto__":{"admin":true}}')
    expect(parsed.ok && Object.keys(parsed.value as object)).toEqual(['__proto__'])
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
  })

  it('lets the last of equal keys count', () => {
    expect(parseBody('{"a":1,"a":2}')).toEqual({ ok: true, value: { a: 2 } })
  })

  it.each(['', '  \n'])('says that a body is empty: %j', (text) => {
    expect(parseBody(text)).toMatchObject({ error: { code: 'invalid_request', message: expect.stringContaining('empty') } })
  })

  it.each<[string, number, number]>([
    ['{"a": x}', 1, 7],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
    ['{"a": 1', 1, 8],
    ['{"a": "b', 1, 7],
    ['[1, 2,]', 1, 7],
    ['{"a": 1,}', 1, 9],
    ['{a: 1}', 1, 2],
    ["{'a': 1}", 1, 2],
    ['{"a" 1}', 1, 6],
    ['{"a": 01}', 1, 8],
    ['{"a": "\n"}', 1, 7],
    ['{} {}', 1, 4],
    ['nul', 1, 1],
    ['{"a": NaN}', 1, 7],
  ])('tells where %j goes wrong', (text, line, column) => {
    expect(parseBody(text)).toMatchObject({ error: { code: 'invalid_request', meta: { line, column } } })
  })

  it('finds no fault in what is JSON', () => {
    for (const text of ['{"a":[1,-2.5e3,true,null,"\\u00e4\\n"],"b":{}}', '[]', ' "x" ', '0', '[[],[{}]]']) {
      expect(jsonFault(text)).toBe(text.length)
    }
  })

  it('reads a hundred thousand levels', () => {
    expect(parseBody(`${'['.repeat(100_000)}${']'.repeat(100_000)}`).ok).toBe(true)
    expect(jsonFault('['.repeat(100_000))).toBe(100_000)
  })
})

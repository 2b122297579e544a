import { describe, expect, it } from 'vitest'
import { json } from './fake-service.ts'
import { failureOfResponse, jsonOf } from './reply-failure.ts'

describe('failureOfResponse', () => {
  it.each([
    [{ 'retry-after': '7' }, {}, 7000],
    [{ 'retry-after': '0' }, {}, 0],
    [{}, { retry_after_ms: 1500 }, 1500],
    [{ 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }, { retry_after_ms: 10 }, 10],
    [{ 'retry-after': '-3' }, { retry_after_ms: '5' }, undefined],
  ])('reads how long to wait from %j and %j', async (headers, meta, expected) => {
    const failure = await failureOfResponse(json({ detail: { code: 'rate_limited', message: 'm', meta } }, 429, headers))
    expect(failure.retryAfterMs).toBe(expected)
  })

  it('takes a text from others, and a code that it does not know', async () => {
    expect(await failureOfResponse(json({ detail: 'Not here.' }, 404))).toEqual({ code: 'internal', message: 'Not here.', status: 404 })
    expect(await failureOfResponse(json({ detail: { code: 'new_code', message: 'New.' } }, 418))).toMatchObject({
      code: 'internal',
      meta: { code: 'new_code' },
      status: 418,
    })
  })

  it('shows the beginning of a page that is not ours', async () => {
    const page = new Response(`<h1>Gateway</h1>${'x'.repeat(1000)}`, {
      status: 502,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    })
    const failure = await failureOfResponse(page)
    expect(failure).toMatchObject({ code: 'bad_reply', status: 502 })
    expect(failure.message).toContain('502 (text/html)')
    expect(String(failure.meta?.['excerpt'])).toHaveLength(200)
  })

  it('says something also where the body breaks off', async () => {
    const body = new ReadableStream({ start: (controller) => controller.error(new TypeError('cut')) })
    expect(await failureOfResponse(new Response(body, { status: 500 }))).toMatchObject({ code: 'bad_reply', status: 500 })
  })
})

describe('jsonOf', () => {
  it('is undefined for what is not JSON, and never throws', () => {
    expect(jsonOf('{"a":1}')).toEqual({ a: 1 })
    expect(jsonOf('null')).toBeNull()
    for (const text of ['', '{', '<html>', 'undefined']) expect(jsonOf(text)).toBeUndefined()
  })
})

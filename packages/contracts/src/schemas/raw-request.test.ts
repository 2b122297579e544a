import { describe, expect, it } from 'vitest'
import { readRawRequest } from './raw-request.ts'

const body = { model: 'gpt-4o-mini', messages: [] }
const issuesOf = (given: unknown) => {
  const read = readRawRequest(given)
  return read.ok ? [] : read.issues
}

describe('readRawRequest', () => {
  it('hands the body on as it is', () => {
    const read = readRawRequest({ model: 'openai/gpt-4o-mini', api: 'responses', body })
    expect(read).toEqual({ ok: true, request: { model: 'openai/gpt-4o-mini', api: 'responses', body } })
    expect(read.ok && read.request.body).toBe(body)
  })

  it.each([undefined, null, 'auto'])('takes the api %j for auto', (api) => {
    expect(readRawRequest({ model: 'm', api, body })).toMatchObject({ ok: true, request: { api: 'auto' } })
  })

  it.each([
    [{ body }, 'model', /missing/],
    [{ model: '', body }, 'model', /empty/],
    [{ model: 'm' }, 'body', /missing/],
    [{ model: 'm', body: null }, 'body', /missing/],
    [{ model: 'm', body: [] }, 'body', /object/],
    [{ model: 'm', body: '{}' }, 'body', /object/],
    [{ model: 'm', api: 'completions', body }, 'api', /auto, chat, responses, messages/],
    [{ model: 'm', body, base_url: 'https://x' }, 'base_url', /unknown field/],
    [{ model: 'm', body, api_key: 'k' }, 'api_key', /unknown field/],
    [[], '', /object/],
  ])('refuses %j at %j', (given, path, message) => {
    expect(issuesOf(given)).toEqual([{ path, message: expect.stringMatching(message) }])
  })

  it('finds every fault at once', () => {
    expect(issuesOf({ model: 1, api: 'x', body: 2 }).map(({ path }) => path)).toEqual(['model', 'api', 'body'])
  })
})

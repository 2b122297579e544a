import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askDocument } from './ask-document.ts'

const KEY = 'sk-test-0123456789'
const seen: { readonly url: string; readonly authorization: string | undefined }[] = []
const server = createServer((request, response) => {
  const path = request.url ?? ''
  seen.push({ url: path, authorization: request.headers.authorization })
  if (path === '/v1/silent') return
  if (path === '/v1/moved') response.writeHead(302, { location: '/v1/list' }).end()
  else if (path === '/v1/page') response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>')
  else if (path === '/v1/huge') response.end(`[${'"xxxxxxxxxxxxxxx",'.repeat(1_200_000)}1]`)
  else if (path === '/v1/list') response.end('{"data":[]}')
  else response.writeHead(404).end('{"error":{}}')
})
let baseUrl = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const ask = (path: string, apiKey: string | null = KEY, timeoutMs = 5_000) =>
  askDocument({ fetch: (url, init) => fetch(url, init), timeoutMs }, { baseUrl, apiKey })(path)

describe('askDocument', () => {
  it('reads JSON, with the key of the endpoint', async () => {
    expect(await ask('/list')).toEqual({ data: [] })
    expect(seen.at(-1)).toEqual({ url: '/v1/list', authorization: `Bearer ${KEY}` })
    await ask('/list', null)
    expect(seen.at(-1)?.authorization).toBeUndefined()
  })

  it.each(['/nothing', '/page', '/huge'])('has nothing to read at %s', async (path) => {
    expect(await ask(path)).toBeNull()
  })

  it('goes nowhere else with a key', async () => {
    await expect(ask('/moved')).rejects.toThrow('fetch failed')
    expect(seen.at(-1)?.url).toBe('/v1/moved')
  })

  it('does not wait for long', async () => {
    await expect(ask('/silent', KEY, 50)).rejects.toThrow(/timeout/)
  })
})

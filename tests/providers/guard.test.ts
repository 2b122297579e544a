import { createServer, type Server } from 'node:net'
import type { ProviderEvent } from '@vitrine/contracts'
import {
  createOpenAiTransport,
  createProvider,
  createUndiciTransport,
  openAiChat,
  type Transport,
  type UndiciTransportOptions,
} from '@vitrine/providers'
import { aCall, aContext, chatStream, errorOf, runToEnd, startFakeProvider, TEST_KEY } from '@vitrine/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DISGUISED_HOSTS, NEAR_NAMES, PRIVATE_ADDRESSES } from './guard-corpus.data.ts'

const TRAPPED = ['127.0.0.1', '127.0.0.2', '127.0.0.53', '::1']
const traps: Server[] = []
let port = 0
let connects = 0

/** On every address of this machine that the corpus can reach, so that one connection too many is seen. */
beforeAll(async () => {
  for (const host of TRAPPED) {
    const trap = createServer((socket) => {
      connects += 1
      socket.destroy()
    })
    const isThere = await new Promise<boolean>((resolve) => {
      trap.once('error', () => resolve(false))
      trap.listen({ host, port }, () => resolve(true))
    })
    const address = trap.address()
    if (isThere && typeof address === 'object' && address !== null) port = address.port
    if (isThere) traps.push(trap)
  }
})
afterAll(() => {
  for (const trap of traps) trap.close()
})

const bare = (address: string): string => address.replace(/^\[|\]$/g, '')

async function attempt(baseUrl: string, options: UndiciTransportOptions = {}, transport?: Transport): Promise<readonly ProviderEvent[]> {
  const sender = transport ?? createUndiciTransport({ connectMs: 2_000, ...options })
  const provider = createProvider({ dialect: openAiChat, transport: sender, random: () => 0, sleep: () => Promise.resolve() })
  try {
    return await runToEnd(provider, aCall({ baseUrl, trust: 'guarded' }), aContext())
  } finally {
    await sender.close()
  }
}

/** Everything is allowed but the address itself, so that nothing else can be what saves us. */
const lenient = (): UndiciTransportOptions => ({
  guard: { schemes: new Set(['http:', 'https:']), ports: new Set([80, 443, port]) },
  resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
})

const forms: readonly ((host: string) => string)[] = [
  (host) => `http://${host}:${port}/v1`,
  (host) => `https://${host}:${port}/v1`,
  (host) => `http://${host}:${port}`,
]
const tricks: readonly ((authority: string) => string)[] = [
  (authority) => `http://api.openai.com@${authority}/v1`,
  (authority) => `http://api.openai.com:443@${authority}/v1`,
  (authority) => `http://${authority}#@api.openai.com/v1`,
  (authority) => `http://${authority}?@api.openai.com/v1`,
  (authority) => `http://${authority}\\@api.openai.com/v1`,
  (authority) => `http:\\\\${authority}/v1`,
  (authority) => `http:${authority}/v1`,
  (authority) => ` http://${authority}/v1`,
  (authority) => `http:////${authority}/v1`,
  (authority) => `HTTP://${authority}/v1`,
  (authority) => `ws://${authority}/v1`,
  (authority) => `ftp://${authority}/v1`,
  (authority) => `gopher://${authority}/_GET`,
  (authority) => `file://${authority}/etc/passwd`,
  (authority) => `//${authority}/v1`,
  (authority) => `jar:http://${authority}!/v1`,
]

describe('a base URL that somebody else gave', () => {
  it('leads to no connection, in any of a few hundred spellings', async () => {
    const urls = [
      ...[...PRIVATE_ADDRESSES, ...DISGUISED_HOSTS, ...NEAR_NAMES].flatMap((host) => forms.map((form) => form(host))),
      ...tricks.map((trick) => trick(`127.0.0.1:${port}`)),
    ]
    expect(urls.length).toBeGreaterThanOrEqual(150)
    const before = connects
    for (const url of urls) {
      const error = errorOf(await attempt(url, lenient()))
      expect([url, error?.code]).toEqual([url, 'invalid_request'])
      expect(error?.message).not.toMatch(/ECONN|EHOST|ENET/)
    }
    expect(connects - before).toBe(0)
    console.log(`${urls.length} addresses refused, ${connects - before} connections to ${traps.length} traps`)
  })

  it('leads to none where its name leads to any of them', async () => {
    const before = connects
    for (const address of PRIVATE_ADDRESSES.map(bare)) {
      for (const found of [[address], ['8.8.8.8', address]]) {
        const resolve = () => Promise.resolve(found.map((one) => ({ address: one, family: one.includes(':') ? 6 : 4 })))
        const error = errorOf(await attempt(`http://model.example:${port}/v1`, { ...lenient(), resolve }))
        expect([found, error?.code]).toEqual([found, 'invalid_request'])
      }
    }
    expect(connects - before).toBe(0)
  })

  it('leads to none where its name leads elsewhere at every question', async () => {
    const answers = ['127.0.0.1', '::1', '127.0.0.2', '::ffff:127.0.0.1']
    let asked = 0
    const resolve = () => {
      const address = answers[(asked += 1) % answers.length] ?? '127.0.0.1'
      return Promise.resolve([{ address, family: address.includes(':') ? 6 : 4 }])
    }
    const transport = createUndiciTransport({ ...lenient(), resolve })
    const before = connects
    for (let count = 0; count < 12; count += 1) {
      const provider = createProvider({ dialect: openAiChat, transport, random: () => 0, sleep: () => Promise.resolve() })
      const events = await runToEnd(provider, aCall({ baseUrl: `http://rebind.example:${port}/v1`, trust: 'guarded' }), aContext())
      expect(errorOf(events)?.code).toBe('invalid_request')
    }
    await transport.close()
    expect([connects - before, asked]).toEqual([0, 12])
  })

  it('is refused by the settings it meets where nothing was allowed', async () => {
    const before = connects
    for (const url of [`http://127.0.0.1:${port}/v1`, `https://model.example:${port}/v1`, 'http://model.example/v1']) {
      expect(errorOf(await attempt(url))?.code).toBe('invalid_request')
    }
    expect(connects - before).toBe(0)
  })

  it('is called where the operator listed its host', async () => {
    const server = await startFakeProvider()
    server.respond(() => chatStream('Hi'))
    const { host } = new URL(server.baseUrl)
    expect(errorOf(await attempt(server.baseUrl, { guard: { trustedHosts: new Set([host]) } }))).toBeNull()
    expect(
      errorOf(await attempt(server.baseUrl.replace('127.0.0.1', '127.0.0.2'), { guard: { trustedHosts: new Set([host]) } }))?.code,
    ).toBe('invalid_request')
    expect(server.ledger.received).toBe(1)
    await server.close()
  })

  it('is not called at all over a transport that resolves names by itself', async () => {
    const transport = createOpenAiTransport({ fetch: (url, init) => globalThis.fetch(url, init) })
    const before = connects
    expect(errorOf(await attempt(`http://127.0.0.1:${port}/v1`, {}, transport))?.code).toBe('invalid_request')
    expect(connects - before).toBe(0)
  })
})

describe('the traps', () => {
  it('catch a connection that is made', async () => {
    const transport = createUndiciTransport()
    const provider = createProvider({ dialect: openAiChat, transport, random: () => 0, sleep: () => Promise.resolve(), maxAttempts: 1 })
    const before = connects
    for (const host of ['127.0.0.1', '127.0.0.2']) await runToEnd(provider, aCall({ baseUrl: `http://${host}:${port}/v1` }), aContext())
    await transport.close()
    expect(connects - before).toBe(2)
  })
})

const transports: readonly [string, () => Transport][] = [
  ['undici', () => createUndiciTransport()],
  ['the openai client', () => createOpenAiTransport({ fetch: (url, init) => globalThis.fetch(url, init) })],
]

describe.each(transports)('a key over %s', (_, create) => {
  it('does not go to an address that was changed without it', async () => {
    const trap = await startFakeProvider()
    trap.respond(() => chatStream('stolen'))
    const transport = create()
    const provider = createProvider({ dialect: openAiChat, transport, random: () => 0, sleep: () => Promise.resolve() })
    const events = await runToEnd(
      provider,
      aCall({ baseUrl: trap.baseUrl, apiKeyOrigin: 'https://api.openai.com' }),
      aContext({ wire: 'full' }),
    )
    expect(errorOf(events)).toMatchObject({ code: 'secret_missing', message: expect.stringContaining('Enter a key for that address') })
    expect(trap.requests).toEqual([])
    await transport.close()
    await trap.close()
  })

  it.each([301, 302, 303, 307, 308])('does not follow a redirect (%i)', async (status) => {
    const [first, second] = [await startFakeProvider(), await startFakeProvider()]
    first.respond(() => ({ status, headers: { location: `${second.baseUrl}/chat/completions` } }))
    second.respond(() => chatStream('stolen'))
    const transport = create()
    const provider = createProvider({ dialect: openAiChat, transport, random: () => 0, sleep: () => Promise.resolve() })
    expect(errorOf(await runToEnd(provider, aCall({ baseUrl: first.baseUrl }), aContext()))).toMatchObject({
      meta: { provider_status: status },
    })
    expect(first.requests[0]?.headers['authorization']).toBe(`Bearer ${TEST_KEY}`)
    expect(second.requests).toEqual([])
    await transport.close()
    await Promise.all([first.close(), second.close()])
  })
})

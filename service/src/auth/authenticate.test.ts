import { createHash, generateKeyPairSync } from 'node:crypto'
import { type JWTPayload, SignJWT, UnsecuredJWT, exportJWK, importJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { parseApiKeys } from './api-keys.ts'
import { type Authenticate, createAuthenticate } from './authenticate.ts'
import { issueToken } from './issue-token.ts'
import type { TokenRules } from './verify-token.ts'

const SECRET = new TextEncoder().encode('a-secret-of-more-than-thirty-two-bytes')
const OTHER = new TextEncoder().encode('another-secret-of-the-very-same-length')
const PROJECT = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const NOW_MS = 1_760_000_000_000
const NOW = NOW_MS / 1000
const rules: TokenRules = { key: SECRET, algorithms: ['HS256'], issuer: 'vitrine', audience: 'vitrine', allowsAllProjects: false }

const authenticator = (changes: Partial<TokenRules> = {}, now = () => NOW_MS): Authenticate =>
  createAuthenticate({ rules: { ...rules, ...changes }, apiKeys: [], now })

const claims = (changes: JWTPayload = {}): JWTPayload => ({
  sub: 'ann',
  iss: 'vitrine',
  aud: 'vitrine',
  exp: NOW + 600,
  projects: [PROJECT],
  ...changes,
})
const without = (name: string): JWTPayload => Object.fromEntries(Object.entries(claims()).filter(([key]) => key !== name))
const sign = (payload: JWTPayload, key: Uint8Array = SECRET, header: Record<string, unknown> = {}): Promise<string> =>
  new SignJWT(payload).setProtectedHeader({ alg: 'HS256', ...header }).sign(key)

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

async function codeOf(authorization: string | null, authenticate = authenticator()): Promise<string> {
  const authentication = await authenticate(authorization)
  return authentication.ok ? 'ok' : authentication.error.code
}

describe('a good token', () => {
  it.each<[string, JWTPayload]>([
    ['plain', claims()],
    ['audience among several', claims({ aud: ['other', 'vitrine'] })],
    ['expired within the skew', claims({ exp: NOW - 59 })],
    ['not yet valid within the skew', claims({ nbf: NOW + 59 })],
    ['issued in the future', claims({ iat: NOW + 500 })],
    ['no projects', claims({ projects: [] })],
  ])('is accepted: %s', async (_name, payload) => {
    expect(await codeOf(`Bearer ${await sign(payload)}`)).toBe('ok')
  })

  it('opens the projects it lists, in lower case', async () => {
    const authentication = await authenticator()(`Bearer ${await sign(claims({ projects: [PROJECT.toUpperCase(), 7, '*'] }))}`)
    expect(authentication).toMatchObject({ ok: true, principal: { kind: 'token', projects: new Set([PROJECT, '*']) } })
  })

  it('opens every project with * in development only', async () => {
    const token = await sign(claims({ projects: ['*'] }))
    expect(await authenticator({ allowsAllProjects: true })(`Bearer ${token}`)).toMatchObject({ principal: { projects: 'all' } })
    expect(await authenticator()(`Bearer ${token}`)).toMatchObject({ principal: { projects: new Set(['*']) } })
  })

  it('names its subject by a fingerprint', async () => {
    const authentication = await authenticator()(`Bearer ${await sign(claims())}`)
    expect(JSON.stringify(authentication)).not.toContain('ann')
    expect(authentication).toMatchObject({ principal: { subjectHash: expect.stringMatching(/^[\da-f]{16}$/) } })
  })

  it.each(['Bearer', 'bearer', 'BEARER', 'bEaReR'])('is taken with the scheme %s', async (scheme) => {
    expect(await codeOf(`${scheme} ${await sign(claims())}`)).toBe('ok')
  })

  it('is what our own command makes', async () => {
    const request = { secret: SECRET, issuer: 'vitrine', audience: 'vitrine', subject: 'me', projects: [PROJECT] }
    const { token, expiresAt } = await issueToken({ ...request, nowMs: NOW_MS, lifetimeSeconds: 3600 })
    expect(await codeOf(`Bearer ${token}`)).toBe('ok')
    expect(expiresAt).toBe(new Date(NOW_MS + 3_600_000).toISOString())
  })
})

describe('a bad token', () => {
  it.each<[string, () => Promise<string> | string, string]>([
    ['expired beyond the skew', () => sign(claims({ exp: NOW - 61 })), 'token_expired'],
    ['expired long ago', () => sign(claims({ exp: 1 })), 'token_expired'],
    ['not valid for another two minutes', () => sign(claims({ nbf: NOW + 120 })), 'unauthenticated'],
    ['another issuer', () => sign(claims({ iss: 'mallory' })), 'unauthenticated'],
    ['no issuer', () => sign(without('iss')), 'unauthenticated'],
    ['another audience', () => sign(claims({ aud: 'other' })), 'unauthenticated'],
    ['no audience', () => sign(without('aud')), 'unauthenticated'],
    ['an audience in another case', () => sign(claims({ aud: 'Vitrine' })), 'unauthenticated'],
    ['no expiry', () => sign(without('exp')), 'unauthenticated'],
    ['an expiry that is text', () => sign({ ...without('exp'), exp: 'never' as unknown as number }), 'unauthenticated'],
    ['no subject', () => sign(without('sub')), 'unauthenticated'],
    ['another secret', () => sign(claims(), OTHER), 'unauthenticated'],
    ['alg none', () => new UnsecuredJWT(claims()).encode(), 'unauthenticated'],
    ['alg none, written by hand', () => `${part({ alg: 'none' })}.${part(claims())}.`, 'unauthenticated'],
    ['alg None', () => `${part({ alg: 'None' })}.${part(claims())}.x`, 'unauthenticated'],
    ['alg HS512', () => new SignJWT(claims()).setProtectedHeader({ alg: 'HS512' }).sign(SECRET), 'unauthenticated'],
    ['alg HS384', () => new SignJWT(claims()).setProtectedHeader({ alg: 'HS384' }).sign(SECRET), 'unauthenticated'],
    ['no alg', () => `${part({ typ: 'JWT' })}.${part(claims())}.x`, 'unauthenticated'],
    [
      'a critical header nobody knows',
      async () => `${part({ alg: 'HS256', crit: ['x'], x: 1 })}.${(await sign(claims())).split('.').slice(1).join('.')}`,
      'unauthenticated',
    ],
    ['a changed payload', async () => (await sign(claims())).replace(/\.[^.]+\./, `.${part(claims({ sub: 'root' }))}.`), 'unauthenticated'],
    ['a changed header', async () => (await sign(claims())).replace(/^[^.]+/, part({ alg: 'HS256', typ: 'x' })), 'unauthenticated'],
    ['a cut signature', async () => (await sign(claims())).slice(0, -4), 'unauthenticated'],
    ['no signature', async () => (await sign(claims())).replace(/[^.]+$/, ''), 'unauthenticated'],
    ['two parts', async () => (await sign(claims())).split('.').slice(0, 2).join('.'), 'unauthenticated'],
    ['four parts', async () => `${await sign(claims())}.x`, 'unauthenticated'],
    ['five parts', () => 'a.b.c.d.e', 'unauthenticated'],
    ['no JSON inside', () => `${part({ alg: 'HS256' })}.${Buffer.from('hello').toString('base64url')}.x`, 'unauthenticated'],
    ['a payload that is a list', () => `${part({ alg: 'HS256' })}.${part([1])}.x`, 'unauthenticated'],
    ['a path as key id', () => sign(claims(), OTHER, { kid: '../../dev/null' }), 'unauthenticated'],
    ['SQL as key id', () => sign(claims(), OTHER, { kid: "' OR 1=1 --" }), 'unauthenticated'],
    ['its own key in the header', async () => sign(claims(), OTHER, { jwk: await exportJWK(OTHER) }), 'unauthenticated'],
    [
      'an address of a key in the header',
      () => sign(claims(), OTHER, { jku: 'http://127.0.0.1/keys', x5u: 'http://127.0.0.1/' }),
      'unauthenticated',
    ],
    ['20 kB of token', () => `${part({ alg: 'HS256', pad: 'x'.repeat(20_000) })}.${part(claims())}.x`, 'unauthenticated'],
  ])('is refused: %s', async (_name, make, code) => {
    expect(await codeOf(`Bearer ${await make()}`)).toBe(code)
  })

  it.each<[string, (token: string) => string | null]>([
    ['none at all', () => null],
    ['empty', () => ''],
    ['blank', () => '   '],
    ['the scheme alone', () => 'Bearer'],
    ['the scheme and a blank', () => 'Bearer '],
    ['no scheme', (token) => token],
    ['Basic', (token) => `Basic ${token}`],
    ['Token', (token) => `Token ${token}`],
    ['sent twice', (token) => `Bearer ${token}, Bearer ${token}`],
    ['followed by more', (token) => `Bearer ${token} x`],
    ['quoted', (token) => `Bearer "${token}"`],
    ['a tab', (token) => `Bearer\t${token}`],
    ['a blank before', (token) => ` Bearer ${token}`],
    ['the API key scheme', (token) => `ApiKey ${token}`],
    ['a colon', (token) => `Bearer: ${token}`],
  ])('is refused by how the header is written: %s', async (_name, write) => {
    expect(await codeOf(write(await sign(claims())))).toBe('unauthenticated')
  })

  it('says in its message what to do, and nothing of the token', async () => {
    const token = await sign(claims({ aud: 'other-service' }))
    const authentication = await authenticator()(`Bearer ${token}`)
    expect(authentication.ok ? '' : authentication.error.message).toMatch(/audience.*Get one/)
    expect(JSON.stringify(authentication)).not.toContain(token.slice(0, 12))
  })
})

describe('published keys', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const published = authenticator({
    key: async () => importJWK(await exportJWK(publicKey), 'RS256'),
    algorithms: ['RS256', 'ES256', 'EdDSA'],
  })

  it('accept what their owner signed', async () => {
    const token = await new SignJWT(claims()).setProtectedHeader({ alg: 'RS256' }).sign(privateKey)
    expect(await codeOf(`Bearer ${token}`, published)).toBe('ok')
  })

  it('are not taken for a shared secret', async () => {
    const pem = publicKey.export({ type: 'spki', format: 'pem' })
    const token = await sign(claims(), new TextEncoder().encode(pem.toString()))
    expect(await codeOf(`Bearer ${token}`, published)).toBe('unauthenticated')
  })

  it('that cannot be fetched are no fault of the token', async () => {
    const away = authenticator({ key: () => Promise.reject(new TypeError('fetch failed')), algorithms: ['RS256'] })
    const token = await new SignJWT(claims()).setProtectedHeader({ alg: 'RS256' }).sign(privateKey)
    expect(await codeOf(`Bearer ${token}`, away)).toBe('unavailable')
  })
})

describe('what was verified', () => {
  it('is remembered for a minute and not beyond the end of the token', async () => {
    let nowMs = NOW_MS
    let looks = 0
    const authenticate = authenticator(
      {
        key: () => {
          looks++
          return Promise.resolve(SECRET)
        },
      },
      () => nowMs,
    )
    const header = `Bearer ${await sign(claims({ exp: NOW + 90 }))}`
    for (const [atMs, code, lookups] of [
      [0, 'ok', 1],
      [59_000, 'ok', 1],
      [61_000, 'ok', 2],
      [149_000, 'ok', 3],
      [151_000, 'token_expired', 4],
    ] as const) {
      nowMs = NOW_MS + atMs
      expect([await codeOf(header, authenticate), looks]).toEqual([code, lookups])
    }
  })

  it('stays bounded', async () => {
    const authenticate = authenticator()
    const first = `Bearer ${await sign(claims({ sub: 'first' }))}`
    const before = await authenticate(first)
    expect(await authenticate(first)).toBe(before)
    for (let index = 0; index < 1000; index++) await authenticate(`Bearer ${await sign(claims({ sub: `user ${index}` }))}`)
    expect(await authenticate(first)).not.toBe(before)
  })
})

describe('an API key', () => {
  const key = 'vk_live_0123456789abcdef'
  const sha256 = createHash('sha256').update(key).digest('hex')
  const table = parseApiKeys(JSON.stringify([{ prefix: 'vk_live_', sha256, projects: [PROJECT.toUpperCase()] }])) ?? []
  const authenticate = createAuthenticate({ rules, apiKeys: table, now: () => NOW_MS })

  it.each(['ApiKey', 'apikey', 'APIKEY'])('opens its projects with the scheme %s', async (scheme) => {
    expect(await authenticate(`${scheme} ${key}`)).toMatchObject({ ok: true, principal: { kind: 'api-key', projects: new Set([PROJECT]) } })
  })

  it.each([
    `ApiKey ${key}x`,
    `ApiKey ${key.slice(0, -1)}`,
    'ApiKey vk_live_',
    `ApiKey ${sha256}`,
    `Bearer ${key}`,
    `ApiKey ${key.toUpperCase()}`,
  ])('is refused: %s', async (header) => {
    expect(await codeOf(header, authenticate)).toBe('unauthenticated')
  })

  it('is listed whole or not at all', () => {
    for (const text of [
      '',
      '{}',
      '[{"prefix":"vk_l","sha256":"x","projects":[]}]',
      '[{"prefix":"vk_l","sha256":"' + sha256 + '","projects":["*"]}]',
    ]) {
      expect(parseApiKeys(text)).toBeNull()
    }
  })
})

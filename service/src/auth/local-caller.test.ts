import { DEVELOPMENT_PROJECT_ID } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { giveDevToken } from './dev-token.ts'
import { isLocalCaller } from './local-caller.ts'

const caller = (remoteAddress: string | null, headers: Record<string, string> = {}) => ({
  remoteAddress,
  headers: new Headers({ host: '127.0.0.1:8000', ...headers }),
})

describe('isLocalCaller', () => {
  it.each([
    ['127.0.0.1', {}],
    ['::1', { host: '[::1]:8000' }],
    ['::ffff:127.0.0.1', { host: 'localhost:8000' }],
    ['127.0.0.1', { 'sec-fetch-site': 'same-origin' }],
    ['127.0.0.1', { 'sec-fetch-site': 'none' }],
    ['127.0.0.1', { origin: 'http://127.0.0.1:8000' }],
  ])('takes %s with %o', (address, headers) => {
    expect(isLocalCaller(caller(address, headers))).toBe(true)
  })

  it.each([
    [null, {}],
    ['10.0.0.5', {}],
    ['128.0.0.1', {}],
    ['::ffff:10.0.0.5', {}],
    ['127.0.0.1.evil', {}],
    ['127.0.0.1', { host: 'evil.example:8000' }],
    ['127.0.0.1', { host: '127.0.0.1.evil.example' }],
    ['127.0.0.1', { host: 'localhost.evil.example' }],
    ['127.0.0.1', { 'sec-fetch-site': 'cross-site' }],
    ['127.0.0.1', { 'sec-fetch-site': 'same-site' }],
    ['127.0.0.1', { origin: 'http://127.0.0.1:5000' }],
    ['127.0.0.1', { origin: 'null' }],
    ['127.0.0.1', { origin: 'https://evil.example' }],
    ['127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }],
    ['127.0.0.1', { forwarded: 'for=10.0.0.5' }],
    ['127.0.0.1', { via: '1.1 tunnel' }],
  ])('refuses %s with %o', (address, headers) => {
    expect(isLocalCaller(caller(address, headers))).toBe(false)
  })
})

describe('giveDevToken', () => {
  const deps = { secret: new Uint8Array(32).fill(7), issuer: 'vitrine', audience: 'vitrine', now: () => 1_760_000_000_000 }

  it('gives a token of the local project that ends in an hour', async () => {
    const given = await giveDevToken(caller('127.0.0.1'), deps)
    expect(given).toMatchObject({
      ok: true,
      body: { project_id: DEVELOPMENT_PROJECT_ID, expires_at: new Date(1_760_003_600_000).toISOString() },
    })
  })

  it('gives nothing to others', async () => {
    expect(await giveDevToken(caller('10.0.0.5'), deps)).toMatchObject({ ok: false, error: { code: 'project_forbidden' } })
  })
})

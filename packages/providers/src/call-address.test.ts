import { describe, expect, it } from 'vitest'
import { addressProblem } from './call-address.ts'
import type { PreparedCall, ProviderEndpoint } from './provider.ts'

const callTo = (url: string, endpoint: Partial<ProviderEndpoint> = {}): PreparedCall => ({
  request: { method: 'POST', url, headers: {}, body: '' },
  stream: true,
  endpoint: { baseUrl: 'https://api.example.org/v1', apiKey: 'sk-key', ...endpoint },
  settings: { sent: {}, dropped: [], changed: [] },
})

describe('addressProblem', () => {
  it('has none where the key goes where it was given for', () => {
    expect(addressProblem(callTo('https://api.example.org/v1/chat/completions'))).toBeNull()
    expect(addressProblem(callTo('https://API.example.org:443/other'))).toBeNull()
    expect(addressProblem(callTo('https://api.example.org/v1', { apiKeyOrigin: 'https://api.example.org' }))).toBeNull()
  })

  it.each([
    ['another host', 'https://evil.example/v1', {}],
    ['another port', 'https://api.example.org:8443/v1', {}],
    ['another scheme', 'http://api.example.org/v1', {}],
    ['a host that begins alike', 'https://api.example.org.evil.example/v1', {}],
    ['the host as a user name', 'https://api.example.org@evil.example/v1', {}],
    [
      'a base URL that was changed alone',
      'https://evil.example/v1',
      { baseUrl: 'https://evil.example/v1', apiKeyOrigin: 'https://api.example.org' },
    ],
  ])('refuses to send a key to %s', (_, url, endpoint) => {
    expect(addressProblem(callTo(url, endpoint))).toMatchObject({
      code: 'secret_missing',
      message: expect.stringMatching(/^The key was given for https:\/\/api\.example\.org and is not sent to .*Enter a key/),
    })
  })

  it('has nothing against another address where there is no key', () => {
    expect(addressProblem(callTo('https://other.example/v1', { apiKey: null }))).toBeNull()
  })

  it.each(['no address', '/v1', 'file:///etc/passwd', 'ftp://x/', 'data:,x', ''])('refuses what is no web address: %s', (url) => {
    expect(addressProblem(callTo(url))).toMatchObject({ code: 'invalid_request', meta: { issues: [{ path: 'base_url' }] } })
  })
})

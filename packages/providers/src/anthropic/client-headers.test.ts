import { describe, expect, it } from 'vitest'
import { CLIENT_HEADERS } from './client-headers.ts'

describe('CLIENT_HEADERS', () => {
  it('are the official client’s own', () => {
    expect(CLIENT_HEADERS).toMatchObject({
      accept: 'application/json',
      'anthropic-version': '2026-10-21',
      'content-type': 'application/json',
      'user-agent': expect.stringMatching(/^Anthropic\/JS \d/),
      'x-stainless-lang': 'js',
      'x-stainless-retry-count': '0',
      'x-stainless-timeout': '600',
    })
  })

  it('hold no credential, and nothing that the environment may have added', () => {
    for (const name of Object.keys(CLIENT_HEADERS)) {
      expect(name).toMatch(/^(accept|anthropic-version|content-type|user-agent|x-stainless-[a-z-]+)$/)
    }
  })
})

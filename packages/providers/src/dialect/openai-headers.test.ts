import { describe, expect, it } from 'vitest'
import { CLIENT_HEADERS } from './openai-headers.ts'

describe('CLIENT_HEADERS', () => {
  it('are the official client’s own', () => {
    expect(CLIENT_HEADERS).toMatchObject({
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': expect.stringMatching(/^OpenAI\/JS \d/),
      'x-stainless-lang': 'js',
      'x-stainless-retry-count': '0',
    })
  })

  it('hold no credential, and nothing that the environment may have added', () => {
    for (const name of Object.keys(CLIENT_HEADERS)) expect(name).toMatch(/^(accept|content-type|user-agent|x-stainless-[a-z-]+)$/)
  })
})

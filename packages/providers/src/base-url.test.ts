import { describe, expect, it } from 'vitest'
import { normalizeBaseUrl } from './base-url.ts'

describe('normalizeBaseUrl', () => {
  it.each([
    ['http://localhost:4000', 'http://localhost:4000/v1'],
    ['http://localhost:4000/', 'http://localhost:4000/v1'],
    [' http://localhost:4000/v1/ ', 'http://localhost:4000/v1'],
    ['https://api.openai.com/v1', 'https://api.openai.com/v1'],
    ['https://gateway.example.org/llm/openai', 'https://gateway.example.org/llm/openai'],
    ['https://gateway.example.org/v1/chat/completions', 'https://gateway.example.org/v1'],
    ['HTTPS://Gateway.Example.org:443/v1#x', 'https://gateway.example.org/v1'],
    ['http://[::1]:8080', 'http://[::1]:8080/v1'],
  ])('reads %s as %s', (text, baseUrl) => {
    expect(normalizeBaseUrl(text)).toBe(baseUrl)
  })

  it.each(['', 'localhost:4000', 'gateway', 'ftp://x/v1', 'file:///etc/passwd', 'http://user:pass@host/v1', 'http://host/v1?key=x'])(
    'refuses %s',
    (text) => {
      expect(normalizeBaseUrl(text)).toBeNull()
    },
  )
})

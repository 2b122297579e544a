import { describe, expect, it } from 'vitest'
import { apiOfUrl } from './raw-request.ts'

describe('apiOfUrl', () => {
  it.each([
    ['https://api.openai.com/v1/chat/completions', 'chat'],
    ['https://api.openai.com/v1/responses', 'responses'],
    ['https://gateway.example/proxy/v1/responses/?api-version=2', 'responses'],
    ['https://api.anthropic.com/v1/messages', 'messages'],
    ['https://api.anthropic.com/v1/messages#x', 'messages'],
    ['https://api.anthropic.com/v1/messages/count_tokens', null],
    ['https://api.example/v1/completions', null],
    ['', null],
  ])('reads %s as %s', (url, api) => {
    expect(apiOfUrl(url)).toBe(api)
  })
})

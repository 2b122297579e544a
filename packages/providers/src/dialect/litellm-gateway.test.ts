import { describe, expect, it } from 'vitest'
import { openAiChat } from '../openai-chat/index.ts'
import { gatewayOfHeaders } from './litellm-gateway.ts'

const headers = {
  'x-litellm-version': '1.102.4',
  'x-litellm-call-id': 'my-call-1',
  'x-litellm-model-name': 'openai/gpt-4o-mini',
  'x-litellm-model-api-base': 'http://127.0.0.1:4801/v1',
  'x-litellm-attempted-retries': '2',
  'x-litellm-attempted-fallbacks': '0',
}

describe('what a LiteLLM proxy says of itself', () => {
  it('is the deployment behind the alias, its own attempts, and what it may have left out', () => {
    expect(gatewayOfHeaders(headers)).toEqual({
      name: 'litellm',
      version: '1.102.4',
      callId: 'my-call-1',
      model: 'openai/gpt-4o-mini',
      apiBase: 'http://127.0.0.1:4801/v1',
      retries: 2,
      fallbacks: 0,
      settingsDoubt: expect.stringContaining('drop_params'),
    })
  })

  it.each([{}, { 'content-type': 'text/event-stream' }, { 'x-litellm-model-name': 'x' }, { 'x-litellm-version': ' ' }])(
    'is nothing where the answer came from none (%o)',
    (other) => {
      expect(gatewayOfHeaders(other)).toBeNull()
    },
  )

  it('is that its cache answered, where it names the key', () => {
    expect(gatewayOfHeaders({ ...headers, 'x-litellm-cache-key': '3f2a' })).toMatchObject({ cached: true })
    expect(gatewayOfHeaders({ ...headers, 'x-litellm-cache-key': 'None' })).not.toHaveProperty('cached')
  })

  it('leaves out what the proxy does not know or does not say', () => {
    const least = { 'x-litellm-call-id': 'c', 'x-litellm-model-api-base': 'None', 'x-litellm-attempted-retries': '-1' }
    expect(gatewayOfHeaders(least)).toEqual({ name: 'litellm', callId: 'c', settingsDoubt: expect.any(String) })
  })

  it.each([
    ['https://user:secret@host.example/v1/?key=secret', 'https://host.example/v1'],
    ['no address', undefined],
  ])('shows of the address %s nothing secret', (address, shown) => {
    expect(gatewayOfHeaders({ ...headers, 'x-litellm-model-api-base': address })?.apiBase).toBe(shown)
  })

  it('stands at the end of an answer, streamed or not', () => {
    const answer = { model: 'alias', choices: [{ index: 0, message: { role: 'assistant', content: 'A' }, finish_reason: 'stop' }] }
    const gateway = { name: 'litellm', model: 'openai/gpt-4o-mini' }
    expect(openAiChat.readBody(answer, headers).at(-1)).toMatchObject({ type: 'response-end', model: 'alias', gateway })
    const reducer = openAiChat.createReducer({ headers })
    reducer.push({ data: '{"model":"alias","choices":[{"index":0,"delta":{"content":"A"},"finish_reason":"stop"}]}' })
    expect(reducer.push({ data: '[DONE]' }).at(-1)).toMatchObject({ type: 'response-end', model: 'alias', gateway })
    expect(openAiChat.readBody(answer, {}).at(-1)).not.toHaveProperty('gateway')
  })
})

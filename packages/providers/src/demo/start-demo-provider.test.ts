import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemoProvider, type DemoProvider } from './start-demo-provider.ts'

describe('startDemoProvider', () => {
  let provider: DemoProvider
  beforeAll(async () => {
    provider = await startDemoProvider({
      clock: () => 1_800_000_000_000,
      randomBytes: (size) => new Uint8Array(size).fill(7),
      speed: Infinity,
    })
  })
  afterAll(() => provider.close())

  const chat = (body: unknown, key: string = provider.apiKey): Promise<Response> =>
    fetch(`${provider.baseUrl}/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })

  it('streams a chat completion as OpenAI does', async () => {
    const body = { model: 'echo', messages: [{ role: 'user', content: 'one two' }], stream: true, stream_options: { include_usage: true } }
    const reply = await chat(body)
    expect(reply.headers.get('content-type')).toContain('text/event-stream')
    const lines = (await reply.text()).split('\n\n').filter((line) => line !== '')
    expect(lines.at(-1)).toBe('data: [DONE]')
    const chunks = lines.slice(0, -1).map((line) => JSON.parse(line.slice('data: '.length)))
    expect(chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('')).toBe('one two')
    expect(chunks.at(-2).choices[0].finish_reason).toBe('stop')
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { prompt_tokens: 9, completion_tokens: 2, total_tokens: 11 } })
    expect(new Set(chunks.map((chunk) => chunk.id)).size).toBe(1)
  })

  it('answers a whole document where no stream is asked for', async () => {
    const reply = await chat({ model: 'writer', messages: [{ role: 'user', content: 'Who are you?' }] })
    expect(await reply.json()).toMatchObject({
      id: expect.stringMatching(/^chatcmpl-\w{29}$/),
      object: 'chat.completion',
      created: 1_800_000_000,
      model: 'writer',
      choices: [{ message: { role: 'assistant', content: expect.stringContaining('built-in demo model') }, finish_reason: 'stop' }],
    })
  })

  it('refuses every key but its own', async () => {
    const reply = await chat({ model: 'echo', messages: [] }, 'sk-other')
    expect(reply.status).toBe(401)
    expect(await reply.json()).toMatchObject({ error: { type: 'invalid_request_error', code: 'invalid_api_key' } })
  })
})

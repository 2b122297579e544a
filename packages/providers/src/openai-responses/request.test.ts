import type { Message, Model, ModelSettings } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import type { PreparedCall, Preparation, ProviderCall } from '../provider.ts'
import { prepareResponses } from './request.ts'
import { DEFAULT_TOOL_LIMITS } from './tool-limits.ts'

type Changes = Partial<Omit<ProviderCall, 'settings'>>

const prepare = (settings: Partial<ModelSettings> = {}, changes: Changes = {}): Preparation =>
  prepareResponses(
    {
      endpoint: { baseUrl: 'https://api.example.org/v1', apiKey: 'sk-key' },
      model: 'gpt-4o',
      facts: null,
      messages: [{ role: 'user', content: 'Hi' }],
      settings: { model: 'p/m', ...settings },
      stream: false,
      ...changes,
    },
    DEFAULT_TOOL_LIMITS,
  )

function prepared(settings?: Partial<ModelSettings>, changes?: Changes): PreparedCall {
  const preparation = prepare(settings, changes)
  if (!preparation.ok) throw new Error(preparation.error.message)
  return preparation.call
}

const bodyOf = ({ request }: PreparedCall): Record<string, unknown> => JSON.parse(request.body)

const thinker: Model = {
  id: 'openai/m',
  name: 'm',
  provider: 'openai',
  displayName: 'M',
  contextTokens: null,
  maxOutputTokens: null,
  price: null,
  capabilities: {
    vision: true,
    files: true,
    audio: false,
    tools: true,
    jsonObject: true,
    jsonSchema: true,
    thinking: true,
    logprobs: false,
  },
  parameters: null,
}

const kept = (id: string, content = 'kept'): Message => ({
  role: 'assistant',
  content,
  native: { dialect: 'openai-responses', items: [], id },
})

describe('prepareResponses', () => {
  it('writes the smallest request, of which the provider keeps nothing', () => {
    const { request, stream, settings } = prepared()
    expect(request).toMatchObject({ method: 'POST', url: 'https://api.example.org/v1/responses' })
    expect(JSON.parse(request.body)).toEqual({ model: 'gpt-4o', input: [{ role: 'user', content: 'Hi' }], stream: false, store: false })
    expect(stream).toBe(false)
    expect(settings).toEqual({ sent: { model: 'gpt-4o', stream: false, store: false }, dropped: [], changed: [] })
  })

  it('sends the official client’s headers and the key, and no key where there is none', () => {
    const { headers } = prepared().request
    expect(headers).toMatchObject({ authorization: 'Bearer sk-key', 'content-type': 'application/json' })
    expect(headers['user-agent']).toMatch(/^OpenAI\/JS /)
    const open = prepared({}, { endpoint: { baseUrl: 'http://localhost:1234/v1/', apiKey: null } }).request
    expect(open.headers).not.toHaveProperty('authorization')
    expect(open.url).toBe('http://localhost:1234/v1/responses')
  })

  it('refuses a key that cannot be a header', () => {
    expect(prepare({}, { endpoint: { baseUrl: 'http://x/v1', apiKey: 'sk key' } })).toMatchObject({
      ok: false,
      error: { code: 'provider_error' },
    })
  })

  it('asks for sealed reasoning where a model thinks, by the catalogue or by its name, and of no other', () => {
    const included = (model: string, facts: Model | null = null): unknown => bodyOf(prepared({}, { model, facts }))['include']
    for (const model of ['o3', 'gpt-5.1-codex', 'openai/gpt-5-mini', 'openai.gpt-5.6-luna'])
      expect(included(model)).toEqual(['reasoning.encrypted_content'])
    expect(included('m', thinker)).toEqual(['reasoning.encrypted_content'])
    for (const model of ['gpt-4o', 'gpt-4.1', 'gpt-5-chat-latest', 'llama-3']) expect(included(model)).toBeUndefined()
  })

  it('streams where it is asked to, and where the caller’s own fields say so', () => {
    expect(prepared({}, { stream: true })).toMatchObject({ stream: true })
    expect(prepared({ extraBody: { stream: true } })).toMatchObject({ stream: true })
  })

  it('merges the caller’s own fields last, and says what they replace', () => {
    const { request, settings } = prepared({
      temperature: 1,
      extraBody: { temperature: 0, store: true, input: 'mine', truncation: 'auto' },
    })
    expect(JSON.parse(request.body)).toMatchObject({ temperature: 0, store: true, input: 'mine', truncation: 'auto' })
    expect(settings.changed.map(({ name, from, to }) => [name, from, to])).toEqual([
      ['temperature', 1, 0],
      ['store', false, true],
      ['input', '…', 'mine'],
    ])
  })

  it('needs something to send and somebody to send it to', () => {
    expect(prepare({}, { messages: [] })).toMatchObject({
      ok: false,
      error: { code: 'invalid_request', message: expect.stringMatching(/must be provided/) },
    })
    expect(prepare({ extraBody: { prompt: { id: 'pmpt_1' } } }, { messages: [] }).ok).toBe(true)
    expect(prepare({}, { model: ' ' })).toMatchObject({ ok: false, error: { message: expect.stringMatching(/model is required/) } })
  })

  it('refuses audio, and says where it is', () => {
    const messages: Message[] = [
      { role: 'system', content: 'Be brief.' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Hear' },
          { type: 'input_audio', inputAudio: { data: 'AAAA', format: 'wav' } },
        ],
      },
    ]
    expect(prepare({}, { messages })).toMatchObject({
      ok: false,
      error: { code: 'unsupported_parameter', meta: { path: 'messages[1].content[1]' } },
    })
  })

  it('REQ-006 passes on the refusal of tools that are too many', () => {
    const tools = Array.from({ length: 17 }, (_, position) => ({ type: 'function', function: { name: `t${position}` } }))
    expect(prepare({ tools })).toMatchObject({ ok: false, error: { code: 'invalid_tools', message: expect.stringMatching(/17.*16/) } })
  })
})

describe('REQ-004 a call that goes on from a stored answer', () => {
  const messages: Message[] = [{ role: 'user', content: 'q1' }, kept('resp_1'), { role: 'user', content: 'q2' }]
  const stateful = { extraBody: { previous_response_id: 'resp_1' } }

  it('sends exactly what comes after it, and has it stored again', () => {
    const call = prepared(stateful, { messages, model: 'o3' })
    expect(bodyOf(call)).toEqual({
      model: 'o3',
      input: [{ role: 'user', content: 'q2' }],
      stream: false,
      store: true,
      previous_response_id: 'resp_1',
    })
    expect(call.settings.changed).toMatchObject([{ name: 'messages', from: 3, to: 1 }])
  })

  it('sends the results of its calls alone', () => {
    const called: Message = { ...kept('resp_1', ''), toolCalls: [{ id: 'c1', type: 'function', function: { name: 'f', arguments: '{}' } }] }
    const turn: Message[] = [{ role: 'user', content: 'q1' }, called, { role: 'tool', toolCallId: 'c1', content: '7' }]
    expect(bodyOf(prepared(stateful, { messages: turn }))['input']).toEqual([{ type: 'function_call_output', call_id: 'c1', output: '7' }])
  })

  it('names a message as the caller knows it, though those before it are not sent', () => {
    const named: Message[] = [...messages.slice(0, 2), { role: 'user', content: 'q2', name: 'Ada' }]
    expect(prepared(stateful, { messages: named }).settings.dropped).toMatchObject([{ name: 'messages[2].name' }])
  })

  it('EC8 sends the whole last turn where the stored answer is not among the messages', () => {
    const other = { extraBody: { previous_response_id: 'resp_9' } }
    expect(bodyOf(prepared(other, { messages }))['input']).toEqual([{ role: 'user', content: 'q2' }])
  })

  it('EC8 never sends an empty input', () => {
    const ended = messages.slice(0, 2)
    expect(bodyOf(prepared(stateful, { messages: ended }))['input']).toEqual([
      { role: 'user', content: 'q1' },
      { role: 'assistant', content: 'kept' },
    ])
  })

  it('sends no field that the API does not have', () => {
    const fields = Object.keys(bodyOf(prepared(stateful, { messages })))
    expect(fields.filter((name) => /conversation|parent|stateful/i.test(name))).toEqual([])
  })

  it('leaves the storing to a caller who says otherwise', () => {
    expect(bodyOf(prepared({ extraBody: { previous_response_id: 'resp_1', store: false } }, { messages }))['store']).toBe(false)
    expect(bodyOf(prepared({ extraBody: { background: true } }))['store']).toBe(true)
    expect(bodyOf(prepared({ extraBody: { conversation: 'conv_1' } }))['store']).toBe(true)
  })

  it('REQ-009 brings along the same call with its whole history and without state', () => {
    const { stateless, settings } = prepared(stateful, { messages, model: 'o3' })
    expect(stateless === undefined ? null : bodyOf(stateless)).toEqual({
      model: 'o3',
      input: [
        { role: 'user', content: 'q1' },
        { role: 'assistant', content: 'kept' },
        { role: 'user', content: 'q2' },
      ],
      stream: false,
      store: false,
      include: ['reasoning.encrypted_content'],
    })
    expect(settings.sent).toHaveProperty('previous_response_id')
    expect(stateless?.settings.sent).not.toHaveProperty('previous_response_id')
    expect(prepared({}, { messages }).stateless).toBeUndefined()
  })
})

describe('REQ-010 notes for the log', () => {
  const secret = 'CANARY-1'
  const messages: Message[] = [{ role: 'user', content: secret }, kept('resp_1', secret), { role: 'user', content: `${secret} \ufffd` }]
  const tools = Array.from({ length: 13 }, (_, position) => ({ type: 'function', function: { name: `t${position}`, description: secret } }))

  it('say what is trimmed and what is near a limit, and nothing of the content', () => {
    const { notes = [] } = prepared({ tools, extraBody: { previous_response_id: 'resp_1' } }, { messages })
    expect(notes).toEqual([
      { level: 'debug', text: 'history: 1 of 3 messages sent, 2 omitted (previous_response_id)' },
      { level: 'warning', text: 'replacement characters (U+FFFD) in messages[2]: sent as they are' },
      { level: 'warning', text: 'tools: 13 / 16, near the limit of their number' },
    ])
    expect(JSON.stringify(notes)).not.toContain('CANARY')
  })

  it('are none where there is nothing to note', () => {
    expect(prepared().notes).toEqual([])
  })

  it('warn of replacement characters in parts too, and the text goes out as it is', () => {
    const parts: Message[] = [{ role: 'user', content: [{ type: 'text', text: 'a \ufffd' }] }]
    const call = prepared({}, { messages: parts })
    expect(call.notes).toMatchObject([{ level: 'warning', text: expect.stringContaining('messages[0]') }])
    expect(call.request.body).toContain('a \ufffd')
  })
})

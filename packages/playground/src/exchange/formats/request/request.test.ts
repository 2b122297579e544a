import { describe, expect, it } from 'vitest'
import { recognise } from '../../import/recognise.ts'
import type { Recognition } from '../../import/recognition.ts'
import { dropSecrets, isSecretName } from '../../data/drop-secrets.ts'

const read = (body: unknown) => recognise({ name: '', content: JSON.stringify(body) })
const told = ({ problems }: Recognition) => problems.map(({ code, values }) => [code, ...Object.values(values)].join(' '))

function variant(recognition: Recognition) {
  if (!recognition.ok) throw new Error(JSON.stringify(recognition.problems))
  return { messages: recognition.variants[0]?.prompt?.messages, settings: recognition.variants[0]?.settings, told: told(recognition) }
}
const tool = { type: 'function', function: { name: 'weather', description: 'd', parameters: { type: 'object' }, strict: true } }

describe('a chat completions request', () => {
  it('becomes prompt and settings', async () => {
    const body = {
      model: 'gpt-4o',
      messages: [
        { role: 'developer', content: 'Be brief.' },
        {
          role: 'user',
          name: 'ada',
          content: [
            { type: 'text', text: 'Look' },
            { type: 'image_url', image_url: { url: 'https://example.org/a.png', detail: 'low' } },
          ],
        },
        {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: 'c1', type: 'function', function: { name: 'weather', arguments: '{"city":"Rome"}' } }],
        },
        { role: 'tool', tool_call_id: 'c1', content: '21' },
      ],
      temperature: 0,
      top_p: 0.9,
      max_completion_tokens: 50,
      frequency_penalty: 1,
      presence_penalty: -1,
      stop: ['\n'],
      seed: 7,
      logprobs: true,
      top_logprobs: 2,
      reasoning_effort: 'low',
      response_format: { type: 'json_schema', json_schema: { name: 'answer', schema: { type: 'object' }, strict: true } },
      tools: [tool, { type: 'web_search', depth: 2 }],
      tool_choice: { type: 'function', function: { name: 'weather' } },
      stream: true,
    }
    expect(variant(await read(body))).toEqual({
      messages: [
        { role: 'developer', content: 'Be brief.' },
        {
          role: 'user',
          name: 'ada',
          content: [
            { type: 'text', text: 'Look' },
            { type: 'image_url', imageUrl: { url: 'https://example.org/a.png', detail: 'low' } },
          ],
        },
        {
          role: 'assistant',
          content: null,
          toolCalls: [{ id: 'c1', type: 'function', function: { name: 'weather', arguments: '{"city":"Rome"}' } }],
        },
        { role: 'tool', content: '21', toolCallId: 'c1' },
      ],
      settings: {
        model: 'gpt-4o',
        temperature: 0,
        topP: 0.9,
        maxCompletionTokens: 50,
        frequencyPenalty: 1,
        presencePenalty: -1,
        stop: ['\n'],
        seed: 7,
        logprobs: true,
        topLogprobs: 2,
        reasoningEffort: 'low',
        responseFormat: { type: 'json_schema', jsonSchema: { name: 'answer', schema: { type: 'object' }, strict: true } },
        tools: [tool, { type: 'web_search', depth: 2 }],
        toolChoice: { type: 'function', function: { name: 'weather' } },
        stream: true,
      },
      told: [],
    })
  })

  it('with numbers that are written as floats, or are too long, has numbers', async () => {
    const content =
      '{"model":"m","messages":[{"role":"user","content":"x"}],"temperature":1.0,"max_tokens":5e2,"user_id":12345678901234567890}'
    expect(variant(await recognise({ name: '', content })).settings).toEqual({
      model: 'm',
      temperature: 1,
      maxTokens: 500,
      extraBody: { user_id: 12345678901234567000 },
    })
  })

  it('of earlier days is read too', async () => {
    const body = {
      model: 'm',
      messages: [
        { role: 'user', content: 'x' },
        { role: 'assistant', content: null, function_call: { name: 'f', arguments: '{}' } },
        { role: 'function', name: 'f', content: '1' },
      ],
      functions: [{ name: 'f', parameters: { type: 'object' } }],
    }
    expect(variant(await read(body))).toMatchObject({
      messages: [
        { role: 'user' },
        { role: 'assistant', toolCalls: [{ id: 'call_1', function: { name: 'f' } }] },
        { role: 'tool', name: 'f' },
      ],
      settings: { tools: [{ type: 'function', function: { name: 'f' } }] },
    })
  })

  it('keeps sounds and files, and thoughts of models that write them beside the text', async () => {
    const body = {
      model: 'm',
      messages: [
        {
          role: 'user',
          content: [
            { type: 'input_audio', input_audio: { data: 'AA==', format: 'wav' } },
            { type: 'file', file: { file_id: 'f1', filename: 'a.pdf' } },
          ],
        },
        { role: 'assistant', content: 'y', reasoning_content: 'hm', refusal: 'no' },
      ],
    }
    expect(variant(await read(body)).messages).toEqual([
      {
        role: 'user',
        content: [
          { type: 'input_audio', inputAudio: { data: 'AA==', format: 'wav' } },
          { type: 'file', file: { fileId: 'f1', filename: 'a.pdf' } },
        ],
      },
      { role: 'assistant', content: 'y', thinking: [{ text: 'hm' }], refusal: 'no' },
    ])
  })

  it('tells what it cannot carry, and keeps what it has no field for as extra JSON', async () => {
    const read1 = variant(
      await read({
        model: 'm',
        messages: [
          { role: 'critic', content: 'x' },
          { role: 'user', content: [{ type: 'video' }, { type: 'text', text: 'a' }], cache: true },
        ],
        top_k: 5,
        metadata: { a: '1' },
        tool_choice: { type: 'allowed_tools' },
        response_format: { type: 'grammar' },
      }),
    )
    expect(read1.settings?.extraBody).toEqual({ top_k: 5, metadata: { a: '1' } })
    expect(read1.told.toSorted()).toEqual([
      'kept-as-extra top_k, metadata',
      'not-carried content.video',
      'not-carried message.cache',
      'not-carried messages.critic',
      'not-carried response_format',
      'not-carried tool_choice',
    ])
  })

  it('with placeholders says that they are variables now', async () => {
    expect(variant(await read({ model: 'm', messages: [{ role: 'user', content: 'Hi {{name}}, {{ day }}' }] })).told).toEqual([
      'braces-are-variables name, day',
    ])
  })

  it('is read also where it is the messages alone', async () => {
    expect(variant(await read([{ role: 'user', content: 'x' }]))).toMatchObject({
      messages: [{ role: 'user', content: 'x' }],
      settings: {},
    })
  })

  it('without messages is refused', async () => {
    const recognition = await recognise({ name: '', content: '{"model":"m","messages":[]}' }, { format: 'request' })
    expect(recognition).toMatchObject({ ok: false, problems: [{ code: 'wrong-shape', values: { path: 'messages' } }] })
    expect(await recognise({ name: '', content: '"text"' }, { format: 'request' })).toMatchObject({
      ok: false,
      problems: [{ code: 'not-an-object' }],
    })
  })
})

describe('a Responses request', () => {
  it('becomes prompt and settings', async () => {
    const body = {
      model: 'gpt-5',
      instructions: 'Be brief.',
      input: [
        {
          role: 'user',
          content: [
            { type: 'input_text', text: 'a' },
            { type: 'input_image', image_url: 'https://example.org/i.png' },
            { type: 'input_file', file_id: 'f' },
          ],
        },
        { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'b' }] },
        { type: 'function_call', call_id: 'c', name: 'weather', arguments: '{}' },
        { type: 'function_call_output', call_id: 'c', output: '21' },
      ],
      temperature: 0.5,
      max_output_tokens: 10,
      reasoning: { effort: 'high', summary: 'auto' },
      text: { format: { type: 'json_schema', name: 'n', schema: { type: 'object' } }, verbosity: 'low' },
      tools: [{ type: 'function', name: 'weather', parameters: { type: 'object' } }, { type: 'web_search_preview' }],
      tool_choice: { type: 'function', name: 'weather' },
      store: false,
    }
    expect(variant(await read(body))).toEqual({
      messages: [
        { role: 'system', content: 'Be brief.' },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'a' },
            { type: 'image_url', imageUrl: { url: 'https://example.org/i.png' } },
            { type: 'file', file: { fileId: 'f' } },
          ],
        },
        { role: 'assistant', content: 'b' },
        { role: 'assistant', toolCalls: [{ id: 'c', type: 'function', function: { name: 'weather', arguments: '{}' } }] },
        { role: 'tool', toolCallId: 'c', content: '21' },
      ],
      settings: {
        model: 'gpt-5',
        temperature: 0.5,
        maxTokens: 10,
        reasoningEffort: 'high',
        responseFormat: { type: 'json_schema', jsonSchema: { name: 'n', schema: { type: 'object' } } },
        tools: [{ type: 'function', function: { name: 'weather', parameters: { type: 'object' } } }, { type: 'web_search_preview' }],
        toolChoice: { type: 'function', function: { name: 'weather' } },
        api: 'responses',
        extraBody: { store: false },
      },
      told: ['not-carried text.verbosity', 'not-carried reasoning.summary', 'kept-as-extra store'],
    })
  })

  it('may have one text for input', async () => {
    expect(variant(await read({ model: 'm', input: 'hi' })).messages).toEqual([{ role: 'user', content: 'hi' }])
  })

  it('tells of items that only their provider can read', async () => {
    expect(
      variant(
        await read({
          model: 'm',
          input: [
            { role: 'user', content: 'x' },
            { type: 'reasoning', encrypted_content: 'z' },
          ],
        }),
      ).told,
    ).toEqual(['not-carried input.reasoning'])
  })
})

describe('a Messages request', () => {
  it('becomes prompt and settings', async () => {
    const body = {
      model: 'claude-sonnet-4-5',
      system: [{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral' } }],
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'a' },
            { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AAAA' } },
          ],
        },
        {
          role: 'assistant',
          content: [
            { type: 'thinking', thinking: 'hm', signature: 's' },
            { type: 'redacted_thinking', data: 'r' },
            { type: 'text', text: 'b' },
            { type: 'tool_use', id: 't', name: 'weather', input: { city: 'Rome' } },
          ],
        },
        {
          role: 'user',
          content: [
            { type: 'tool_result', tool_use_id: 't', content: [{ type: 'text', text: '21' }] },
            { type: 'text', text: 'and?' },
          ],
        },
        { role: 'user', content: [{ type: 'document', title: 'a.pdf', source: { type: 'url', url: 'https://example.org/a.pdf' } }] },
      ],
      max_tokens: 100,
      temperature: 1,
      top_k: 4,
      stop_sequences: ['END'],
      thinking: { type: 'enabled', budget_tokens: 1024 },
      tools: [{ name: 'weather', description: 'd', input_schema: { type: 'object' } }],
      tool_choice: { type: 'any' },
    }
    expect(variant(await read(body))).toEqual({
      messages: [
        { role: 'system', content: 'Be brief.' },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'a' },
            { type: 'image_url', imageUrl: { url: 'data:image/png;base64,AAAA' } },
          ],
        },
        {
          role: 'assistant',
          content: 'b',
          toolCalls: [{ id: 't', type: 'function', function: { name: 'weather', arguments: '{"city":"Rome"}' } }],
          thinking: [
            { text: 'hm', signature: 's' },
            { text: '', redacted: 'r' },
          ],
        },
        { role: 'tool', toolCallId: 't', content: '21' },
        { role: 'user', content: 'and?' },
        { role: 'user', content: [{ type: 'file', file: { fileId: 'https://example.org/a.pdf', filename: 'a.pdf' } }] },
      ],
      settings: {
        model: 'claude-sonnet-4-5',
        maxTokens: 100,
        temperature: 1,
        stop: ['END'],
        thinking: { type: 'enabled', budgetTokens: 1024 },
        tools: [{ type: 'function', function: { name: 'weather', description: 'd', parameters: { type: 'object' } } }],
        toolChoice: 'required',
        extraBody: { top_k: 4 },
      },
      told: ['not-carried cache_control', 'kept-as-extra top_k'],
    })
  })

  it.each([
    { model: 'claude-x', messages: [{ role: 'user', content: 'x' }] },
    { model: 'm', system: 's', messages: [{ role: 'user', content: 'x' }] },
    { model: 'm', messages: [{ role: 'user', content: 'x' }], tools: [{ name: 'f', input_schema: {} }] },
  ])('is known by its model, its members or its tools: %j', async (body) => {
    const { messages } = variant(await read({ ...body, stop_sequences: ['S'] }))
    expect(messages?.at(-1)).toEqual({ role: 'user', content: 'x' })
    expect(variant(await read({ ...body, stop_sequences: ['S'] })).settings?.stop).toEqual(['S'])
  })

  it('keeps the results of several tools in order, and tells which failed', async () => {
    const content = ['a', 'b'].map((id) => ({ type: 'tool_result', tool_use_id: id, content: id, is_error: id === 'b' }))
    const result = variant(await read({ model: 'claude-x', messages: [{ role: 'user', content }] }))
    expect(result.messages).toEqual([
      { role: 'tool', toolCallId: 'a', content: 'a' },
      { role: 'tool', toolCallId: 'b', content: 'b' },
    ])
    expect(result.told).toEqual(['not-carried is_error'])
  })
})

describe('keys in a request', () => {
  it.each([
    'api_key',
    'apiKey',
    'x-api-key',
    'Authorization',
    'auth_token',
    'token',
    'client_secret',
    'password',
    'Cookie',
    'access_key',
    'credentials',
  ])('%s is the name of one', (name) => expect(isSecretName(name)).toBe(true))
  it.each(['max_tokens', 'budget_tokens', 'tokens', 'author', 'keywords', 'key', 'monkey', 'tokenizer'])('%s is not', (name) =>
    expect(isSecretName(name)).toBe(false),
  )

  it('are dropped wherever they stand, and named by their place', () => {
    const dropped: string[] = []
    const kept = dropSecrets(
      {
        a: 1,
        api_key: 'x',
        tools: [{ type: 'mcp', headers: { Authorization: 'Bearer abcdefghijk' }, url: 'https://example.org' }],
        note: 'sk-proj-abcdefghijklmnop1234',
        text: 'a desk-lamp',
      },
      (name) => dropped.push(name),
    )
    expect(kept).toEqual({ a: 1, tools: [{ type: 'mcp', headers: {}, url: 'https://example.org' }], text: 'a desk-lamp' })
    expect(dropped).toEqual(['api_key', 'note', 'tools.headers.Authorization'])
  })

  it('are nowhere in what is read of a request', async () => {
    const recognition = await read({
      model: 'm',
      messages: [{ role: 'user', content: 'x' }],
      api_key: 'sk-secretsecretsecret',
      tools: [{ type: 'mcp', authorization: 'verysecretvalue', server_label: 'l' }],
    })
    expect(JSON.stringify(recognition)).not.toMatch(/secretsecret|verysecret/)
    expect(told(recognition)).toEqual(['key-dropped api_key', 'key-dropped tools.authorization'])
  })
})

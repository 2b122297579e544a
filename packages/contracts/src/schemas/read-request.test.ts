import { describe, expect, it } from 'vitest'
import type { RunRequest } from '../run-request.ts'
import { readChatRequest, readCompletionRequest, type ReadRequest } from './read-request.ts'

const user = { role: 'user', content: 'Hi' }
const body = (llm: object = {}, prompt: object = {}, top: object = {}) => ({
  ag_config: { prompt: { messages: [user], llm_config: { model: 'gpt-4o-mini', ...llm }, ...prompt } },
  inputs: {},
  ...top,
})
const accepted = (read: ReadRequest): RunRequest => {
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.request
}
const settings = (llm: object) => accepted(readCompletionRequest(body(llm))).settings
const message = (given: object) => accepted(readCompletionRequest(body({}, { messages: [given] }))).messages[0]
const issues = (given: unknown) => {
  const read = readCompletionRequest(given)
  return read.ok ? [] : read.issues
}
const inSetting = (name: string, value: unknown) => issues(body({ [name]: value }))
const inTool = (tool: unknown) => issues(body({ tools: [{ type: 'web_search' }, tool] }))
const inMessage = (given: unknown) => issues(body({}, { messages: [user, given] }))
const llm = (name: string) => `ag_config.prompt.llm_config.${name}`

describe('a request', () => {
  it('of the seed becomes a run', () => {
    const read = readCompletionRequest({
      ag_config: {
        prompt: {
          messages: [
            { role: 'system', content: 'You are a helpful assistant.' },
            { role: 'user', content: "Translate '{text}' to {language}." },
          ],
          template_format: 'fstring',
          llm_config: { model: 'gpt-4o-mini', temperature: 0.7, max_tokens: 1000 },
        },
      },
      inputs: { text: 'Hello world', language: 'Spanish' },
    })
    expect(read).toEqual({
      ok: true,
      request: {
        mode: 'completion',
        messages: [
          { role: 'system', content: 'You are a helpful assistant.' },
          { role: 'user', content: "Translate '{text}' to {language}." },
        ],
        templateFormat: 'fstring',
        settings: { model: 'gpt-4o-mini', temperature: 0.7, maxTokens: 1000 },
        inputs: { text: 'Hello world', language: 'Spanish' },
        history: [],
        unknown: [],
      },
    })
  })

  it('of a chat carries its history apart', () => {
    const history = [
      user,
      { role: 'assistant', content: null, tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{' } }] },
    ]
    const request = accepted(readChatRequest(body({}, {}, { messages: history })))
    expect(request).toMatchObject({ mode: 'chat', messages: [user] })
    expect(request.history).toEqual([
      user,
      { role: 'assistant', toolCalls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{' } }] },
    ])
    expect(accepted(readChatRequest(body())).history).toEqual([])
  })

  it('counts a null as an absent field, everywhere', () => {
    const nulls = { temperature: null, stop: null, tools: null, thinking: null, response_format: null, extra_body: null, api: null }
    const top = { inputs: null, application_id: null, references: null, links: null }
    expect(accepted(readCompletionRequest(body(nulls, { template_format: null, system_prompt: null }, top)))).toEqual({
      mode: 'completion',
      messages: [user],
      templateFormat: 'curly',
      settings: { model: 'gpt-4o-mini' },
      inputs: {},
      history: [],
      unknown: [],
    })
    expect(message({ role: 'assistant', content: null, tool_calls: null, name: null, refusal: null, thinking: null })).toEqual({
      role: 'assistant',
    })
    expect(issues(body({ model: null }))).toEqual([{ path: llm('model'), message: 'missing' }])
  })

  it('without messages is made of the two texts of earlier clients', () => {
    const texts = { messages: undefined, system_prompt: 'Be brief.', user_prompt: 'Hi' }
    expect(accepted(readCompletionRequest(body({}, texts))).messages).toEqual([
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Hi' },
    ])
    expect(accepted(readCompletionRequest(body({}, { ...texts, system_prompt: '' }))).messages).toEqual([user])
    const both = accepted(readCompletionRequest(body({}, { ...texts, messages: [user] })))
    expect(both.messages).toEqual([user])
    expect(both.unknown.map((unused) => unused.name)).toEqual(['prompt.system_prompt', 'prompt.user_prompt'])
  })

  it('keeps application, references and links', () => {
    const id = '018F0000-0000-7000-8000-00000000000a'
    const request = accepted(readCompletionRequest(body({}, {}, { application_id: id, references: { app: { id: 1 } }, links: {} })))
    expect(request).toMatchObject({ applicationId: id, references: { app: { id: 1 } }, links: {} })
  })

  it('has no application where a client wrote none', () => {
    for (const none of ['', 'undefined', 'null']) {
      expect(accepted(readCompletionRequest(body({}, {}, { application_id: none })))).not.toHaveProperty('applicationId')
    }
    expect(issues(body({}, {}, { application_id: 'my-app' }))).toEqual([{ path: 'application_id', message: 'must be a UUID' }])
  })
})

describe('inputs', () => {
  it('are handed on by reference, whatever they hold', () => {
    class Exact {
      readonly value = 1
    }
    const inputs: unknown = Object.assign(Object.create(null), { big: 2n ** 70n, exact: new Exact(), nested: [{ a: null }] })
    expect(accepted(readCompletionRequest(body({}, {}, { inputs }))).inputs).toBe(inputs)
  })

  it('may be named __proto__', () => {
    const given: unknown = JSON.parse(JSON.stringify(body()).replace('"inputs":{}', '"inputs":{"__proto__":"x","constructor":"y"}'))
    const { inputs } = accepted(readCompletionRequest(given))
    expect(Object.entries(inputs)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ])
  })

  it('are an object', () => {
    for (const inputs of [[], 'a', 5]) expect(issues({ ...body(), inputs })).toEqual([{ path: 'inputs', message: 'must be an object' }])
  })
})

describe('settings', () => {
  it('are read in our spelling', () => {
    const schema = { type: 'object', properties: { '{{key}}': { type: 'string' } } }
    expect(
      settings({
        top_p: 1,
        max_completion_tokens: 5,
        frequency_penalty: -2,
        presence_penalty: 2,
        stop: ['a'],
        seed: -3,
        logprobs: true,
        top_logprobs: 20,
        reasoning_effort: 'low',
        thinking: { type: 'enabled', budget_tokens: 1024 },
        response_format: { type: 'json_schema', json_schema: { name: 'n', description: null, schema, strict: true } },
        stream: false,
        api: 'auto',
        extra_body: { some_key: null },
      }),
    ).toEqual({
      model: 'gpt-4o-mini',
      topP: 1,
      maxCompletionTokens: 5,
      frequencyPenalty: -2,
      presencePenalty: 2,
      stop: ['a'],
      seed: -3,
      logprobs: true,
      topLogprobs: 20,
      reasoningEffort: 'low',
      thinking: { type: 'enabled', budgetTokens: 1024 },
      responseFormat: { type: 'json_schema', jsonSchema: { name: 'n', schema, strict: true } },
      stream: false,
      api: 'auto',
      extraBody: { some_key: null },
    })
  })

  it('keep zero and false, which are not absent', () => {
    expect(settings({ temperature: 0, logprobs: false, top_logprobs: 0 })).toEqual({
      model: 'gpt-4o-mini',
      temperature: 0,
      logprobs: false,
      topLogprobs: 0,
    })
  })

  it('have no empty list of tools, and no choice among none', () => {
    expect(settings({ tools: [], tool_choice: 'auto', stop: [] })).toEqual({ model: 'gpt-4o-mini' })
    expect(settings({ tool_choice: 'required' })).toEqual({ model: 'gpt-4o-mini' })
  })

  it('take functions that are well formed, and any other tool as it is', () => {
    const search = { type: 'web_search', filters: null, function: 'x' }
    const given = {
      type: 'function',
      function: { name: 'get_weather-2', description: null, parameters: { type: 'object' }, strict: null },
      cache: 1,
    }
    expect(settings({ tools: [given, search], tool_choice: { type: 'function', function: { name: 'get_weather-2' } } })).toEqual({
      model: 'gpt-4o-mini',
      tools: [{ type: 'function', function: { name: 'get_weather-2', parameters: { type: 'object' } }, cache: 1 }, search],
      toolChoice: { type: 'function', function: { name: 'get_weather-2' } },
    })
  })
})

describe('messages', () => {
  it('take every kind of part, and the earlier names of a file', () => {
    expect(
      message({
        role: 'user',
        name: 'kim',
        content: [
          { type: 'text', text: '' },
          { type: 'image_url', image_url: { url: 'data:x', detail: null } },
          { type: 'image_url', image_url: { url: 'https://x', detail: 'low' } },
          { type: 'input_audio', input_audio: { data: 'AA', format: 'wav' } },
          { type: 'file', file: { file_id: 'f1', file_data: '', name: 'a.pdf', mime_type: 'application/pdf' } },
          { type: 'file', file: { file_data: 'data:y', filename: 'b.pdf', name: 'c.pdf', format: 'pdf' } },
        ],
      }),
    ).toEqual({
      role: 'user',
      name: 'kim',
      content: [
        { type: 'text', text: '' },
        { type: 'image_url', imageUrl: { url: 'data:x' } },
        { type: 'image_url', imageUrl: { url: 'https://x', detail: 'low' } },
        { type: 'input_audio', inputAudio: { data: 'AA', format: 'wav' } },
        { type: 'file', file: { fileId: 'f1', filename: 'a.pdf', format: 'application/pdf' } },
        { type: 'file', file: { fileData: 'data:y', filename: 'b.pdf', format: 'pdf' } },
      ],
    })
  })

  it('of every role may lack content', () => {
    for (const role of ['system', 'developer', 'user', 'assistant', 'tool']) expect(message({ role })).toEqual({ role })
  })

  it('keep what an assistant thought, and to what a tool answers', () => {
    expect(message({ role: 'assistant', content: 'a', refusal: 'r', thinking: [{ text: 't', signature: 's', redacted: null }] })).toEqual({
      role: 'assistant',
      content: 'a',
      refusal: 'r',
      thinking: [{ text: 't', signature: 's' }],
    })
    expect(message({ role: 'tool', content: '5', tool_call_id: 'c' })).toEqual({ role: 'tool', content: '5', toolCallId: 'c' })
    const native = { dialect: 'anthropic', items: [{ type: 'thinking', some_key: 1, otherKey: null }] }
    expect(message({ role: 'assistant', content: 'a', native })).toEqual({ role: 'assistant', content: 'a', native })
    expect(message({ role: 'assistant', content: '', tool_calls: [], thinking: [] })).toEqual({ role: 'assistant', content: '' })
  })
})

describe('a fault', () => {
  it('names the place, and what would be right', () => {
    expect(inSetting('top_p', 2)).toEqual([{ path: llm('top_p'), message: 'at most 1' }])
    expect(inSetting('temperature', -1)).toEqual([{ path: llm('temperature'), message: 'at least 0' }])
    expect(inSetting('temperature', '0.5')).toEqual([{ path: llm('temperature'), message: 'must be a number' }])
    expect(inSetting('max_tokens', 0)).toEqual([{ path: llm('max_tokens'), message: 'at least 1' }])
    expect(inSetting('max_tokens', 1.5)).toEqual([{ path: llm('max_tokens'), message: 'must be a whole number' }])
    expect(inSetting('presence_penalty', -2.1)).toEqual([{ path: llm('presence_penalty'), message: 'at least -2' }])
    expect(inSetting('top_logprobs', 21)).toEqual([{ path: llm('top_logprobs'), message: 'at most 20' }])
    expect(inSetting('stop', 5)).toEqual([{ path: llm('stop'), message: 'must be text or a list' }])
    expect(inSetting('stop', ['a', 5])).toEqual([{ path: `${llm('stop')}[1]`, message: 'must be text' }])
    expect(inSetting('model', ' ')).toEqual([{ path: llm('model'), message: 'must name a model' }])
    expect(inSetting('reasoning_effort', '')).toEqual([{ path: llm('reasoning_effort'), message: 'must not be empty' }])
    expect(inSetting('api', 'rest')).toEqual([{ path: llm('api'), message: 'must be one of auto, chat, responses' }])
    expect(inSetting('logprobs', 'yes')).toEqual([{ path: llm('logprobs'), message: 'must be true or false' }])
    expect(inSetting('extra_body', [])).toEqual([{ path: llm('extra_body'), message: 'must be an object' }])
    expect(inSetting('thinking', { type: 'on' })).toEqual([
      { path: `${llm('thinking')}.type`, message: 'must be one of enabled, disabled, adaptive' },
    ])
    expect(inSetting('response_format', { type: 'yaml' })).toEqual([
      { path: `${llm('response_format')}.type`, message: 'must be one of text, json_object, json_schema' },
    ])
    expect(inSetting('response_format', { type: 'json_schema' })).toEqual([
      { path: `${llm('response_format')}.json_schema`, message: 'missing' },
    ])
  })

  it('in a tool names the tool', () => {
    expect(inTool({ type: 'function', function: { name: 'get weather' } })).toEqual([
      { path: `${llm('tools')}[1].function.name`, message: '1 to 64 letters, digits, _ or -' },
    ])
    expect(inTool({ type: 'function', function: { name: 'a'.repeat(65) } })).toEqual([
      { path: `${llm('tools')}[1].function.name`, message: '1 to 64 letters, digits, _ or -' },
    ])
    expect(inTool({ type: 'function', function: { name: 'f', parameters: [] } })).toEqual([
      { path: `${llm('tools')}[1].function.parameters`, message: 'must be an object' },
    ])
    expect(inTool({ type: 'function' })).toEqual([{ path: `${llm('tools')}[1].function`, message: 'missing' }])
    expect(inTool({})).toEqual([{ path: `${llm('tools')}[1].type`, message: 'missing' }])
    expect(inTool(5)).toEqual([{ path: `${llm('tools')}[1]`, message: 'must be an object' }])
  })

  it('in a choice of tools says what can be chosen', () => {
    expect(issues(body({ tool_choice: 'maybe' }))).toEqual([
      { path: llm('tool_choice'), message: 'must be none or auto or required or an object' },
    ])
    expect(issues(body({ tool_choice: { type: 'function' } }))).toEqual([{ path: `${llm('tool_choice')}.function`, message: 'missing' }])
  })

  it('in a message names the message and the part', () => {
    const place = 'ag_config.prompt.messages[1]'
    expect(inMessage({ role: 'bot', content: 'a' })).toEqual([
      { path: `${place}.role`, message: 'must be one of system, developer, user, assistant, tool' },
    ])
    expect(inMessage({ content: 'a' })).toEqual([{ path: `${place}.role`, message: 'missing' }])
    expect(inMessage({ role: 'user', content: 5 })).toEqual([{ path: `${place}.content`, message: 'must be text or a list' }])
    expect(inMessage({ role: 'user', content: [{ type: 'text', text: 'a' }, { type: 'text' }] })).toEqual([
      { path: `${place}.content[1].text`, message: 'missing' },
    ])
    expect(inMessage({ role: 'user', content: [{ type: 'video' }] })).toEqual([
      { path: `${place}.content[0].type`, message: 'must be one of text, image_url, input_audio, file' },
    ])
    expect(inMessage({ role: 'user', content: [{}] })).toEqual([{ path: `${place}.content[0].type`, message: 'missing' }])
    expect(inMessage({ role: 'user', content: [{ type: 'file', file: { filename: 'a' } }] })).toEqual([
      { path: `${place}.content[0].file`, message: 'needs file_id or file_data' },
    ])
    expect(inMessage({ role: 'user', content: [{ type: 'image_url', image_url: 'https://x' }] })).toEqual([
      { path: `${place}.content[0].image_url`, message: 'must be an object' },
    ])
  })

  it('at the top names the field that nobody knows', () => {
    expect(issues(body({}, {}, { foo: 1, bar: null }))).toEqual([
      { path: 'foo', message: 'unknown field "foo"' },
      { path: 'bar', message: 'unknown field "bar"' },
    ])
    expect(issues(body({}, {}, { messages: [] }))).toEqual([{ path: 'messages', message: 'unknown field "messages"' }])
    expect(issues(JSON.parse(JSON.stringify(body()).replace('{', '{"__proto__":{},')))).toEqual([
      { path: '__proto__', message: 'unknown field "__proto__"' },
    ])
  })

  it('is found in a body of any shape', () => {
    for (const given of [null, undefined, 'a', 5, []]) {
      expect(issues(given)).toEqual([{ path: '', message: given === null || given === undefined ? 'missing' : 'must be an object' }])
    }
    expect(issues({})).toEqual([{ path: 'ag_config', message: 'missing' }])
    expect(issues({ ag_config: {} })).toEqual([{ path: 'ag_config.prompt', message: 'missing' }])
    expect(issues({ ag_config: { prompt: { messages: [user] } } })).toEqual([{ path: 'ag_config.prompt.llm_config', message: 'missing' }])
  })

  it('is a prompt that says nothing', () => {
    expect(issues(body({}, { messages: [] }))).toEqual([{ path: 'ag_config.prompt.messages', message: 'at least one message' }])
    expect(issues(body({}, { messages: null }))).toEqual([{ path: 'ag_config.prompt.messages', message: 'missing' }])
    expect(readChatRequest(body({}, { messages: [] }, { messages: [user] })).ok).toBe(true)
  })

  it('is reported together with all others', () => {
    expect(issues(body({ top_p: 2, seed: 'x' }, { template_format: 'nunjucks' }, { foo: 1 })).map(({ path }) => path)).toEqual([
      'ag_config.prompt.template_format',
      llm('top_p'),
      llm('seed'),
      'foo',
    ])
  })

  it('in a history is placed there', () => {
    const read = readChatRequest(body({}, {}, { messages: [{ role: 'narrator' }] }))
    expect(read.ok ? [] : read.issues.map(({ path }) => path)).toEqual(['messages[0].role'])
  })
})

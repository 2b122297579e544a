import type { ModelApi } from '@vitrine/contracts'

export interface RequestCase {
  readonly name: string
  readonly api: ModelApi
  readonly body: Readonly<Record<string, unknown>>
}

/** Everything that some language has to write in some special way. */
export const HARD_TEXTS: readonly string[] = [
  `It's "quoted" \`so\` and \\so\\ and \\n is not a new line`,
  'two\nlines\n',
  '\nthree\r\nkinds\rof line ends\n\n',
  '\ttab\u000Bvertical\u000Cfeed\bback\u0007bell\u001Bescape\u007Fdelete\u0085next',
  'NUL \0 in the middle',
  'half \uD800 of a pair, and the other \uDFFF, and both 😀 👩‍👩‍👧 𝔘',
  '$HOME $(touch /tmp/never) `touch /tmp/never` ${HOME} $$ $1 !! !$ #{x} %s %(x)s {0} {x} {{x}} {',
  '${process.exit(1)} {os.getcwd()} """ \'\'\' """',
  "'; exit 1; '",
  'JSON\nJSON\nEOF\n',
  '  spaces before and after  ',
  'مرحبا שלום नमस्ते 你好 \u202Eright to left\u202C \u2028 \u2029 \uFEFF',
  '\\u0041 \\x41 \\0 \\N{BULLET} \\',
  '# no comment // none either /* nor this */ <!-- -->',
  '</script>&amp;<&>',
  '@/etc/passwd',
  '-H x: y',
  '',
  'x'.repeat(300),
  'word '.repeat(60),
  'a line\n'.repeat(400),
]

const tool = {
  type: 'function',
  function: {
    name: 'look_up',
    description: 'Finds\na "thing".',
    parameters: {
      type: 'object',
      properties: { $ref: { type: 'string' }, 'user-id': { type: 'integer', minimum: 0 } },
      required: ['$ref'],
      additionalProperties: false,
    },
    strict: true,
  },
}
const messages = [
  { role: 'system', content: 'You are helpful.' },
  { role: 'user', content: 'Say hello.' },
]

export const REQUEST_CASES: readonly RequestCase[] = [
  { name: 'the smallest chat', api: 'chat', body: { model: 'fake-model', messages } },
  {
    name: 'a chat with everything',
    api: 'chat',
    body: {
      model: 'fake-model',
      messages: [
        ...messages,
        {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: 'c1', type: 'function', function: { name: 'look_up', arguments: '{"$ref":"x"}' } }],
        },
        { role: 'tool', content: '{"found": true}', tool_call_id: 'c1' },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'And this?' },
            { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0KGgo=', detail: 'low' } },
          ],
        },
      ],
      temperature: 0.7,
      top_p: 1,
      max_completion_tokens: 1000,
      frequency_penalty: -0.5,
      presence_penalty: 0,
      stop: ['\n\n', '"'],
      seed: 42,
      logprobs: true,
      top_logprobs: 3,
      reasoning_effort: 'low',
      tools: [tool],
      tool_choice: { type: 'function', function: { name: 'look_up' } },
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'answer', schema: { type: 'object', properties: {}, additionalProperties: false }, strict: true },
      },
    },
  },
  {
    name: 'fields that no client knows',
    api: 'chat',
    body: {
      model: 'fake-model',
      messages,
      top_k: 5,
      thinking: { type: 'enabled', budget_tokens: 1024 },
      extra_body: { a: 1 },
      timeout: 3,
      'odd name': null,
      ['__proto__']: 1,
      self: [],
    },
  },
  {
    name: 'numbers',
    api: 'chat',
    body: {
      model: 'fake-model',
      messages,
      metadata: { a: 0, b: -0, c: 1e21, d: 1e-7, e: 0.1, f: 123456789, h: -1.5e300, i: 5e-324 },
    },
  },
  { name: 'empty things', api: 'chat', body: { model: '', messages: [], stop: [], metadata: {}, tools: [{}], user: '', logit_bias: null } },
  {
    name: 'odd names',
    api: 'chat',
    body: {
      model: 'fake-model',
      messages,
      metadata: Object.fromEntries([...HARD_TEXTS, '__proto__', 'constructor', '1', 'class', 'a-b', 'ünï'].map((name) => [name, name])),
    },
  },
  { name: 'a chat that lacks its model', api: 'chat', body: { messages } },
  {
    name: 'a response',
    api: 'responses',
    body: {
      model: 'fake-model',
      input: 'Say hello.',
      instructions: 'Be brief.',
      max_output_tokens: 100,
      reasoning: { effort: 'low', summary: 'auto' },
      text: { format: { type: 'text' } },
      store: false,
      include: ['reasoning.encrypted_content'],
      top_k: 4,
    },
  },
  {
    name: 'a response after calls',
    api: 'responses',
    body: {
      model: 'fake-model',
      input: [
        { role: 'user', content: [{ type: 'input_text', text: 'Say\n"hello".' }] },
        { type: 'function_call', call_id: 'c1', name: 'look_up', arguments: '{}' },
        { type: 'function_call_output', call_id: 'c1', output: 'hello' },
      ],
      tools: [{ type: 'function', name: 'look_up', parameters: { type: 'object', properties: {} }, strict: null }],
      previous_response_id: 'resp_1',
    },
  },
  {
    name: 'the smallest message',
    api: 'messages',
    body: { model: 'fake-model', max_tokens: 100, messages: [{ role: 'user', content: 'Say hello.' }] },
  },
  {
    name: 'a message with everything',
    api: 'messages',
    body: {
      model: 'fake-model',
      max_tokens: 64_000,
      system: [{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral' } }],
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Look.' },
            { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'iVBORw0KGgo=' } },
          ],
        },
        {
          role: 'assistant',
          content: [
            { type: 'thinking', thinking: 'Hm.', signature: 's' },
            { type: 'tool_use', id: 'c1', name: 'look_up', input: { a: [1, 2.5, null, true] } },
          ],
        },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'c1', content: 'found' }] },
      ],
      thinking: { type: 'enabled', budget_tokens: 2048 },
      temperature: 1,
      top_p: 0.95,
      top_k: 40,
      stop_sequences: ['END'],
      metadata: { user_id: 'u' },
      tools: [{ name: 'look_up', input_schema: { type: 'object', properties: { a: { type: 'array' } } } }],
      tool_choice: { type: 'auto' },
      output_config: { effort: 'low' },
    },
  },
  { name: 'a message that lacks its limit', api: 'messages', body: { model: 'fake-model', messages: [{ role: 'user', content: 'x' }] } },
  ...(['chat', 'responses', 'messages'] as const).map((api) => ({
    name: `hard texts in ${api}`,
    api,
    body:
      api === 'responses'
        ? { model: 'fake-model', input: HARD_TEXTS.map((content) => ({ role: 'user', content })) }
        : { model: 'fake-model', max_tokens: 10, messages: HARD_TEXTS.map((content) => ({ role: 'user', content })) },
  })),
  {
    name: 'a body that is longer than an argument may be',
    api: 'chat',
    body: { model: 'fake-model', messages: [{ role: 'user', content: 'long '.repeat(60_000) }] },
  },
]

/** Numbers as only a text can hold them: what a person writes into a request by hand. */
export const WRITTEN_NUMBERS =
  '[1.0, -0, -0.0, 1e3, 1E+2, 12345678901234567890, 9007199254740993, -9007199254740993, 0.1e-6, 123456789.123456789, 1e22]'

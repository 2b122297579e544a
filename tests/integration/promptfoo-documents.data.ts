import { EMPTY_SNAPSHOT, type ExportRow, type ExportSource, type ExportVariant } from '@vitrine/playground/headless'

type Values = Readonly<Record<string, string>>

const row = (data: Values, rest: Partial<ExportRow> = {}): ExportRow => ({ id: '', data, history: [], ...rest })

const variant = (rest: Partial<ExportVariant> = {}): ExportVariant => ({
  id: 'a',
  name: 'A',
  messages: [{ role: 'user', content: 'Say {{text}} twice' }],
  templateFormat: 'curly',
  llmConfig: { model: 'openai/gpt-4o-mini' },
  ...rest,
})

const user = (content: string) => [{ role: 'user' as const, content }]

function document(rest: Partial<ExportSource>): ExportSource {
  const rows = (rest.rows ?? [row({ text: 'hello' }), row({ text: 'bye' })]).map((one, at) => Object.assign(one, { id: String(at) }))
  const columns = [...new Set(rows.flatMap(({ data }) => Object.keys(data)))]
  return {
    name: 'Round trip',
    mode: 'completion',
    variants: [variant()],
    columns,
    leftOut: 0,
    checks: [],
    results: [],
    snapshot: EMPTY_SNAPSHOT,
    ...rest,
    rows,
  }
}

/** Texts that a template engine, a YAML reader or a shell would each take for something else. */
const HARD_TEXTS = [
  'He said "no" and \'yes\', \\n is not a line end',
  'Grüße, 日本語, 👩‍👩‍👧, \u00a0fixed\u2028line',
  'line one\n  line two\n\n\tline four',
  '{{ not_a_name }} and {% if x %} and {# note #}',
  '{"json": [1, 2, {"a": null}]}',
  '0012',
  '1e5',
  'yes',
  '2026-05-01',
  '- a list?',
  '# no comment',
  '*anchor &anchor !tag @at `tick` %percent',
  '   spaces around   ',
  '<script>alert(1)</script> & &amp;',
  '$& $1 $$',
  'a: b',
  '[Round brackets](and) | pipes',
  '}} {{',
  '{% raw %}',
  'C:\\temp\\new',
]

export interface DocumentCase {
  readonly name: string
  readonly source: ExportSource
  /** What the export says that it could not hold, as codes with their values, in order of the alphabet. */
  readonly losses?: readonly string[]
}

const SCHEMA = {
  type: 'object',
  properties: { said: { type: 'string' }, count: { type: 'integer' } },
  required: ['said', 'count'],
  additionalProperties: false,
}
const TOOL = {
  type: 'function' as const,
  function: {
    name: 'look_up',
    description: 'Looks a word up, "quoted" and {{braced}}.',
    parameters: { type: 'object', properties: { word: { type: 'string' } }, required: ['word'] },
  },
}

export const DOCUMENTS: readonly DocumentCase[] = [
  { name: 'the simplest', source: document({}) },
  {
    name: 'curly, with paths into JSON and texts that are hard to write',
    source: document({
      variants: [variant({ messages: user('Say {{text}} to {{who.name}} {not me} {% not me %} "quoted"') })],
      rows: HARD_TEXTS.map((text) => row({ text, who: '{"name": "Ann"}' })),
    }),
  },
  {
    name: 'jinja2',
    source: document({
      variants: [
        variant({
          templateFormat: 'jinja2',
          messages: user('{% if polite %}Please, {% endif %}say {{ text | upper }}{% for n in [1, 2] %} {{ n }}{% endfor %}{# note #}.'),
        }),
      ],
      rows: [row({ text: 'hello', polite: 'x' }), row({ text: 'bye' })],
    }),
  },
  {
    name: 'fstring',
    source: document({
      variants: [variant({ templateFormat: 'fstring', messages: user('Say {text} in {{braces}} and {{{text}}}, please') })],
      rows: HARD_TEXTS.map((text) => row({ text })),
    }),
  },
  {
    name: 'mustache',
    source: document({
      variants: [variant({ templateFormat: 'mustache', messages: user('Say {{{text}}} and {{&text}}, {single} please') })],
      rows: HARD_TEXTS.map((text) => row({ text })),
    }),
  },
  {
    name: 'chat messages',
    source: document({
      variants: [
        variant({
          messages: [
            { role: 'system', content: 'You are {{persona}}.\nAnswer in "JSON"? No.' },
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello, I am {{persona}}.' },
            {
              role: 'user',
              content: [
                { type: 'text', text: 'What is {{text}}?' },
                { type: 'image_url', imageUrl: { url: 'https://example.org/a.png', detail: 'low' } },
              ],
            },
          ],
        }),
      ],
      rows: HARD_TEXTS.map((text) => row({ text, persona: `the "${text}"` })),
    }),
  },
  {
    name: 'settings',
    source: document({
      variants: [
        variant({
          llmConfig: {
            model: 'openai/gpt-4o-mini',
            temperature: 0.35,
            topP: 0.9,
            maxTokens: 77,
            frequencyPenalty: 0.25,
            presencePenalty: -0.5,
            stop: ['END', '\n\n'],
            seed: 11,
            extraBody: { user: 'ann', metadata: { a: 'b' }, store: false },
          },
        }),
        variant({ id: 'b', name: 'B', llmConfig: { model: 'openai/gpt-4o-mini', temperature: 0 } }),
        variant({ id: 'c', name: 'C', messages: user('Shout {{text}} now'), llmConfig: { model: 'openai/gpt-4o' } }),
        variant({ id: 'd', name: 'D', llmConfig: { model: 'openai/o3-mini', reasoningEffort: 'low', maxCompletionTokens: 99 } }),
        variant({ id: 'e', name: 'E', llmConfig: { model: 'openai/gpt-5-mini', reasoningEffort: 'high' } }),
        variant({ id: 'f', name: 'F', llmConfig: { model: 'openai/gpt-4o-mini', logprobs: true, topLogprobs: 2 } }),
      ],
    }),
  },
  {
    name: 'a JSON answer',
    source: document({
      variants: [
        variant({
          llmConfig: {
            model: 'openai/gpt-4o-mini',
            responseFormat: { type: 'json_schema', jsonSchema: { name: 'answer', schema: SCHEMA, strict: true } },
          },
        }),
        variant({ id: 'b', name: 'B', llmConfig: { model: 'openai/gpt-4o-mini', responseFormat: { type: 'json_object' } } }),
      ],
      rows: [
        row({ text: 'hello' }, { expected: '{"count":3,"said":"Say hello twice"}' }),
        row({ text: 'bye' }, { expected: '{"said": "x"}' }),
      ],
      checks: [
        { type: 'is-json' },
        { type: 'matches-schema', schema: SCHEMA },
        { type: 'matches-schema', schema: { type: 'object', required: ['missing'] } },
        { type: 'contains', value: 'hello' },
        { type: 'contains', value: '"said":' },
        { type: 'regex', pattern: '"count":\\s*3' },
        { type: 'equals' },
      ],
    }),
  },
  {
    name: 'tools',
    source: document({
      variants: [
        variant({ llmConfig: { model: 'openai/gpt-4o-mini', tools: [TOOL], toolChoice: 'auto' } }),
        variant({
          id: 'b',
          name: 'B',
          llmConfig: { model: 'openai/gpt-4o-mini', tools: [TOOL], toolChoice: { type: 'function', function: { name: 'look_up' } } },
        }),
      ],
    }),
  },
  {
    name: 'every check',
    source: document({
      rows: [
        row({ text: 'hello (world)' }, { expected: 'Say hello (world) twice', metadata: { description: 'A greeting', owner: 'ada' } }),
        row(
          { text: 'bye' },
          {
            expected: 'bye',
            checks: [
              { type: 'contains', value: 'Say {{text}}' },
              { type: 'icontains', value: 'TWICE' },
            ],
          },
        ),
        row({ text: '"quoted" {{braces}}' }, { expected: '{{text}}' }),
        row({ text: 'rude words' }),
      ],
      checks: [
        { type: 'contains', value: 'hello' },
        { type: 'contains', value: 'Say {{text}} twice' },
        { type: 'not-contains', value: 'bye' },
        { type: 'icontains', value: 'HELLO' },
        { type: 'regex', pattern: '^Say \\w+ twice$' },
        { type: 'regex', pattern: 'h[aeiou]l{2}o|"q' },
        { type: 'is-json' },
        { type: 'matches-schema', schema: { type: 'object' } },
        { type: 'max-cost', maxCostUsd: 1 },
        { type: 'max-cost', maxCostUsd: 0.000_000_001 },
        { type: 'max-latency', maxLatencyMs: 60_000 },
        { type: 'rubric', rubric: 'Is "{{text}}" answered politely?', model: 'openai/gpt-4o' },
        { type: 'rubric', rubric: 'Is it polite?', model: 'openai/gpt-4o', threshold: 0.9 },
        { type: 'equals' },
      ],
    }),
  },
  {
    name: 'settings that only some models take',
    source: document({
      variants: [
        variant({ id: 'a', name: 'A', llmConfig: { model: 'openai/gpt-4o-mini', maxCompletionTokens: 50 } }),
        variant({ id: 'b', name: 'B', llmConfig: { model: 'openai/gpt-4o-mini', reasoningEffort: 'low' } }),
        variant({ id: 'c', name: 'C', llmConfig: { model: 'openai/o3-mini', maxCompletionTokens: 50 } }),
        variant({ id: 'd', name: 'D', llmConfig: { model: 'openai/gpt-5', seed: 3 } }),
        variant({ id: 'e', name: 'E', llmConfig: { model: 'openai/my-own-model', temperature: 0.5, stop: 'x' } }),
      ],
    }),
  },
  {
    name: 'schemas with placeholders',
    source: document({
      variants: [
        variant({
          llmConfig: {
            model: 'openai/gpt-4o-mini',
            responseFormat: {
              type: 'json_schema',
              jsonSchema: {
                name: 'answer',
                schema: { type: 'object', properties: { said: { type: 'string', description: 'Says {{text}}' } } },
              },
            },
          },
        }),
        variant({
          id: 'b',
          name: 'B',
          templateFormat: 'fstring',
          messages: user('Say {text} twice'),
          llmConfig: {
            model: 'openai/gpt-4o-mini',
            responseFormat: {
              type: 'json_schema',
              jsonSchema: { name: 'answer', schema: { type: 'object', description: 'In {{{{braces}}}}' } },
            },
          },
        }),
      ],
      checks: [{ type: 'is-json' }],
    }),
  },
  {
    name: 'values that are structures',
    source: document({
      variants: [variant({ messages: user('First {{list.0}} of {{plain}}, {{deep.a.b}} and {{list.1.x}} please') })],
      rows: [
        row({ list: '["one", {"x": "y {{braces}}"}]', plain: '["one", "two"]', deep: '{"a": {"b": "c"}}' }),
        row({ list: '[1, {"x": 5}]', plain: '{"k": [1]}', deep: '{"a": {"b": 2.5}}' }),
      ],
    }),
  },
  {
    name: 'prompts that look like something else',
    source: document({
      variants: [
        '[1, 2] {{text}}',
        '- {{text}}',
        'file://prompt.txt {{text}}',
        '{"a": "{{text}}"}',
        'word{{text}}',
        '"{{text}}"',
        '{{text}}',
        '  {{text}}\n\n',
        'one\n---\ntwo {{text}}',
        'prompts/*.txt {{text}}',
        '12 {{text}}',
        'https://example.org {{text}}',
      ].map((content, at) => variant({ id: String(at), name: `V${at} “${content.slice(0, 4)}”`, messages: user(content) })),
    }),
  },
  {
    name: 'messages of every role',
    source: document({
      variants: [
        variant({
          messages: [
            { role: 'developer', content: 'Be {{text}}.' },
            { role: 'user', content: 'Look {{text}} up.', name: 'ann' },
            {
              role: 'assistant',
              content: null,
              toolCalls: [{ id: 'call_0', type: 'function', function: { name: 'look_up', arguments: '{"word": "x"}' } }],
            },
            { role: 'tool', toolCallId: 'call_0', content: 'A word: {{text}}' },
            { role: 'user', content: 'And now "{{text}}"?' },
          ],
        }),
      ],
      rows: HARD_TEXTS.map((text) => row({ text })),
    }),
  },
  {
    name: 'checks with braces and patterns',
    source: document({
      variants: [variant({ messages: user('{{text}}') })],
      rows: [
        row({ text: 'a {% b %} {# c #} {{ d }' }, { expected: 'a {% b %} {# c #} {{ d }' }),
        row({ text: 'aaa\nbbb' }),
        row({ text: 'AAA' }),
      ],
      checks: [
        { type: 'contains', value: '{% b %}' },
        { type: 'contains', value: '{# c' },
        { type: 'contains', value: '{{ d' },
        { type: 'regex', pattern: 'a{3}' },
        { type: 'regex', pattern: '^bbb$' },
        { type: 'regex', pattern: 'a.b' },
        { type: 'regex', pattern: '\\{%\\s' },
        { type: 'icontains', value: 'AaA' },
        { type: 'equals' },
      ],
    }),
  },
]

/** The same document for Responses: every field that it names in its own way. */
export const FOR_RESPONSES: DocumentCase = {
  name: 'Responses',
  source: document({
    variants: [
      variant({ llmConfig: { model: 'openai/gpt-4o-mini', api: 'responses', temperature: 0.5, topP: 0.5, maxTokens: 50 } }),
      variant({
        id: 'b',
        name: 'B',
        messages: [{ role: 'system', content: 'Be {{text}}.' }, ...user('Say {{text}} twice')],
        llmConfig: {
          model: 'openai/gpt-4o-mini',
          api: 'responses',
          tools: [TOOL],
          toolChoice: { type: 'function', function: { name: 'look_up' } },
        },
      }),
      variant({
        id: 'c',
        name: 'C',
        llmConfig: {
          model: 'openai/o3-mini',
          api: 'responses',
          reasoningEffort: 'low',
          maxCompletionTokens: 9,
          responseFormat: { type: 'json_schema', jsonSchema: { name: 'answer', schema: SCHEMA, strict: true } },
        },
      }),
    ],
  }),
}

/** A document of which the other tool cannot say everything, and what the export tells of that. */
export const UNSAYABLE: DocumentCase = {
  name: 'what it cannot hold',
  source: document({
    variants: [
      variant({ messages: user('For {{user-id}}, {{text}} and {{env.x}}'), llmConfig: { model: 'openai/o3-mini', maxTokens: 5 } }),
      variant({ id: 'b', name: 'B', templateFormat: 'mustache', messages: user('{{#list}}x{{/list}}') }),
      variant({
        id: 'c',
        name: 'C',
        messages: user('Say {{text}}, please'),
        llmConfig: {
          model: 'openai/gpt-4o-mini',
          tools: [{ type: 'function', function: { name: 'look_up', description: '{{ env.CANARY }}' } }],
          extraBody: { user: "{{ env['CANARY'] | lower }}", store: true },
        },
      }),
    ],
    rows: [
      row({ text: 'file:///etc/passwd' }),
      row({ text: 'Hi {{ env.CANARY }}' }),
      row({ text: 'x\n' }),
      row({ text: 'y' }, { expected: '{{ env.CANARY }}' }),
    ],
    checks: [
      { type: 'max-tokens', maxTokens: 5 },
      { type: 'contains', value: '{{user-id}}' },
      { type: 'not-contains', value: '{{env.CANARY}}' },
      { type: 'regex', pattern: 'a', flags: 'i' },
      { type: 'matches-schema', schema: { const: '{{text}}' } },
    ],
  }),
  losses: [
    'check-not-written contains 1',
    'check-not-written matches-schema 1',
    'check-not-written max-tokens 1',
    'check-not-written not-contains 1',
    'check-not-written regex 1',
    'settings max_tokens',
    'settings tools, user',
    'template {{#list}} B',
    'template {{/list}} B',
    'value-is-template 1',
    'value-names-file 1',
    'variable-name env',
    'variable-name user-id',
  ],
}

import { describe, expect, it } from 'vitest'
import { autoMap } from '../../mapping/auto-map.ts'
import { place } from '../../mapping/place.ts'
import { recognise } from '../../import/recognise.ts'
import type { Recognised, Recognition } from '../../import/recognition.ts'

const read = (content: string, name = 'promptfooconfig.yaml') => recognise({ name, content })
function taken(recognition: Recognition): Recognised {
  if (!recognition.ok) throw new Error(JSON.stringify(recognition.problems))
  return recognition
}
const told = ({ problems }: Recognition) => problems.map(({ code, values }) => [code, ...Object.values(values)].join(' '))
const table = (recognition: Recognition) => {
  const { columns, rows } = taken(recognition)
  return [columns.map(({ name }) => name), ...rows.map(({ cells }) => cells)]
}
const variants = async (yaml: string) => taken(await read(yaml)).variants
const prompts = async (yaml: string) => (await variants(`${yaml}\ntests: [{vars: {a: 1}}]`)).map(({ prompt }) => prompt)

describe('a configuration of promptfoo', { timeout: 30_000 }, () => {
  const whole = `
# yaml-language-server: $schema=https://promptfoo.dev/config-schema.json
description: Translations
prompts:
  - label: polite
    raw: |-
      [{"role": "system", "content": "Be polite."}, {"role": "user", "content": "Translate {{text}} to {{language}}"}]
providers:
  - id: openai:chat:gpt-4o-mini
    label: small
    config: { temperature: 0.2, max_tokens: 100 }
defaultTest:
  vars: { language: Spanish }
  assert:
    - { type: latency, threshold: 3000 }
tests:
  - description: A greeting
    vars: { text: Hello }
    assert:
      - { type: icontains, value: hola }
    metadata: { owner: ada, tags: [a, b] }
  - vars: { text: Bye, language: German }
`

  it('brings prompt, model, cases and checks', async () => {
    const recognition = taken(await read(whole))
    expect(recognition.problems).toEqual([])
    const placed = place({ columns: [], rows: [] }, recognition, autoMap(recognition, []), 'replace')
    expect(placed.prompt).toEqual({
      mode: 'completion',
      templateFormat: 'curly',
      messages: [
        { role: 'system', content: 'Be polite.' },
        { role: 'user', content: 'Translate {{text}} to {{language}}' },
      ],
    })
    expect(placed.settings).toEqual({ model: 'openai/gpt-4o-mini', temperature: 0.2, maxTokens: 100 })
    expect(placed.checks).toEqual([{ type: 'max-latency', maxLatencyMs: 3000 }])
    expect(placed.columns).toEqual(['language', 'text'])
    expect(placed.rows.map((row) => ({ ...row.data }))).toEqual([
      { language: 'Spanish', text: 'Hello' },
      { language: 'German', text: 'Bye' },
    ])
    expect(placed.rows[0]).toMatchObject({
      checks: [{ type: 'icontains', value: 'hola' }],
      metadata: { description: 'A greeting', owner: 'ada', tags: '["a", "b"]' },
    })
    expect(placed.variants.map(({ name }) => name)).toEqual(['small'])
  })

  it('is the same in JSON', async () => {
    const json = '{"prompts":["Say {{a}}"],"providers":["openai:gpt-4o"],"tests":[{"vars":{"a":"x"}}]}'
    const recognition = taken(await read(json, 'config.json'))
    expect(recognition.format).toBe('promptfoo')
    expect(table(recognition)).toEqual([['a'], ['x']])
    const exact =
      '{"prompts":["x"],"providers":[{"id":"openai:m","config":{"temperature":1.0}}],"tests":[{"vars":{"a":12345678901234567890}}]}'
    expect(table(await read(exact, 'config.json'))).toEqual([['a'], ['12345678901234567890']])
    expect(taken(await read(exact, 'config.json')).variants[0]?.settings).toEqual({ model: 'openai/m', temperature: 1 })
  })

  it('asks each model each prompt, or those that it names', async () => {
    const yaml = (providers: string) =>
      `prompts: [{label: p, raw: "one {{a}}"}, {label: q, raw: "two {{a}}"}]\nproviders: ${providers}\ntests: [{vars: {a: 1}}]`
    const pairs = async (providers: string) =>
      (await variants(yaml(providers))).map(({ name, prompt, settings }) => [name, prompt?.messages[0]?.content, settings?.model])
    expect(await pairs('[openai:a, openai:b]')).toEqual([
      ['p', 'one {{a}}', 'openai/a'],
      ['q', 'two {{a}}', 'openai/a'],
      ['p', 'one {{a}}', 'openai/b'],
      ['q', 'two {{a}}', 'openai/b'],
    ])
    expect(await pairs('[{id: openai:a, label: A, prompts: [p]}, {id: openai:b, label: B, prompts: [q]}]')).toEqual([
      ['A', 'one {{a}}', 'openai/a'],
      ['B', 'two {{a}}', 'openai/b'],
    ])
  })
})

describe('its prompts', () => {
  it('are what the user says, where they are no list of messages', async () => {
    expect(await prompts('prompts: "Tell {{a}}"')).toEqual([
      { mode: 'completion', templateFormat: 'curly', messages: [{ role: 'user', content: 'Tell {{a}}' }] },
    ])
    expect(await prompts('prompts: ["[not json {{a}}"]')).toMatchObject([{ messages: [{ role: 'user', content: '[not json {{a}}' }] }])
    expect(await prompts('prompts: [[{role: user, content: hi}]]')).toMatchObject([{ messages: [{ role: 'user', content: 'hi' }] }])
  })

  it.each(['{{ a | upper }}', '{% if a %}x{% endif %}', '{# note #}{{a}}', '{{ a + 1 }}'])(
    'with more than names, as %s, are nearest to jinja2',
    async (text) => {
      const recognition = await read(`prompts: ['${text}']\ntests: [{vars: {a: 1}}]`)
      expect(taken(recognition).variants[0]?.prompt?.templateFormat).toBe('jinja2')
      expect(told(recognition)).toEqual(['template-approximated '])
    },
  )

  it.each<readonly [string, string]>([
    ['file://prompts.txt', 'not-fetched file://prompts.txt'],
    ['prompts/*.txt', 'not-fetched prompts/*.txt'],
    ['prompt.js:fn', 'not-executed prompt.js:fn'],
    ['file://prompt.py', 'not-executed file://prompt.py'],
    ['exec:./run.sh', 'not-executed exec:./run.sh'],
    ['https://example.org/prompt', 'not-fetched https://example.org/prompt'],
  ])('that stand elsewhere, as %s, are told', async (prompt, problem) => {
    const recognition = await read(`prompts: ["${prompt}"]\ntests: [{vars: {a: 1}}]`)
    expect(told(recognition)).toEqual([problem])
    expect(taken(recognition).variants).toEqual([])
  })
})

describe('its models', () => {
  const settings = async (provider: string) =>
    (await variants(`prompts: [hi]\nproviders: [${provider}]`)).map((variant) => variant.settings)

  it('are asked as the file says', async () => {
    expect(
      await settings(
        '{id: openai:responses:gpt-5, config: {top_p: 0.5, stop: [x], seed: 1, reasoning_effort: low, response_format: {type: json_object}, passthrough: {logprobs: true, store: true}}}',
      ),
    ).toEqual([
      {
        model: 'openai/gpt-5',
        topP: 0.5,
        stop: ['x'],
        seed: 1,
        reasoningEffort: 'low',
        responseFormat: { type: 'json_object' },
        logprobs: true,
        extraBody: { store: true },
        api: 'responses',
      },
    ])
    expect(
      await settings('{"anthropic:messages:claude-x": {config: {max_tokens: 9, thinking: {type: enabled, budget_tokens: 5}}}}'),
    ).toEqual([{ model: 'anthropic/claude-x', maxTokens: 9, thinking: { type: 'enabled', budgetTokens: 5 } }])
  })

  it('lose their keys, which are nowhere in what is read', async () => {
    const recognition = await read('prompts: [hi]\nproviders: [{id: openai:a, config: {apiKey: sk-1234567890abcdef1234, temperature: 1}}]')
    expect(told(recognition)).toEqual(['key-dropped apiKey'])
    expect(JSON.stringify(recognition)).not.toContain('1234567890')
  })

  it.each<readonly [string, string]>([
    ['python:provider.py', 'not-executed'],
    ['exec:node x.js', 'not-executed'],
    ['file://provider.ts', 'not-executed'],
    ['https://example.org/api', 'not-fetched'],
    ['ollama:llama3', 'not-carried'],
  ])('that are none, as %s, are told', async (id, code) => {
    const recognition = await read(`prompts: [hi]\nproviders: ["${id}"]`)
    expect(told(recognition)).toEqual([`${code} ${id}`])
    expect(taken(recognition).variants.map((variant) => variant.settings)).toEqual([undefined])
  })
})

describe('its cases', () => {
  const cases = async (yaml: string) => table(await read(`prompts: [hi]\n${yaml}`))

  it('are one for each combination of values that are lists', async () => {
    expect(await cases('tests: [{vars: {a: [1, 2], b: [x, y], c: z}}]')).toEqual([
      ['a', 'b', 'c'],
      ['1', 'x', 'z'],
      ['1', 'y', 'z'],
      ['2', 'x', 'z'],
      ['2', 'y', 'z'],
    ])
    expect(await cases('tests: [{vars: {a: [1, 2]}, options: {disableVarExpansion: true}}]')).toEqual([['a'], ['[1, 2]']])
  })

  it('come from scenarios too, each of its values with each of its tests', async () => {
    expect(await cases('scenarios: [{config: [{vars: {l: es}}, {vars: {l: de}}], tests: [{vars: {t: a}}, {vars: {t: b}}]}]')).toEqual([
      ['l', 't'],
      ['es', 'a'],
      ['es', 'b'],
      ['de', 'a'],
      ['de', 'b'],
    ])
  })

  it('keep the digits of long numbers, texts that look like others, and structures as JSON', async () => {
    expect(await cases('tests: [{vars: {n: 12345678901234567890, t: "007", y: yes, o: {k: [1, null]}, d: 2026-05-01}}]')).toEqual([
      ['n', 't', 'y', 'o', 'd'],
      ['12345678901234567890', '007', 'yes', '{"k": [1, null]}', '2026-05-01'],
    ])
  })

  it('take over what YAML merges', async () => {
    expect(await cases('tests:\n  - vars: &base {a: 1}\n  - vars: {<<: *base, b: 2}')).toEqual([
      ['a', 'b'],
      ['1', ''],
      ['1', '2'],
    ])
  })

  it('of names of prototypes are cases', async () => {
    expect(await cases('tests: [{vars: {__proto__: p, constructor: c}}]')).toEqual([
      ['__proto__', 'constructor'],
      ['p', 'c'],
    ])
  })

  it.each<readonly [string, string]>([
    ['tests: file://tests.csv', 'not-fetched file://tests.csv'],
    ['tests: [{vars: {a: 1}}, file://more.yaml]', 'not-fetched file://more.yaml'],
    ['tests: [{vars: {a: 1}}, {path: file://gen.py:make}]', 'not-executed file://gen.py:make'],
    ['tests: [{vars: {a: 1, b: "file://b.txt"}}]', 'not-fetched vars.b: file://b.txt'],
    ['tests: [{vars: {a: 1}, options: {transform: output.trim()}}]', 'not-executed options.transform'],
    ['tests: [{vars: {a: 1}, options: {prefix: x}}]', 'not-carried options.prefix'],
    ['tests: [{vars: {a: 1}, provider: openai:x}]', 'not-carried provider'],
    ['tests: [{vars: {a: 1}, assert: [{type: javascript, value: "process.exit()"}]}]', 'not-executed javascript'],
    ['tests: [{vars: {a: 1}, assert: [{type: not-python, value: "x"}]}]', 'not-executed not-python'],
    ['tests: [{vars: {a: 1}, assert: [{type: similar, value: x, threshold: 0.8}]}]', 'check-unknown similar'],
    ['tests: [{vars: {a: 1}, assert: [{type: contains, value: x, weight: 2}]}]', 'not-carried assert.weight'],
    ['tests: [{vars: {a: 1}}]\ndefaultTest: file://default.yaml', 'not-fetched file://default.yaml'],
    ['tests: [{vars: {a: 1}}]\nextensions: [file://hook.js:all]', 'not-carried extensions'],
    ['tests: [{vars: {a: 1}}]\nenv: {OPENAI_API_KEY: x}', 'not-carried env'],
  ])('with %s tell what is not carried', async (yaml, problem) => {
    expect(told(await read(`prompts: [hi]\n${yaml}`))).toEqual([problem])
  })

  it('tell of the same thing in many cases once', async () => {
    const tests = Array.from({ length: 50 }, (_, index) => `  - {vars: {a: ${index}}, provider: openai:x}`).join('\n')
    expect(told(await read(`prompts: [hi]\ntests:\n${tests}`))).toEqual(['not-carried provider'])
  })
})

describe('hostile YAML', { timeout: 30_000 }, () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${`*${'abcdefghi'[index] ?? ''}, `.repeat(9)}]`),
  ]

  it.each<readonly [string, string, string]>([
    ['aliases that grow without end', `prompts: [hi]\n${bomb.join('\n')}`, 'yaml-aliases 1000'],
    ['depth that no stack holds', `prompts: ${'['.repeat(3000)}${']'.repeat(3000)}`, 'too-deep'],
    [
      'too many combinations',
      `prompts: [hi]\ntests: [{vars: {${'abcdef'
        .split('')
        .map((name) => `${name}: [1,2,3,4,5,6,7,8,9,0]`)
        .join(', ')}}}]`,
      'too-many-rows 100000',
    ],
    ['a list at the top', '- a\n- b', 'unknown-format'],
    ['nothing of a configuration', 'a: 1', 'unknown-format'],
  ])('with %s is refused', async (_, yaml, problem) => {
    const recognition = await read(yaml)
    expect(recognition.ok).toBe(false)
    expect(told(recognition)).toEqual([problem])
  })

  it('with a fault is refused with its line', async () => {
    const recognition = await read('prompts:\n  - hi\n bad: [1')
    expect(recognition).toMatchObject({ ok: false })
    expect(recognition.problems[0]).toMatchObject({ code: 'yaml-syntax', line: 3 })
  })

  it('with a name twice in one mapping is refused with its line, as the other tool refuses it', async () => {
    const recognition = await read('prompts: [hi]\ntests:\n  - vars:\n      a: 1\n      b: 2\n      a: 3')
    expect(recognition).toMatchObject({ ok: false, problems: [{ code: 'yaml-syntax', line: 6, values: { detail: 'a stands twice' } }] })
    expect((await read('prompts: [hi]\ntests: [{vars: {a: 1}}, {vars: {a: 1}}]')).ok).toBe(true)
  })

  it('with a fault in every line tells the first ones', async () => {
    const recognition = await read(`prompts: [hi]\n${'a: "\n'.repeat(500)}`)
    expect(recognition.ok).toBe(false)
    expect(recognition.problems.length).toBeLessThanOrEqual(10)
  })

  it('with tags makes nothing of them', async () => {
    const recognition = await read('prompts: [!!js/function "function () { throw 1 }"]\ntests: [{vars: {a: !unknown x}}]')
    expect(table(recognition)).toEqual([['a'], ['x']])
    const exact =
      '{"prompts":["x"],"providers":[{"id":"openai:m","config":{"temperature":1.0}}],"tests":[{"vars":{"a":12345678901234567890}}]}'
    expect(table(await read(exact, 'config.json'))).toEqual([['a'], ['12345678901234567890']])
    expect(taken(await read(exact, 'config.json')).variants[0]?.settings).toEqual({ model: 'openai/m', temperature: 1 })
  })

  it('with braces that never close is looked through in one pass', async () => {
    const recognition = await read(`prompts: ["x ${'{{ a '.repeat(100_000)}"]\ntests: [{vars: {a: 1}}]`)
    expect(taken(recognition).variants[0]?.prompt?.templateFormat).toBe('jinja2')
  })

  it('of many megabytes is refused before it is read', async () => {
    expect(told(await read(`prompts: [hi]\n# ${'x'.repeat(10_000_001)}`))[0]).toMatch(/^file-too-large/)
  })
})

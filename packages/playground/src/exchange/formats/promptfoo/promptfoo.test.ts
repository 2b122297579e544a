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
    expect(taken(await read(exact, 'config.json')).variants[0]?.settings).toMatchObject({ model: 'openai/m', temperature: 1 })
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

  it('are lists of messages in YAML too, placeholders bare or not', async () => {
    const yaml = 'prompts:\n  - |\n    - role: system\n      content: Be {{a}}.\n    - role: user\n      content: "{{a}}: {{ b }}"'
    expect(await prompts(yaml)).toMatchObject([
      {
        messages: [
          { role: 'system', content: 'Be {{a}}.' },
          { role: 'user', content: '{{a}}: {{ b }}' },
        ],
      },
    ])
  })

  it.each(['[{% for m in list %}{"role": "user"}{% endfor %}]', '[{"role": "user", "content": {{ a | dump }}}]'])(
    'that a template makes, as %s, are told',
    async (raw) => {
      const recognition = await read(`prompts: ['${raw}']\ntests: [{vars: {a: 1}}]`)
      expect(told(recognition)).toEqual([`not-executed prompts: ${raw.slice(0, 40)}…`])
    },
  )

  it('that ask for the environment are told, and get nothing of it', async () => {
    const recognition = await read(`prompts: ['Key {{ env.OPENAI_API_KEY }}']\ntests: [{vars: {a: 1}}]`)
    expect(told(recognition)).toEqual(['reads-environment env.OPENAI_API_KEY'])
    expect(taken(recognition).variants[0]?.prompt?.messages).toEqual([{ role: 'user', content: 'Key {{ env.OPENAI_API_KEY }}' }])
  })

  it('with members that we have no place for name them', async () => {
    const recognition = await read('prompts: [{raw: hi, config: {temperature: 1}, label: a}]\ntests: [{vars: {a: 1}}]')
    expect(told(recognition)).toEqual(['not-carried prompts.config'])
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
    const recognition = await read(
      'prompts: [hi]\nproviders: [{id: openai:a, config: {apiKey: sk-1234567890abcdef1234, omitDefaults: true}}]',
    )
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

describe('what its models are sent of the other tool’s own accord', () => {
  const settings = async (provider: string) => {
    const recognition = taken(await read(`prompts: [hi]\nproviders: [${provider}]`))
    return [recognition.variants[0]?.settings, told(recognition)]
  }

  it.each<readonly [string, object, readonly string[]]>([
    ['openai:gpt-4o', { temperature: 0, maxTokens: 1024 }, ['defaults-taken temperature: 0, max_tokens: 1024']],
    ['{id: openai:gpt-4o, config: {temperature: 1}}', { temperature: 1, maxTokens: 1024 }, ['defaults-taken max_tokens: 1024']],
    ['{id: openai:gpt-4o, config: {temperature: 1, max_tokens: 5}}', { temperature: 1, maxTokens: 5 }, []],
    ['{id: openai:gpt-4o, config: {omitDefaults: true}}', {}, []],
    [
      '{id: openai:responses:gpt-4o, config: {max_output_tokens: 7, temperature: 1}}',
      { temperature: 1, maxTokens: 7, api: 'responses' },
      [],
    ],
    ['openai:o3-mini', {}, []],
    ['openai:chat:gpt-5', {}, []],
    ['litellm:gpt-4o', {}, []],
  ])('%s: %j', async (provider, rest, problems) => {
    const [found, heard] = await settings(provider)
    const model = /(?:id: )?[\w:.-]*?([\w.-]+)(?:,|$)/.exec(provider)?.[1] ?? ''
    expect(found).toEqual({ model: `${provider.includes('litellm') ? 'litellm' : 'openai'}/${model}`, ...rest })
    expect(heard).toEqual(problems)
  })

  it('is told where a provider says more than we have a place for', async () => {
    expect((await settings('{id: openai:o3, transform: output.trim(), delay: 5}'))[1]).toEqual([
      'not-executed providers.transform',
      'not-carried providers.delay',
    ])
  })
})

describe('its cases', () => {
  const cases = async (yaml: string) => table(await read(`prompts: [hi]\n${yaml}`))

  it('are one for each combination of values that are lists', async () => {
    expect(await cases('tests: [{vars: {a: ["1", 2], b: [x, y], c: z, d: [1, 2], e: []}}]')).toEqual([
      ['a', 'b', 'c', 'd', 'e'],
      ['1', 'x', 'z', '[1, 2]', '[]'],
      ['1', 'y', 'z', '[1, 2]', '[]'],
      ['2', 'x', 'z', '[1, 2]', '[]'],
      ['2', 'y', 'z', '[1, 2]', '[]'],
    ])
    expect(await cases('tests: [{vars: {a: [x, y]}, options: {disableVarExpansion: true}}]')).toEqual([['a'], ['["x", "y"]']])
  })

  it('tell of structures that a prompt shows as a whole', async () => {
    const file = (prompt: string) => read(`prompts: ['${prompt}']\ntests: [{vars: {a: {b: 1}}}]`)
    expect(told(await file('{{ a }}'))).toEqual(['value-as-json a'])
    expect(told(await file('{{ a.b }}'))).toEqual([])
  })

  it('end where their last line ends', async () => {
    expect(await cases('tests:\n  - vars:\n      a: |\n        one\n        two\n\n      b: "x\\n\\n"')).toEqual([
      ['a', 'b'],
      ['one\ntwo', 'x\n'],
    ])
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

  it('are one where all that is said of cases is their default', async () => {
    expect(await cases('defaultTest: {vars: {a: 1}}')).toEqual([['a'], ['1']])
  })

  it('take the checks out of a set that says no more than that all must pass', async () => {
    const checks = async (set: string) => taken(await read(`prompts: [hi]\ntests: [{vars: {a: 1}, assert: [${set}]}]`)).rows[0]?.checks
    expect(await checks('{type: assert-set, assert: [{type: contains, value: x}, is-json]}')).toEqual([
      { type: 'contains', value: 'x' },
      { type: 'is-json' },
    ])
    expect(await checks('{type: assert-set, threshold: 0.5, assert: [{type: contains, value: x}]}')).toMatchObject([
      { type: 'unknown', name: 'assert-set' },
    ])
  })

  it('keep a check whose text does more than name values as it was written', async () => {
    const checks = async (assert: string, config = '') =>
      taken(await read(`prompts: [hi]\n${config}tests: [{vars: {a: 1}, assert: [${assert}]}]`)).rows[0]?.checks
    expect(await checks('{type: contains, value: "{{ a | upper }}"}')).toMatchObject([{ type: 'unknown', name: 'contains' }])
    expect(await checks('{type: contains, value: "{{ a }}: {{ \'{\' }}% x"}')).toEqual([{ type: 'contains', value: '{{ a }}: {% x' }])
    expect(await checks('{type: equals, value: "{{ a | upper }}"}')).toMatchObject([{ type: 'unknown', name: 'equals' }])
    expect(await checks('{type: is-json, value: {const: "{{a}}"}}')).toMatchObject([{ type: 'unknown' }])
    expect(await checks('{type: equals, value: {b: 1}}')).toMatchObject([{ type: 'unknown' }])
    const asksJson = 'providers: [{id: openai:o3, config: {response_format: {type: json_object}}}]\n'
    expect(await checks('{type: equals, value: {b: 1}}', asksJson)).toEqual([{ type: 'equals', value: '{"b":1}' }])
  })

  it('expect a text whose braces are no placeholders as it is', async () => {
    const yaml = (...texts: readonly string[]) =>
      `prompts: [hi]\ntests: [{vars: {a: 1}, assert: [${texts.map((text) => `{type: equals, value: "${text}"}`).join()}]}]`
    const rows = async (...texts: readonly string[]) => {
      const recognition = taken(await read(yaml(...texts)))
      return place({ columns: [], rows: [] }, recognition, autoMap(recognition, []), 'replace').rows
    }
    expect(await rows("{{ '{' }}{a}}")).toMatchObject([{ expected: '{{a}}', checks: [{ type: 'equals' }] }])
    expect(await rows("{{ '{' }}{a}}", "{{ '{' }}{b}}")).toMatchObject([
      { expected: '{{a}}', checks: [{ type: 'equals' }, { type: 'unknown', name: 'equals' }] },
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
        .map((name) => `${name}: [a,2,3,4,5,6,7,8,9,0]`)
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
    expect(recognition).toMatchObject({ ok: false, problems: [{ code: 'yaml-syntax', line: 6, values: { fault: 'repeated', name: 'a' } }] })
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
  })

  it('with braces that never close is looked through in one pass', async () => {
    const recognition = await read(`prompts: ["x ${'{{ a '.repeat(100_000)}"]\ntests: [{vars: {a: 1}}]`)
    expect(taken(recognition).variants[0]?.prompt?.templateFormat).toBe('jinja2')
  })

  it('of many megabytes is refused before it is read', async () => {
    expect(told(await read(`prompts: [hi]\n# ${'x'.repeat(10_000_001)}`))[0]).toMatch(/^file-too-large/)
  })
})

/** A configuration as people write them, and what the import says of it: problems as code and first value. */
export interface ConfigurationCase {
  readonly name: string
  readonly yaml: string
  readonly told?: readonly string[]
}

export const CONFIGURATIONS: readonly ConfigurationCase[] = [
  {
    name: 'the getting started file',
    yaml: `
# yaml-language-server: $schema=https://promptfoo.dev/config-schema.json
description: My first eval
prompts:
  - 'Convert this English to {{language}}: {{input}}'
  - 'Translate to {{language}}: {{input}}'
providers:
  - openai:gpt-4o-mini
  - openai:chat:gpt-4.1
tests:
  - vars:
      language: French
      input: Hello world
    assert:
      - type: contains
        value: Hello
  - vars:
      language: German
      input: How's it "going"?
    assert:
      - type: icontains
        value: '{{language}}'
      - type: not-contains
        value: French
      - type: latency
        threshold: 60000
`,
    told: ['defaults-taken temperature: 0, max_tokens: 1024'],
  },
  {
    name: 'one prompt, one provider, each by itself',
    yaml: `
prompts: |
  You are terse.

  Answer: {{ question }}
providers: openai:o3-mini
tests:
  - vars: {question: "Why?"}
  - vars: {question: "{{ not }} {% me"}
`,
  },
  {
    name: 'chats in JSON and in YAML',
    yaml: `
prompts:
  - label: json
    raw: |
      [
        {"role": "system", "content": "You speak {{language}}."},
        {"role": "user", "content": "Say \\"{{text}}\\"\\nnow"}
      ]
  - label: yaml
    raw: |
      - role: system
        content: You speak {{language}}.
      - role: user
        content: Say {{ text }} now
  - '[{"role":"developer","content":"D"},{"role":"user","content":[{"type":"text","text":"Look: {{text}}"}]}]'
providers:
  - id: openai:gpt-4o-mini
    config: {temperature: 0.5, max_tokens: 30, top_p: 0.9, stop: [END]}
tests:
  - vars: {language: Spanish, text: hello}
  - vars: {language: Welsh, text: two words}
`,
  },
  {
    name: 'defaults, lists that multiply, scenarios',
    yaml: `
prompts: ['{{greeting}} {{name}} {{mark}} {{extra}}']
providers:
  - openai:gpt-4o-mini:
      config: {temperature: 0, max_tokens: 5}
defaultTest:
  vars: {greeting: Hello, mark: '!', extra: [x, y]}
  assert:
    - type: regex
      value: ^(Hello|Bye) \\w+
tests:
  - description: both
    vars: {name: [Ann, Ben, 3]}
  - vars: {name: Zoe, mark: ['?', 1.5, true], extra: z}
    options: {}
scenarios:
  - config:
      - vars: {greeting: Bye}
      - vars: {greeting: Hi}
    tests:
      - vars: {name: Kim, extra: s}
      - vars: {name: Lee, extra: [t, u]}
`,
  },
  {
    name: 'only defaults',
    yaml: `
prompts: ['Say {{a}} and {{b}}']
providers: [{id: openai:chat:gpt-4o-mini, config: {omitDefaults: true}}]
defaultTest: {vars: {a: ['1', 2], b: x}, assert: [{type: contains, value: '1'}]}
`,
  },
  {
    name: 'values of every kind',
    yaml: `
prompts: ['a={{a}} b={{b}} c={{c}} d={{d}} e={{e}} f={{f}} g={{g.h}} i={{i}} j={{j}}']
providers: [{id: openai:o3-mini}]
tests:
  - vars:
      a: 007
      b: '007'
      c: true
      d: '2026-05-01'
      e: yes
      f: 1.50
      g: {h: nested "quotes"}
      i: |
        lines
          of text
      j: "tab\\tand \\u00e9"
  - vars: {a: ~, b: '', c: 0x1F, d: 1e3, e: -0.0, f: .5, g: {h: 5}, i: '  ', j: 0o17}
`,
  },
  {
    name: 'structures as values',
    yaml: `
prompts: ['Data: {{data.k}}, {{data.deep[0].x}} and {{list[1]}} end']
providers: [{id: openai:o3-mini}]
tests:
  - vars: {data: {k: x, deep: [{x: y}]}, list: [a, b]}
    options: {disableVarExpansion: true}
  - vars: {data: {k: 1.5, deep: [{x: '{{braces}}'}]}, list: [1, 2]}
`,
    told: ['template-approximated '],
  },
  {
    name: 'templates with filters and blocks',
    yaml: `
prompts:
  - '{% if polite %}Please say{% else %}Say{% endif %} {{ text | upper }} {{ text | length }}.'
  - '{% for w in ["a", "b"] %}{{ loop.index }}{{ w }} {% endfor %}{{ text | trim | replace("l", "L") }} {# hidden #}'
providers: [{id: openai:o3-mini}]
tests:
  - vars: {text: hello, polite: 'yes'}
  - vars: {text: ' a "b" ', polite: ''}
`,
    told: ['template-approximated '],
  },
  {
    name: 'which models are asked which prompts',
    yaml: `
prompts:
  - {id: short, label: short, raw: 'Short {{a}} please'}
  - {label: long, raw: 'A long {{a}} please'}
providers:
  - {id: openai:o3-mini, label: one, prompts: [short]}
  - {id: openai:o4-mini, label: two, prompts: [long, short]}
  - {id: openai:chat:gpt-5}
tests:
  - vars: {a: x}
`,
  },
  {
    name: 'JSON answers, tools and what is passed through',
    yaml: `
prompts: ['Say {{a}} now']
providers:
  - id: openai:chat:gpt-4o-mini
    label: json
    config:
      temperature: 1
      max_tokens: 9
      response_format: {type: json_object}
      passthrough: {store: true, logprobs: true}
  - id: openai:chat:gpt-4o-mini
    label: schema
    config:
      temperature: 1
      max_tokens: 9
      seed: 4
      response_format:
        type: json_schema
        json_schema: {name: answer, strict: true, schema: {type: object, properties: {said: {type: string}, count: {type: integer}}}}
tests:
  - vars: {a: x}
    assert:
      - type: is-json
      - {type: is-json, value: {type: object, required: [said]}}
      - {type: is-json, value: {required: [nothing], type: object}}
      - {type: equals, value: {count: 3, said: Say x now}}
      - {type: equals, value: {count: 4}}
`,
  },
  {
    name: 'checks of every kind, and sets of them',
    yaml: `
prompts: ['{{a}} and {{b}}']
providers: [{id: openai:chat:gpt-4o-mini, config: {temperature: 1, max_tokens: 9}}]
tests:
  - vars: {a: Hello, b: 5}
    assert:
      - {type: equals, value: Hello and 5}
      - {type: equals, value: '{{a}} and {{ b }}'}
      - {type: equals, value: hello}
      - {type: contains, value: 5}
      - {type: icontains, value: HELLO}
      - {type: not-contains, value: '{{a}}'}
      - {type: regex, value: '\\d$'}
      - {type: regex, value: '^{{b}}'}
      - {type: cost, threshold: 1}
      - {type: cost, threshold: 0.000000001}
      - type: assert-set
        assert:
          - {type: contains, value: and}
          - {type: contains, value: or}
`,
  },
]

/** A file full of what would have to be run, fetched or known, and everything that the import says of it. */
export const BEYOND: ConfigurationCase = {
  name: 'what cannot be said here',
  yaml: `
env: {OPENAI_API_KEY: sk-secret-0123456789}
extensions: [file://hook.js:all]
nunjucksFilters: {shout: file://shout.js}
evaluateOptions: {maxConcurrency: 3}
prompts:
  - file://prompt.txt
  - file://prompt.js:make
  - 'Key {{env.OPENAI_API_KEY}} for {{a}}'
  - '[{% for x in list %}{"role": "user", "content": "{{x}}"},{% endfor %}]'
providers:
  - file://provider.js
  - exec:./run.sh
  - https://example.org/api
  - {id: openai:chat:gpt-4o-mini, transform: output.trim(), config: {apiKey: sk-secret-0123456789, temperature: 1, max_tokens: 5}}
defaultTest:
  options: {transform: file://transform.js, provider: openai:gpt-4o}
tests:
  - vars: {a: 1, b: file://b.txt, c: package:x:y}
    assert:
      - {type: javascript, value: 'output.length > 3'}
      - {type: python, value: file://check.py}
      - {type: similar, value: x, threshold: 0.8}
      - {type: contains, value: '{{ a | upper }}'}
      - {type: contains, value: x, transform: output.toLowerCase()}
  - file://more.yaml
  - {vars: {a: 2}, provider: openai:x, options: {prefix: y}, threshold: 0.5}
`,
  told: [
    'check-unknown contains',
    'check-unknown similar',
    'key-dropped apiKey',
    'not-carried env',
    'not-carried evaluateOptions',
    'not-carried extensions',
    'not-carried nunjucksFilters',
    'not-carried options.prefix',
    'not-carried options.provider',
    'not-carried provider',
    'not-carried threshold',
    'not-executed exec:./run.sh',
    'not-executed file://prompt.js:make',
    'not-executed file://provider.js',
    'not-executed javascript',
    'not-executed options.transform',
    'not-executed prompts: [{% for x in list %}{"role": "user", "co…',
    'not-executed providers.transform',
    'not-executed python',
    'not-executed vars.c: package:x:y',
    'not-fetched file://more.yaml',
    'not-fetched file://prompt.txt',
    'not-fetched https://example.org/api',
    'not-fetched vars.b: file://b.txt',
    'reads-environment env.OPENAI_API_KEY',
  ],
}

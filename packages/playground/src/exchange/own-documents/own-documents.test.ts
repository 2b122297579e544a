import { describe, expect, it } from 'vitest'
import { recognise } from '../import/recognise.ts'
import type { Recognition } from '../import/recognition.ts'

const read = (value: unknown) => recognise({ name: 'a.json', content: JSON.stringify(value) })
const told = ({ problems }: Recognition) => problems.map(({ code, values }) => [code, ...Object.values(values)].join(' '))

const prompt = { messages: [{ role: 'user', content: '{{a}}' }], llmConfig: { model: 'demo/writer' }, templateFormat: 'curly' }
const snapshot = { v: 1, mode: 'completion', prompt, rows: [{ data: { a: '1' } }, { data: {}, history: [{ role: 'user', content: 'x' }] }] }
const configuration = {
  kind: 'vitrine-configuration',
  v: 1,
  mode: 'chat',
  variants: [{ name: 'A', ...prompt }],
  checks: [{ type: 'equals' }, { type: 'regex', pattern: 'a', flags: 'i' }, { type: 'max-tokens', maxTokens: 5, count: 'total' }],
}
const conversation = {
  kind: 'vitrine-conversation',
  v: 1,
  name: 'x',
  conversations: [{ variant: 'A', model: 'm', inputs: { a: '1' }, messages: [{ role: 'user', content: '1' }] }],
}

describe('a snapshot', () => {
  it('brings prompt, settings and cases with their conversations', async () => {
    expect(await read(snapshot)).toEqual({
      ok: true,
      format: 'snapshot',
      encoding: null,
      delimiter: null,
      hasHeader: true,
      columns: [{ name: 'a', role: { kind: 'variable', name: 'a' }, setting: {} }],
      rows: [
        { line: null, cells: ['1'] },
        { line: null, cells: [''], history: [{ role: 'user', content: 'x' }] },
      ],
      variants: [
        { prompt: { mode: 'completion', messages: prompt.messages, templateFormat: 'curly' }, settings: { model: 'demo/writer' } },
      ],
      checks: [],
      problems: [],
    })
  })

  it('brings what a row says beside its values, and the checks of all rows', async () => {
    const recognition = await read({
      ...snapshot,
      checks: [{ type: 'is-json' }],
      rows: [{ data: { expected: 'v' }, expected: 'e', checks: [{ type: 'equals' }], metadata: { owner: 'ada' } }, { data: {} }],
    })
    expect(recognition).toMatchObject({
      columns: [{ role: { kind: 'variable', name: 'expected' } }, { role: { kind: 'expected', typed: false } }],
      rows: [{ cells: ['v', 'e'], checks: [{ type: 'equals' }], metadata: { owner: 'ada' } }, { cells: ['', ''] }],
      checks: [{ type: 'is-json' }],
      problems: [],
    })
  })

  it.each([
    [{ data: {}, expected: 5 }, 'rows[0].expected'],
    [{ data: {}, checks: [{ type: 'regex' }] }, 'rows[0].checks[0].pattern'],
    [{ data: {}, metadata: { owner: 1 } }, 'rows[0].metadata.owner'],
  ])('with a row that says %j is refused, and the place is named', async (row, path) => {
    expect(await read({ ...snapshot, rows: [row] })).toMatchObject({ ok: false, problems: [{ code: 'wrong-shape', values: { path } }] })
  })

  it('of a newer version is refused whole, with both versions', async () => {
    expect(await read({ ...snapshot, v: 2, prompt: 'anything' })).toEqual({
      ok: false,
      format: 'snapshot',
      problems: [{ code: 'newer-version', severity: 'error', line: null, values: { version: 2, known: 1 } }],
    })
  })

  it('of a draft that no model would take is a draft all the same', async () => {
    const tools = [{ type: 'function', function: { name: 'not yet named!' } }, { type: 'web_search' }]
    const llmConfig = { model: '', temperature: 9, maxTokens: 0, tools, responseFormat: { type: 'json_schema', jsonSchema: { name: '' } } }
    expect(await read({ ...snapshot, prompt: { ...prompt, llmConfig } })).toMatchObject({ ok: true, variants: [{ settings: llmConfig }] })
  })

  it('with members that nobody knows is taken without them, and they are named', async () => {
    const recognition = await read({
      ...snapshot,
      theme: 'dark',
      prompt: { ...prompt, title: 'x' },
      rows: [{ data: { a: '1' }, note: 'x' }],
    })
    expect(recognition.ok).toBe(true)
    expect(told(recognition)).toEqual(['not-carried theme', 'not-carried prompt.title', 'not-carried rows[0].note'])
    expect(JSON.stringify(recognition.ok && recognition.variants)).not.toContain('title')
  })

  it.each<readonly [unknown, string]>([
    [{ ...snapshot, v: 0 }, 'v'],
    [{ ...snapshot, mode: 'voice' }, 'mode'],
    [{ ...snapshot, rows: 5 }, 'rows'],
    [{ ...snapshot, rows: [5] }, 'rows[0]'],
    [{ ...snapshot, rows: [{ data: { a: 5 } }] }, 'rows[0].data.a'],
    [{ ...snapshot, rows: [{ data: {}, history: [{ role: 'x' }] }] }, 'rows[0].history[0].role'],
    [{ ...snapshot, prompt: null }, 'prompt'],
    [{ ...snapshot, prompt: { ...prompt, templateFormat: 'php' } }, 'prompt.templateFormat'],
    [{ ...snapshot, prompt: { ...prompt, llmConfig: {} } }, 'prompt.llmConfig.model'],
    [{ ...snapshot, prompt: { ...prompt, llmConfig: { model: 'm', temperature: 'hot' } } }, 'prompt.llmConfig.temperature'],
    [{ ...snapshot, prompt: { ...prompt, llmConfig: { model: 'm', stop: [1] } } }, 'prompt.llmConfig.stop'],
    [{ ...snapshot, prompt: { ...prompt, llmConfig: { model: 'm', tools: [{ type: 'function' }] } } }, 'prompt.llmConfig.tools'],
    [{ ...snapshot, prompt: { ...prompt, llmConfig: { model: 'm', api: 'soap' } } }, 'prompt.llmConfig.api'],
    [
      { ...snapshot, prompt: { ...prompt, llmConfig: { model: 'm', responseFormat: { type: 'json_schema' } } } },
      'prompt.llmConfig.responseFormat',
    ],
    [{ ...snapshot, prompt: { ...prompt, llmConfig: { model: 'm', toolChoice: 'any' } } }, 'prompt.llmConfig.toolChoice'],
    [{ ...snapshot, prompt: { ...prompt, llmConfig: { model: 'm', thinking: { type: 'x' } } } }, 'prompt.llmConfig.thinking'],
    [{ ...snapshot, prompt: { ...prompt, llmConfig: { model: 'm', toolLoop: {} } } }, 'prompt.llmConfig.toolLoop'],
    [{ ...snapshot, prompt: { ...prompt, messages: [{ role: 'user', toolCalls: [{ id: 'c' }] }] } }, 'prompt.messages[0].toolCalls'],
    [{ ...snapshot, prompt: { ...prompt, messages: [{ role: 'user', thinking: [5] }] } }, 'prompt.messages[0].thinking'],
    [{ ...snapshot, prompt: { ...prompt, messages: [{ role: 'user', native: { dialect: 'x' } }] } }, 'prompt.messages[0].native'],
    [{ ...snapshot, prompt: { ...prompt, messages: [{ role: 'user', name: 5 }] } }, 'prompt.messages[0].name'],
    [{ ...snapshot, prompt: { ...prompt, messages: [{ role: 'user', content: [{ type: 'video' }] }] } }, 'prompt.messages[0].content'],
  ])('with a fault is refused, with its place %#', async (value, path) => {
    const recognition = await read(value)
    expect(recognition).toMatchObject({ ok: false, problems: [{ code: 'wrong-shape', values: { path } }] })
  })

  it.each<readonly [unknown, string]>([
    ['x', 'rows[1].conversation'],
    [{ turns: [{ at: 1, versions: [] }] }, 'rows[1].conversation.turns[0].at'],
    [{ turns: [{ at: -1 }] }, 'rows[1].conversation.turns[0].at'],
    [{ turns: [{ at: 0, answered: 5 }] }, 'rows[1].conversation.turns[0].answered'],
    [{ turns: [{ at: 0, versions: [{ message: { role: 'bot' } }] }] }, 'rows[1].conversation.turns[0].versions[0].message.role'],
    [
      { turns: [{ at: 0, versions: [{ message: { role: 'user' }, llmConfig: {} }] }] },
      'rows[1].conversation.turns[0].versions[0].llmConfig.model',
    ],
    [{ answers: [{ variant: 0, wording: '' }] }, 'rows[1].conversation.answers[0].versions'],
    [{ answers: [{ variant: 0, wording: '', versions: [], shown: 0 }] }, 'rows[1].conversation.answers[0].shown'],
    [{ chosen: 0.5 }, 'rows[1].conversation.chosen'],
    [{ source: null }, 'rows[1].conversation.source'],
  ])('with a conversation of %j is refused, with its place', async (held, path) => {
    const recognition = await read({ ...snapshot, rows: [{ data: {} }, { ...snapshot.rows[1], conversation: held }] })
    expect(recognition).toMatchObject({ ok: false, problems: [{ code: 'wrong-shape', values: { path } }] })
  })

  it('names what of a conversation it does not know', async () => {
    const held = { chosen: 0, mood: 1, turns: [{ at: 0, likes: 1, versions: [{ message: { role: 'user' }, by: 'x' }] }] }
    const recognition = await read({ ...snapshot, rows: [{ ...snapshot.rows[1], conversation: held }] })
    expect(told(recognition)).toEqual(
      ['mood', 'turns[0].likes', 'turns[0].versions[0].by'].map((name) => `not-carried rows[0].conversation.${name}`),
    )
    expect(recognition).toMatchObject({
      rows: [{ conversation: { chosen: 0, turns: [{ at: 0, versions: [{ message: { role: 'user' } }] }] } }],
    })
  })

  it('made by an enemy makes nothing but data', async () => {
    const content = `{"v":1,"mode":"completion","prompt":${JSON.stringify(prompt)},"rows":[{"data":{"__proto__":"p","constructor":"<script>"}}],"__proto__":{"polluted":true}}`
    const recognition = await recognise({ name: 'a.json', content })
    expect(recognition).toMatchObject({ ok: true, rows: [{ cells: ['p', '<script>'] }] })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('a configuration', () => {
  it('brings variants and checks', async () => {
    const recognition = await read(configuration)
    expect(recognition).toMatchObject({ ok: true, format: 'configuration', rows: [], checks: configuration.checks, problems: [] })
    expect(recognition.ok && recognition.variants).toEqual([
      { name: 'A', prompt: { mode: 'chat', messages: prompt.messages, templateFormat: 'curly' }, settings: prompt.llmConfig },
    ])
  })

  it.each<readonly [object, string]>([
    [{ type: 'magic' }, 'checks[0].type'],
    [{ type: 'regex' }, 'checks[0].pattern'],
    [{ type: 'regex', pattern: 'a', flags: 5 }, 'checks[0].flags'],
    [{ type: 'rubric', rubric: 'r', model: 5 }, 'checks[0].model'],
    [{ type: 'rubric', rubric: 'r', threshold: 'x' }, 'checks[0].threshold'],
    [{ type: 'max-cost', maxCostUsd: -1 }, 'checks[0].maxCostUsd'],
    [{ type: 'max-latency', maxLatencyMs: 'x' }, 'checks[0].maxLatencyMs'],
    [{ type: 'max-tokens', maxTokens: 1, count: 'all' }, 'checks[0].count'],
    [{ type: 'matches-schema', schema: 5 }, 'checks[0].schema'],
    [{ type: 'equals', value: 5 }, 'checks[0].value'],
    [{ type: 'rubric' }, 'checks[0].rubric'],
  ])('with a check as %j is held to what checks are', async (check, path) => {
    const recognition = await read({ ...configuration, checks: [check] })
    expect(recognition).toMatchObject({ ok: false, problems: [{ code: 'wrong-shape', values: { path } }] })
  })

  it('keeps every kind of check', async () => {
    const checks = [
      { type: 'contains', value: 'x' },
      { type: 'is-json' },
      { type: 'matches-schema', schema: true },
      { type: 'max-cost', maxCostUsd: 0.1 },
      { type: 'max-latency', maxLatencyMs: 100 },
      { type: 'rubric', rubric: 'r', model: 'm', threshold: 0.5 },
      { type: 'unknown', name: 'similar', source: { a: [1] } },
    ]
    expect(await read({ ...configuration, checks })).toMatchObject({ ok: true, checks })
  })

  it('of a newer version is refused', async () => {
    expect(told(await read({ ...configuration, v: 9 }))).toEqual(['newer-version 9 1'])
    expect(told(await read({ ...conversation, v: 2 }))).toEqual(['newer-version 2 1'])
  })
})

describe('a conversation', () => {
  it('is a case with its history, under no prompt of its own', async () => {
    expect(await read(conversation)).toMatchObject({
      ok: true,
      columns: [{ name: 'a' }],
      rows: [{ cells: ['1'], history: [{ role: 'user', content: '1' }] }],
      variants: [{ prompt: { mode: 'chat', messages: [] } }],
    })
  })

  it('with a fault is refused, with its place', async () => {
    expect(await read({ ...conversation, conversations: [{ inputs: {}, messages: [{}] }] })).toMatchObject({
      ok: false,
      problems: [{ values: { path: 'conversations[0].messages[0].role' } }],
    })
  })
})

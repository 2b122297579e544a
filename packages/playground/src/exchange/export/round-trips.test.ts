import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MESSAGE_ROLES, type ContentPart, type Message, type ModelSettings, TEMPLATE_FORMATS } from '@vitrine/contracts'
import type { Check } from '../../checks/check.ts'
import { rowValues } from '../../state/row-values.ts'
import type { PlaygroundSnapshot } from '../../state/snapshot.ts'
import { bareRecord } from '../data/json-object.ts'
import { recognise } from '../import/recognise.ts'
import type { Recognised } from '../import/recognition.ts'
import { autoMap } from '../mapping/auto-map.ts'
import type { NewRow } from '../mapping/new-row.ts'
import { place } from '../mapping/place.ts'
import type { ExportRow, ExportSource } from './export-source.ts'
import { filledAssert } from './promptfoo/filled-assert.ts'
import { fakeResult, fakeSource, fakeVariant } from './fake-export-source.ts'
import { type ExportId, exportAs } from './registry.ts'
import { writeTypedCheck } from '../promptfoo/typed-check.ts'

/** What is read of the file that an export wrote. */
async function back(id: ExportId, source: ExportSource): Promise<Recognised> {
  const file = await exportAs(id, source)
  const recognition = await recognise({ name: file.fileName, content: new TextEncoder().encode(file.text) })
  if (!recognition.ok) throw new Error(`${JSON.stringify(recognition.problems)}\n${file.text}`)
  return recognition
}

function placed(recognition: Recognised, known: readonly string[]) {
  return place({ columns: [], rows: [] }, recognition, autoMap(recognition, known), 'replace')
}

/** Text that comes out of an editor: whole characters, and what files and formats trip over. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[=+@'",;\t|\r\n{}%#a -]{0,8}$/),
  fc.constantFrom('__proto__', 'contains: x', 'is-json', 'file://x', 'null', '1e3', '007', 'true', '- a', '{"a":1}', '[1]', '  padded '),
)
const filledText = text.filter((value) => value !== '')
const names = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom(
      'text',
      'language',
      'expected',
      'output',
      'status',
      'case',
      '__proto__',
      'constructor',
      '__expected',
      'input:"x"',
      ' padded ',
      'a,b',
      '=x',
    ),
    filledText,
  ),
  { minLength: 1, maxLength: 4 },
)
/** Names that a template of every language can hold. */
const plainNames = fc.uniqueArray(fc.constantFrom('text', 'language', 'user_name', 'größe', 'x1', 'expected'), {
  minLength: 1,
  maxLength: 4,
})

/** Rows, no two alike in what they are: `id` is their place. */
const rowsOf = (columns: readonly string[], rest: fc.Arbitrary<Partial<ExportRow>> = fc.constant({})): fc.Arbitrary<readonly ExportRow[]> =>
  fc
    .array(fc.tuple(fc.array(text, { minLength: columns.length, maxLength: columns.length }), rest), { minLength: 1, maxLength: 5 })
    .map((rows) =>
      rows.map(([cells, more], index) => ({
        id: String(index),
        data: rowValues(columns.map((name, at) => [name, cells[at] ?? ''])),
        history: [],
        ...more,
      })),
    )
const withRows = (columns: fc.Arbitrary<readonly string[]>, rest?: fc.Arbitrary<Partial<ExportRow>>) =>
  columns.chain((held) => rowsOf(held, rest).map((rows) => fakeSource({ columns: held, rows })))

const asNew = (rows: readonly ExportRow[]) => rows.map(({ id: _id, ...row }) => row)
const entriesOf = (rows: readonly { readonly data: Readonly<Record<string, string>> }[]) => rows.map(({ data }) => Object.entries(data))

/** As JSON writes it: no -0. */
const jsonValue = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown)

const part: fc.Arbitrary<ContentPart> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text }),
  fc.record({ type: fc.constant('image_url' as const), imageUrl: fc.record({ url: filledText, detail: text }, { requiredKeys: ['url'] }) }),
  fc.record({ type: fc.constant('input_audio' as const), inputAudio: fc.record({ data: text, format: text }) }),
  fc.record({
    type: fc.constant('file' as const),
    file: fc.record({ fileData: filledText, filename: text, format: text }, { requiredKeys: ['fileData'] }),
  }),
)
const message: fc.Arbitrary<Message> = fc.record(
  {
    role: fc.constantFrom(...MESSAGE_ROLES),
    content: fc.oneof(text, fc.constant(null), fc.array(part)),
    name: text,
    toolCalls: fc.array(
      fc.record({ id: text, type: fc.constant('function' as const), function: fc.record({ name: text, arguments: text }) }),
    ),
    toolCallId: text,
    refusal: text,
    thinking: fc.array(fc.record({ text, signature: text, redacted: text }, { requiredKeys: ['text'] })),
    native: fc.record({ dialect: text, items: fc.array(jsonValue), id: text }, { requiredKeys: ['dialect', 'items'] }),
  },
  { requiredKeys: ['role'] },
)
const json = fc
  .dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true })
  .map((value) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>)
const settings: fc.Arbitrary<ModelSettings> = fc.record(
  {
    model: fc.constantFrom('openai/gpt-4o', 'anthropic/claude-x', 'demo/writer', 'own'),
    temperature: fc.constantFrom(0, 0.7, 2),
    topP: fc.constantFrom(0, 1),
    maxTokens: fc.integer({ min: 1, max: 9999 }),
    maxCompletionTokens: fc.integer({ min: 1, max: 9999 }),
    frequencyPenalty: fc.constantFrom(-2, 0.5),
    presencePenalty: fc.constantFrom(0, 2),
    stop: fc.oneof(text, fc.array(text)),
    seed: fc.integer(),
    logprobs: fc.boolean(),
    topLogprobs: fc.integer({ min: 0, max: 20 }),
    reasoningEffort: filledText,
    thinking: fc.record(
      { type: fc.constantFrom('enabled' as const, 'disabled' as const), budgetTokens: fc.integer({ min: 1, max: 99 }) },
      { requiredKeys: ['type'] },
    ),
    responseFormat: fc.oneof(
      fc.constant({ type: 'json_object' as const }),
      fc.record({
        type: fc.constant('json_schema' as const),
        jsonSchema: fc.record({ name: filledText, schema: json, strict: fc.boolean() }, { requiredKeys: ['name'] }),
      }),
    ),
    tools: fc.array(
      fc.record({
        type: fc.constant('function' as const),
        function: fc.record({ name: filledText, parameters: json }, { requiredKeys: ['name'] }),
      }),
    ),
    toolChoice: fc.constantFrom('auto' as const, 'none' as const),
    stream: fc.boolean(),
    api: fc.constantFrom('auto' as const, 'responses' as const),
    extraBody: json,
  },
  { requiredKeys: ['model'] },
)
const plainCheck: fc.Arbitrary<Check> = fc.oneof(
  fc.record({
    type: fc.constantFrom('equals' as const, 'contains' as const, 'not-contains' as const, 'icontains' as const),
    value: filledText,
  }),
  fc.record({ type: fc.constant('regex' as const), pattern: filledText }),
  fc.constant<Check>({ type: 'is-json' }),
  fc.record({ type: fc.constant('matches-schema' as const), schema: json }),
  fc.record({ type: fc.constant('max-cost' as const), maxCostUsd: fc.constantFrom(0.001, 1) }),
  fc.record({ type: fc.constant('max-latency' as const), maxLatencyMs: fc.integer({ min: 1, max: 9999 }) }),
  fc.record(
    { type: fc.constant('rubric' as const), rubric: filledText, threshold: fc.constantFrom(0.25, 0.9) },
    { requiredKeys: ['type', 'rubric'] },
  ),
)
/** To the other tool a text that names a file is that file, and braces may be a template, so such a check is never written. */
const inertCheck = plainCheck.filter((check) => !JSON.stringify(check).includes('"file://') && filledAssert(check, undefined) !== null)
const anyCheck: fc.Arbitrary<Check> = fc.oneof(
  plainCheck,
  fc.constant<Check>({ type: 'equals' }),
  fc.record(
    { type: fc.constant('max-tokens' as const), maxTokens: fc.nat(), count: fc.constantFrom('input' as const, 'total' as const) },
    { requiredKeys: ['type', 'maxTokens'] },
  ),
  fc.record({
    type: fc.constant('unknown' as const),
    name: text,
    source: jsonValue,
  }),
)
const metadata = fc
  .uniqueArray(fc.constantFrom('description', 'owner', 'a:b', '__proto__'), { minLength: 1 })
  .chain((keys) =>
    fc
      .array(filledText, { minLength: keys.length, maxLength: keys.length })
      .map((values) => bareRecord(keys.map((key, at) => [key, values[at] ?? ''] as const))),
  )

describe('nothing is lost of', { timeout: 30_000 }, () => {
  it('a snapshot', async () => {
    const snapshots: fc.Arbitrary<PlaygroundSnapshot> = fc.record({
      v: fc.constant(1 as const),
      mode: fc.constantFrom('completion' as const, 'chat' as const),
      prompt: fc.record({
        messages: fc.array(message, { maxLength: 4 }),
        llmConfig: settings,
        templateFormat: fc.constantFrom(...TEMPLATE_FORMATS),
      }),
      rows: fc.array(
        fc.record(
          {
            data: names.chain((held) =>
              fc
                .array(filledText, { minLength: held.length, maxLength: held.length })
                .map((values) => bareRecord(held.map((name, at) => [name, values[at] ?? ''] as const))),
            ),
            history: fc.array(message, { minLength: 1, maxLength: 3 }),
            expected: filledText,
            checks: fc.array(anyCheck, { minLength: 1, maxLength: 2 }),
            metadata: fc.array(fc.tuple(text, filledText), { minLength: 1, maxLength: 2 }).map((entries) => bareRecord(entries)),
          },
          { requiredKeys: ['data'] },
        ),
        { minLength: 1, maxLength: 4 },
      ),
      checks: fc.array(anyCheck, { maxLength: 2 }),
    })
    await fc.assert(
      fc.asyncProperty(snapshots, async (snapshot) => {
        const { prompt, settings: read, checks = [], rows } = placed(await back('snapshot', fakeSource({ snapshot })), [])
        const said = (row: Partial<Omit<NewRow, 'data' | 'history'>>) => [row.expected, row.checks, Object.entries(row.metadata ?? {})]
        expect(rows.map(said)).toEqual(snapshot.rows.map(said))
        expect(checks).toEqual(snapshot.checks)
        expect({ prompt, settings: read }).toEqual({
          prompt: { mode: snapshot.mode, messages: snapshot.prompt.messages, templateFormat: snapshot.prompt.templateFormat },
          settings: snapshot.prompt.llmConfig,
        })
        expect(rows.map(({ history }) => history)).toEqual(snapshot.rows.map(({ history = [] }) => history))
        expect(entriesOf(rows).map((row) => new Map(row))).toEqual(entriesOf(snapshot.rows).map((row) => new Map(row)))
      }),
    )
  })

  it('a configuration', async () => {
    const variants = fc.array(
      fc.record({
        id: fc.uuid(),
        name: text,
        messages: fc.array(message, { maxLength: 3 }),
        templateFormat: fc.constantFrom(...TEMPLATE_FORMATS),
        llmConfig: settings,
      }),
      { minLength: 1, maxLength: 3 },
    )
    await fc.assert(
      fc.asyncProperty(
        variants,
        fc.array(anyCheck),
        fc.constantFrom('completion' as const, 'chat' as const),
        async (held, checks, mode) => {
          const recognition = await back('configuration', fakeSource({ variants: held, checks, mode }))
          expect(recognition.checks).toEqual(checks)
          expect(recognition.variants).toEqual(
            held.map(({ name, messages, templateFormat, llmConfig }) => ({
              name,
              prompt: { mode, messages, templateFormat },
              settings: llmConfig,
            })),
          )
          expect(recognition.problems).toEqual([])
        },
      ),
    )
  })

  it('conversations', async () => {
    const plain = fc.record({ role: fc.constantFrom(...MESSAGE_ROLES), content: text })
    await fc.assert(
      fc.asyncProperty(withRows(plainNames), fc.array(plain, { minLength: 1 }), async (source, history) => {
        const rows = source.rows.map((row) => ({ ...row, history }))
        const variant = fakeVariant({ messages: [{ role: 'system', content: 'Be brief.' }] })
        const results = rows.map(({ id }) => fakeResult(id, `answer ${id}`))
        const recognition = await back('conversation-json', { ...source, mode: 'chat', rows, variants: [variant], results })
        expect(placed(recognition, []).rows.map((row) => row.history)).toEqual(
          rows.map(({ id }) => [...variant.messages, ...history, { role: 'assistant', content: `answer ${id}` }]),
        )
        expect(entriesOf(placed(recognition, []).rows).map((row) => new Map(row))).toEqual(entriesOf(rows).map((row) => new Map(row)))
      }),
      { numRuns: 50 },
    )
  })

  it('cases in a table: values, what is expected, metadata and every check that a cell can hold', async () => {
    const writable = plainCheck.filter((check) => writeTypedCheck(check) !== null && !(check.type === 'equals'))
    const wants = fc.oneof(
      fc.constant<Partial<ExportRow>>({}),
      fc.record({ expected: filledText }),
      fc.record({ metadata }),
      fc.record({ checks: fc.array(writable, { minLength: 1, maxLength: 3 }) }),
      fc
        .tuple(filledText, fc.array(writable, { maxLength: 2 }))
        .filter(([expected]) => writeTypedCheck({ type: 'equals' }, expected) !== null)
        .map(([expected, more]): Partial<ExportRow> => ({ expected, checks: [{ type: 'equals' }, ...more] })),
    )
    await fc.assert(
      fc.asyncProperty(withRows(names, wants), async (source) => {
        const recognition = await back('cases-csv', source)
        expect(placed(recognition, source.columns)).toEqual({ columns: source.columns, rows: asNew(source.rows), variants: [], leftOut: 0 })
      }),
      { numRuns: 200 },
    )
  })

  it('cases in a table of results, whatever stands beside them', async () => {
    const expected = fc
      .option(filledText, { nil: undefined })
      .map((wanted): Partial<ExportRow> => (wanted === undefined ? {} : { expected: wanted }))
    await fc.assert(
      fc.asyncProperty(withRows(names, expected), text, async (source, answer) => {
        const variants = [fakeVariant(), fakeVariant({ id: 'b', name: 'B' })]
        const results = source.rows.flatMap(({ id }) => [fakeResult(id, answer), fakeResult(id, answer, { state: 'failed' }, 'b')])
        for (const kind of ['results-csv', 'results-jsonl'] as const) {
          const { rows } = placed(await back(kind, { ...source, variants, results }), source.columns)
          expect(rows).toEqual(asNew(source.rows))
        }
      }),
      { numRuns: 100 },
    )
  })

  it('cases of an evaluation', async () => {
    const expected = fc.record({ expected: filledText })
    await fc.assert(
      fc.asyncProperty(withRows(plainNames, expected), async (source) => {
        const { rows } = placed(await back('openai-evals', source), source.columns)
        expect(rows).toEqual(asNew(source.rows))
      }),
    )
  })

  it('examples for fine-tuning', async () => {
    const messages = fc.array(
      fc.record({ role: fc.constantFrom('system' as const, 'user' as const, 'assistant' as const), content: text }),
      { minLength: 1, maxLength: 3 },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(messages, filledText), { minLength: 1, maxLength: 4 }), async (examples) => {
        const rows = examples.map(([history, expected], index): ExportRow => ({
          id: String(index),
          data: rowValues([]),
          history,
          expected,
        }))
        const file = await exportAs('fine-tune', fakeSource({ mode: 'chat', rows, columns: [], variants: [fakeVariant({ messages: [] })] }))
        const again = placed(
          await back('fine-tune', fakeSource({ mode: 'chat', rows, columns: [], variants: [fakeVariant({ messages: [] })] })),
          [],
        )
        // Written once more, a file says what it said: prompt, cases and histories are the same conversations.
        const variant = fakeVariant({ messages: again.prompt?.messages ?? [], templateFormat: again.prompt?.templateFormat ?? 'curly' })
        const source = fakeSource({
          mode: again.prompt?.mode ?? 'chat',
          columns: again.columns,
          variants: [variant],
          rows: again.rows.map((row, index) => ({ ...row, id: String(index) })),
        })
        const empty = source.rows.some((row) =>
          variant.messages.some(
            ({ content }) => JSON.stringify(content).includes('{{') && again.columns.some((name) => row.data[name] === undefined),
          ),
        )
        fc.pre(!empty)
        expect((await exportAs('fine-tune', source)).text).toBe(file.text)
      }),
    )
  })

  it('a configuration of promptfoo: prompts, models, cases and every check that it has words for', async () => {
    const prompts = fc.array(
      fc.record({
        role: fc.constantFrom('system' as const, 'user' as const, 'assistant' as const),
        content: fc.constantFrom('Say {{text}}', 'Plain words', '{{text}} in {{language}}', 'Two\nlines {{ text }}'),
      }),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    const rows = withRows(
      plainNames,
      fc.oneof(
        fc.constant<Partial<ExportRow>>({}),
        fc.record({ checks: fc.array(inertCheck, { minLength: 1, maxLength: 3 }) }),
        fc.record({ metadata }),
      ),
    )
    const config: fc.Arbitrary<ModelSettings> = fc.record(
      {
        model: fc.constantFrom('openai/gpt-4o', 'demo/writer', 'openrouter/a/b'),
        temperature: fc.constantFrom(0, 1),
        maxTokens: fc.integer({ min: 1, max: 99 }),
        topLogprobs: fc.integer({ min: 0, max: 5 }),
        stop: fc.array(filledText, { minLength: 1 }),
        extraBody: fc.constant({ store: true, top_k: 5 }),
        tools: fc.constant([{ type: 'function' as const, function: { name: 'f', parameters: { type: 'object' } } }]),
      },
      { requiredKeys: ['model'] },
    )
    const checksOfAll = fc.array(inertCheck, { maxLength: 2 })
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.array(fc.tuple(prompts, config), { minLength: 1, maxLength: 3 }),
        checksOfAll,
        async (base, held, checks) => {
          const variants = held.map(([messages, llmConfig], index) =>
            fakeVariant({ id: String(index), name: `V${index}`, messages, llmConfig }),
          )
          const source = {
            ...base,
            variants,
            checks,
            rows: base.rows.filter(({ data }) => Object.values(data).every((value) => !value.startsWith('file://'))),
          }
          const recognition = await back('promptfoo', source)
          const again = placed(recognition, source.columns)
          const said = (messages: readonly Message[]) =>
            messages.map(({ role, content }) => [role, JSON.stringify(content).replaceAll('{{ text }}', '{{text}}')])
          expect(again.variants.map(({ name, settings: read }) => [name, read])).toEqual(
            variants.map(({ name, llmConfig }) => [name, llmConfig]),
          )
          expect(again.variants.map(({ prompt }) => said(prompt?.messages ?? []))).toEqual(variants.map(({ messages }) => said(messages)))
          expect(entriesOf(again.rows).map((row) => new Map(row))).toEqual(entriesOf(source.rows).map((row) => new Map(row)))
          const metadataOf = (list: readonly { readonly metadata?: Readonly<Record<string, string>> }[]) =>
            list.map((row) => new Map(Object.entries(row.metadata ?? {})))
          expect(metadataOf(again.rows.map((row) => ('metadata' in row ? row : {})))).toEqual(metadataOf(source.rows))
          expect(again.checks ?? []).toEqual(checks)
          expect(again.rows.map((row) => ('checks' in row ? row.checks : undefined))).toEqual(source.rows.map((row) => row.checks))
        },
      ),
      { numRuns: 100 },
    )
  })
})

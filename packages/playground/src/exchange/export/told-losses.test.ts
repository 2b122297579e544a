import fc from 'fast-check'
import type { Message } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import type { Check } from '../../checks/check.ts'
import { canonicalText } from '../../state/text-hash.ts'
import { rowValues } from '../../state/row-values.ts'
import { bareRecord } from '../data/json-object.ts'
import { recognise } from '../import/recognise.ts'
import { autoMap } from '../mapping/auto-map.ts'
import { place } from '../mapping/place.ts'
import type { ExportRow, ExportSource } from './export-source.ts'
import { fakeResult, fakeSource, fakeVariant } from './fake-export-source.ts'
import type { LossCode } from './loss.ts'
import { type ExportId, exportAs } from './registry.ts'

/** What a playground is made of, as far as a file may hold it. */
interface Held {
  readonly values: unknown
  readonly expected: unknown
  readonly checks: unknown
  /** What is asked of the answers, however it is said. */
  readonly wants: unknown
  readonly checksOfAll: unknown
  readonly metadata: unknown
  readonly histories: unknown
  readonly prompt: unknown
  readonly settings: unknown
  readonly variants: unknown
}
type Part = keyof Held

/** What has to be told where a part did not come back. */
const EXCUSES: Readonly<Record<Part, readonly LossCode[]>> = {
  values: ['value-names-file', 'value-is-template', 'rows-unfilled', 'rows-without-answer', 'half-characters'],
  expected: ['expected', 'rows-unfilled', 'rows-without-answer', 'half-characters'],
  checks: ['checks', 'check-not-written'],
  wants: ['checks', 'check-not-written'],
  checksOfAll: ['checks', 'check-not-written'],
  metadata: ['metadata'],
  histories: ['histories', 'rows-unfilled', 'rows-without-answer'],
  prompt: ['prompt', 'template', 'message-parts', 'chat-mode'],
  settings: ['settings', 'prompt', 'model-is-demo'],
  variants: ['other-variants', 'prompt'],
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom('=1', 'file://x', '{{text}}', 'end\n', '"a,b"', 'contains: x', '__proto__'),
)
const check: fc.Arbitrary<Check> = fc.oneof(
  fc.record({ type: fc.constantFrom('contains' as const, 'not-contains' as const, 'icontains' as const), value: text }),
  fc.record({ type: fc.constant('regex' as const), pattern: text }),
  fc.constant<Check>({ type: 'is-json' }),
  fc.record({ type: fc.constant('max-tokens' as const), maxTokens: fc.nat() }),
  fc.constant<Check>({ type: 'unknown', name: 'javascript', source: { type: 'javascript', value: 'x' } }),
)
const history: fc.Arbitrary<readonly Message[]> = fc.array(
  fc.record({ role: fc.constantFrom('user' as const, 'assistant' as const), content: text }),
  { minLength: 1, maxLength: 2 },
)
const row: fc.Arbitrary<Partial<ExportRow>> = fc.record(
  {
    expected: text,
    checks: fc.array(check, { minLength: 1, maxLength: 2 }),
    metadata: fc.tuple(fc.constantFrom('owner', 'description', '__proto__'), text).map((entry) => bareRecord([entry])),
    history,
  },
  { requiredKeys: [] },
)
const rows: fc.Arbitrary<readonly ExportRow[]> = fc
  .array(fc.tuple(text, fc.option(text, { nil: '' }), row), { minLength: 1, maxLength: 4 })
  .map((held) =>
    held.map(([first, second, more], index) => ({
      id: String(index),
      data: rowValues([
        ['text', first],
        ['language', second],
      ]),
      history: [],
      ...more,
    })),
  )
const source: fc.Arbitrary<ExportSource> = fc
  .record({ rows, checks: fc.array(check, { maxLength: 2 }), others: fc.boolean(), temperature: fc.boolean(), ran: fc.boolean() })
  .map((made) => {
    const llmConfig = { model: 'openai/gpt-4o', ...(made.temperature ? { temperature: 0.5 } : {}) }
    const variants = [fakeVariant({ llmConfig, messages: [{ role: 'user', content: '{{text}} {{language}}' }] })]
    return fakeSource({
      columns: ['text', 'language'],
      rows: made.rows,
      checks: made.checks,
      variants: made.others
        ? [...variants, fakeVariant({ id: 'b', name: 'B', messages: [{ role: 'user', content: 'Only {{text}}' }] })]
        : variants,
      results: made.ran ? made.rows.map(({ id }) => fakeResult(id, `answer ${id}`)) : [],
    })
  })

/** An expected text that nothing compares with is the same as one that is compared. */
function wantsOf({ expected, checks = [] }: Pick<ExportRow, 'expected' | 'checks'>): readonly Check[] {
  const wants = checks.map((one) =>
    one.type === 'equals' && one.value === undefined && expected !== undefined ? { ...one, value: expected } : one,
  )
  return expected === undefined || wants.some(({ type }) => type === 'equals') ? wants : [{ type: 'equals', value: expected }, ...wants]
}

function heldBySource({ rows: held, checks, variants }: ExportSource): Held {
  return {
    values: held.map(({ data }) => data),
    expected: held.map(({ expected }) => expected ?? ''),
    checks: held.map((one) => one.checks ?? []),
    wants: held.map(wantsOf),
    checksOfAll: checks,
    metadata: held.map(({ metadata = {} }) => bareRecord(Object.entries(metadata).filter(([key]) => key !== 'sample.output_text'))),
    histories: held.map((one) => one.history),
    prompt: variants[0]?.messages,
    settings: variants[0]?.llmConfig,
    variants: variants.length,
  }
}

async function heldByFile(id: ExportId, given: ExportSource): Promise<{ readonly held: Held; readonly told: ReadonlySet<LossCode> }> {
  const file = await exportAs(id, given)
  const recognition = await recognise({ name: file.fileName, content: new TextEncoder().encode(file.text) })
  const told = new Set(file.losses.map(({ code }) => code))
  if (!recognition.ok) {
    // A file from which everything was left out is one that says so.
    if (told.size === 0) throw new Error(`${JSON.stringify(recognition.problems)}\n${file.text}`)
    return { held: heldBySource(fakeSource({ rows: [], variants: [] })), told }
  }
  const made = place({ columns: [], rows: [] }, recognition, autoMap(recognition, given.columns), 'replace')
  const read = made.rows.map((one) => one as ExportRow)
  const variants = made.variants.map((variant) =>
    fakeVariant({ messages: variant.prompt?.messages ?? [], llmConfig: { model: '', ...variant.settings } }),
  )
  return { held: heldBySource(fakeSource({ rows: read, checks: made.checks ?? [], variants })), told }
}

/** Cases without a value or an answer make no examples, which is told of them as a whole. */
const asExamples = (given: ExportSource): ExportSource => ({
  ...given,
  rows: given.rows.map((one) => ({
    ...one,
    data: rowValues([
      ['text', 'x'],
      ['language', 'y'],
    ]),
    expected: one.expected ?? 'z',
  })),
})

describe('what a file does not bring back was told when it was written', { timeout: 60_000 }, () => {
  it.each<readonly [ExportId, readonly Part[]]>([
    ['cases-csv', ['values', 'expected', 'checks', 'checksOfAll', 'metadata', 'histories', 'prompt', 'settings', 'variants']],
    ['results-csv', ['values', 'expected', 'checks', 'checksOfAll', 'metadata', 'histories', 'prompt', 'settings', 'variants']],
    ['results-jsonl', ['values', 'expected', 'checks', 'checksOfAll', 'metadata', 'histories', 'prompt', 'settings', 'variants']],
    ['promptfoo', ['values', 'wants', 'checksOfAll', 'metadata', 'histories', 'prompt', 'settings', 'variants']],
    ['openai-evals', ['values', 'expected', 'checks', 'metadata', 'histories', 'prompt', 'settings', 'variants']],
    // Values and prompt are one text in an example; that it is the same text is held elsewhere.
    ['fine-tune', ['expected', 'checks', 'checksOfAll', 'metadata', 'settings', 'variants']],
  ])('%s', async (id, parts) => {
    await fc.assert(
      fc.asyncProperty(id === 'fine-tune' ? source.map(asExamples) : source, async (given) => {
        const before = heldBySource(given)
        const { held, told } = await heldByFile(id, given)
        const untold = parts.filter(
          (part) => canonicalText(held[part]) !== canonicalText(before[part]) && !EXCUSES[part].some((code) => told.has(code)),
        )
        expect(untold).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})

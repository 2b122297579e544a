import { hasRepetitions, resultFinder } from './filled-conversation.ts'
import { RESULT_COLUMNS, type ResultColumn } from '../data/column-names.ts'
import type { ExportResult, ExportRow, ExportSource, ExportVariant } from './export-source.ts'

/** *Units*: `_ms` milliseconds, `_usd` USD. What nobody reported is null, never 0. */
export type ResultRecord = Readonly<Record<ResultColumn, string | number | null>>

const since = (from: number | null, to: number | null): number | null => (to === null ? null : to - (from ?? 0))

/** What was answered: the text, or the calls of tools where there is none. */
export const answerOf = ({ cell }: ExportResult): string =>
  cell.text === '' && cell.toolCalls.length > 0 ? JSON.stringify(cell.toolCalls) : cell.text

/** One line of a results table. A row that never ran has a line all the same. */
export function resultRecord(place: number, row: ExportRow, variant: ExportVariant, result: ExportResult | undefined): ResultRecord {
  const cell = result?.cell
  const times = cell?.times
  return {
    case: place,
    variant: variant.name,
    repetition: (result?.repetition ?? 0) + 1,
    expected: row.expected ?? null,
    output: result === undefined ? null : answerOf(result),
    status: result?.state ?? 'ready',
    error: cell?.failure?.message ?? null,
    latency_ms: times ? since(times.sentMs, times.endMs) : null,
    ttft_ms: times ? since(times.sentMs, times.firstTokenMs) : null,
    tokens_in: cell?.usage?.inputTokens ?? null,
    tokens_out: cell?.usage?.outputTokens ?? null,
    tokens_reasoning: cell?.usage?.reasoningTokens ?? null,
    tokens_cached: cell?.usage?.cachedTokens ?? null,
    cost_usd: cell?.cost?.totalUsd ?? null,
    cost_source: cell?.cost?.source ?? null,
    model: cell?.model ?? variant.llmConfig.model,
    trace_id: cell?.traceId ?? null,
    span_id: cell?.spanId ?? null,
    started_at: cell?.tree[0]?.time.start ?? null,
    rating: result?.note?.rating ?? null,
    note: result?.note?.text || null,
  }
}

export interface ResultLine {
  readonly row: ExportRow
  readonly variant: ExportVariant
  readonly result: ExportResult | undefined
  readonly record: ResultRecord
}

/** The columns of a table of these results: that of the repetitions is among them only where there are several. */
export const resultColumns = (source: Pick<ExportSource, 'results'>): readonly ResultColumn[] =>
  hasRepetitions(source) ? RESULT_COLUMNS : RESULT_COLUMNS.filter((name) => name !== 'repetition')

/** Every answer of every row under every variant, in the order of the table, with its place in it from 1. */
export function* resultLines(source: Pick<ExportSource, 'rows' | 'variants' | 'results'>): Generator<ResultLine> {
  const find = resultFinder(source)
  for (const [index, row] of source.rows.entries())
    for (const variant of source.variants) {
      const found = find(variant, row)
      for (const result of found.length === 0 ? [undefined] : found)
        yield { row, variant, result, record: resultRecord(index + 1, row, variant, result) }
    }
}

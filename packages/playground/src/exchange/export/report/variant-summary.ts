import { type PassRate, passRate } from '../../../checks/pass-rate.ts'
import type { ExportResult, ExportSource, ExportVariant } from '../export-source.ts'

/** How a variant did over the cases of a report. *Units*: USD, milliseconds, tokens; null where nobody knows any of them. */
export interface VariantSummary {
  readonly variant: ExportVariant
  readonly done: number
  /** Answers that there are or would be: at least one for each case. */
  readonly total: number
  readonly failed: number
  readonly costUsd: number | null
  readonly medianMs: number | null
  readonly inputTokens: number | null
  readonly outputTokens: number | null
  /** Null where nothing was checked. */
  readonly rate: PassRate | null
}

const sumOf = (values: readonly (number | null | undefined)[]): number | null => {
  const known = values.filter((value) => typeof value === 'number')
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const low = sorted[Math.floor((sorted.length - 1) / 2)]
  const high = sorted[Math.floor(sorted.length / 2)]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

const isDone = ({ cell }: ExportResult): boolean => cell.state === 'done'
export const isFailed = ({ cell }: ExportResult): boolean => cell.state === 'failed'
export const isUnmet = ({ outcomes = [] }: ExportResult): boolean => outcomes.some(({ result }) => result.outcome === 'fail')

export function summaryOf(variant: ExportVariant, source: Pick<ExportSource, 'rows' | 'results'>): VariantSummary {
  const results = source.results.filter(({ variantId }) => variantId === variant.id)
  const checked = results.flatMap(({ outcomes = [] }) => outcomes.map(({ result }) => result))
  return {
    variant,
    done: results.filter(isDone).length,
    total: source.rows.length + results.length - new Set(results.map(({ rowId }) => rowId)).size,
    failed: results.filter(isFailed).length,
    costUsd: sumOf(results.map(({ cell }) => cell.cost?.totalUsd)),
    medianMs: medianOf(
      results.filter(isDone).flatMap(({ cell: { times } }) => (times.endMs === null ? [] : [times.endMs - (times.sentMs ?? 0)])),
    ),
    inputTokens: sumOf(results.map(({ cell }) => cell.usage?.inputTokens)),
    outputTokens: sumOf(results.map(({ cell }) => cell.usage?.outputTokens)),
    rate: checked.length === 0 ? null : passRate(checked),
  }
}

export const spentUsd = (results: readonly ExportResult[]): number | null => sumOf(results.map(({ cell }) => cell.cost?.totalUsd))

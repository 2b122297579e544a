import type { ExecuteOptions } from '../bindings.ts'
import { EMPTY_CELL } from '../state/cell.ts'
import type { OutputPlace } from '../state/execution-state.ts'
import type { PlaygroundState } from '../state/playground-state.ts'
import { type CellRef, type OutputRef, cellKey, outputKey } from '../state/output-ref.ts'
import { hasWords } from '../state/standing.ts'
import { type Batch, type RowRun, queuedCell } from './row-run.ts'

const MAX_REPETITIONS = 30

/** The outputs that are meant, each once and in the order in which they were named, without those that cannot run. */
export function runnableOutputs(
  { store, prompt, execution, rows }: PlaygroundState,
  places: readonly OutputPlace[],
  { emptyMissing = false, variantId }: ExecuteOptions,
): readonly OutputRef[] {
  const variantIds = store.get(prompt.variants.idsAtom).filter((id) => variantId === undefined || id === variantId)
  const meant = places.flatMap((place): readonly OutputRef[] =>
    typeof place === 'string' ? variantIds.map((id) => ({ rowId: place, variantId: id })) : [place],
  )
  const named = new Map(meant.map((ref) => [outputKey(ref), ref]))
  if (!emptyMissing) {
    const able = new Set(store.get(execution.standingsAtom).flatMap((standing) => (standing.canRun ? outputKey(standing) : [])))
    return [...named].flatMap(([key, ref]) => (able.has(key) ? ref : []))
  }
  return [...named.values()].filter((ref) => {
    const row = store.get(rows.rowAtom(ref.rowId))
    const isBroken = store.get(prompt.problemsOf(ref.variantId)).length > 0
    return row !== null && row.isDisabled !== true && !isBroken && hasWords(store.get(prompt.draftOf(ref.variantId)), row)
  })
}

export const repetitionsOf = ({ store, execution }: PlaygroundState): number =>
  Math.max(1, Math.min(MAX_REPETITIONS, Math.floor(store.get(execution.repetitionsAtom)) || 1))

/**
 * What a run is called where it is carried out, and in its trace: as its row, where there is one of each.
 *
 * *Shape*: `variant` and `repetition` count from 0; `r7` or, of several, `r7.B2`.
 */
export function runName(rowId: string, variant: number, repetition: number, isAlone: boolean): string {
  return isAlone ? rowId : `${rowId}.${String.fromCodePoint(65 + variant)}${repetition + 1}`
}

/** A run for every output and repetition, in their order. Rows that are gone have none. */
export function createRuns(
  { store, prompt, execution, rows }: PlaygroundState,
  plan: {
    readonly batch: Batch
    readonly outputs: readonly OutputRef[]
    readonly repetitions: number
    readonly nowMs: number
    /** How many are before them, from 0. */
    readonly before: number
    readonly nextOrder: () => number
  },
): readonly RowRun[] {
  const { batch, outputs, repetitions, nowMs, before, nextOrder } = plan
  const variantIds = store.get(prompt.variants.idsAtom)
  const isAlone = repetitions === 1 && new Set(outputs.map(({ variantId }) => variantId)).size === 1
  return outputs.flatMap(({ rowId, variantId }, index): readonly RowRun[] => {
    const row = store.get(rows.rowAtom(rowId))
    if (row === null) return []
    const held = execution.cellsOf({ rowId, variantId })
    const place = outputKey({ rowId, variantId })
    return Array.from({ length: repetitions }, (_, repetition) => ({
      id: cellKey({ rowId, variantId, repetition }),
      place,
      name: runName(rowId, variantIds.indexOf(variantId), repetition, isAlone),
      rowId,
      variantId,
      repetition,
      batch,
      row,
      order: nextOrder(),
      previous: held[repetition] ?? EMPTY_CELL,
      cell: queuedCell(batch.runId, nowMs, before + index * repetitions + repetition + 1),
      isSent: false,
      isCalledBack: false,
      end: null,
    }))
  })
}

/** The run that goes on with one answer. The others in its place stay as they are. */
export const createContinuedRun = ({
  batch,
  ref,
  row,
  kept,
  nowMs,
  before,
  order,
  shown,
}: {
  readonly batch: Batch
  readonly ref: CellRef
  readonly row: RowRun['row']
  readonly kept: RowRun['cell']
  readonly nowMs: number
  /** How many are before it, from 0. */
  readonly before: number
  readonly order: number
  readonly shown: NonNullable<RowRun['shown']>
}): RowRun => ({
  ...ref,
  id: cellKey(ref),
  place: outputKey(ref),
  name: ref.rowId,
  batch,
  row,
  order,
  previous: kept,
  cell: queuedCell(batch.runId, nowMs, before + 1),
  isSent: false,
  isCalledBack: false,
  end: null,
  shown,
})

import { overallOutcome } from '../checks/pass-rate.ts'
import type { Cell } from '../state/cell.ts'
import { isActive } from '../state/cell-lifecycle.ts'
import { cellKey } from '../state/output-ref.ts'
import type { PlaygroundState } from '../state/playground-state.ts'
import type { KeptFigures } from './journal.ts'

const isOver = ({ runId, state }: Cell): boolean => runId !== null && !isActive(state)

/** The middle one; of an even number the lower of the two in the middle. */
export function middleOf(numbers: readonly number[]): number | null {
  return numbers.toSorted((left, right) => left - right)[Math.ceil(numbers.length / 2) - 1] ?? null
}

/** The sums of all answers that there are. */
export function figuresOf(state: PlaygroundState): KeptFigures {
  const { store, rows, prompt, execution, checks } = state
  const verdicts = store.get(checks.verdictsAtom)
  const latencies: number[] = []
  const count = { results: 0, left: 0, failed: 0, checked: 0, passed: 0 }
  let costUsd: number | null = null
  const ids = store.get(rows.idsAtom)
  const variantIds = store.get(prompt.variants.idsAtom)
  for (const rowId of ids)
    for (const variantId of variantIds) {
      const cells = execution.cellsOf({ rowId, variantId })
      if (cells.some((cell) => isActive(cell.state))) count.left += 1
      for (const [repetition, cell] of cells.entries()) {
        if (!isOver(cell)) continue
        count.results += 1
        if (cell.state === 'failed') count.failed += 1
        if (cell.state === 'done' && cell.times.endMs !== null) latencies.push(cell.times.endMs)
        const paidUsd = cell.cost?.totalUsd ?? null
        if (paidUsd !== null) costUsd = (costUsd ?? 0) + paidUsd
        if (verdicts.size === 0) continue
        const verdict = verdicts.get(cellKey({ rowId, variantId, repetition }))
        const outcome = verdict?.cell === cell ? overallOutcome(verdict.results) : null
        if (outcome === 'pass' || outcome === 'fail') count.checked += 1
        if (outcome === 'pass') count.passed += 1
      }
    }
  return { cases: ids.length, ...count, costUsd, latencyMs: middleOf(latencies) }
}

import type { RowRun } from './row-run.ts'
import { spentUsd } from './spent-usd.ts'

/** What a call costs at most, in USD; null where no price is known. */
export type CostBound = (run: RowRun) => number | null

/** Whether a run fits into what is left of a budget. What is under way counts with what it may come to at most. */
export interface Budget {
  /** `later`: it may, once something that is under way turns out cheaper. */
  admits(run: RowRun): 'yes' | 'later' | 'no' | 'unpriced'
  begin(run: RowRun): void
  /** It is over, or it never went out. */
  end(run: RowRun): void
}

export function createBudget(budgetUsd: number, boundOf: CostBound): Budget {
  const underWay = new Map<RowRun, number>()
  let spent = 0
  return {
    admits(run) {
      const bound = boundOf(run)
      if (bound === null) return 'unpriced'
      if (spent + bound > budgetUsd) return 'no'
      const committed = [...underWay.values()].reduce((sum, each) => sum + each, 0)
      return spent + committed + bound > budgetUsd ? 'later' : 'yes'
    },
    begin: (run) => void underWay.set(run, boundOf(run) ?? 0),
    end(run) {
      const bound = underWay.get(run) ?? 0
      underWay.delete(run)
      // What nobody knows the price of may have cost as much as it could.
      if (run.isSent) spent += spentUsd(run.cell) ?? bound
    },
  }
}

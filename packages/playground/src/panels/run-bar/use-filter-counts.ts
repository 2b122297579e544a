import { atom, useAtomValue } from 'jotai'
import { useMemo } from 'react'
import { usePlayground } from '../../playground-context.ts'
import { keptIfEqual, sameFields } from '../../state/kept-if-equal.ts'
import type { PlaygroundState } from '../../state/playground-state.ts'

/** Cases, however many outputs each of them has. */
export interface FilterCounts {
  readonly all: number
  readonly failed: number
  readonly stale: number
  readonly hasDone: boolean
  /** Null where there is one variant. */
  readonly differs: number | null
}

const createCounts = ({ execution, prompt, rows, view }: PlaygroundState) => {
  const keep = keptIfEqual<FilterCounts>(sameFields)
  return atom((get) => {
    const failed = new Set<string>()
    const stale = new Set<string>()
    let hasDone = false
    for (const { rowId, state } of get(execution.standingsAtom)) {
      if (state === 'failed') failed.add(rowId)
      else if (state === 'stale') stale.add(rowId)
      else if (state === 'done') hasDone = true
    }
    const isOne = get(prompt.variants.idsAtom).length === 1
    const differs = isOne ? null : get(view.differingAtom).size
    return keep({ all: get(rows.idsAtom).length, failed: failed.size, stale: stale.size, hasDone, differs })
  })
}

/** How many cases each filter would show. */
export function useFilterCounts(): FilterCounts {
  const { state } = usePlayground()
  return useAtomValue(useMemo(() => createCounts(state), [state]))
}

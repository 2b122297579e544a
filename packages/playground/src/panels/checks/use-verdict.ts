import { atom, useAtomValue } from 'jotai'
import { useMemo } from 'react'
import { usePlayground } from '../../playground-context.ts'
import type { Cell } from '../../state/cell.ts'
import type { Verdict } from '../../state/checks-state.ts'
import { type OutputRef, cellKey } from '../../state/output-ref.ts'

/** What came of the checks of an answer; null while that is not known. */
export function useVerdict({ rowId, variantId }: OutputRef, cell: Cell): Verdict | null {
  const { checks, execution } = usePlayground().state
  const verdict = useAtomValue(
    useMemo(() => {
      const repetition = execution.cellsOf({ rowId, variantId }).indexOf(cell)
      return atom((get) => get(checks.verdictsAtom).get(cellKey({ rowId, variantId, repetition })) ?? null)
    }, [checks, execution, rowId, variantId, cell]),
  )
  return verdict?.cell === cell ? verdict : null
}

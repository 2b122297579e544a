import { atom, useAtomValue } from 'jotai'
import { useMemo } from 'react'
import { usePlayground } from '../../playground-context.ts'
import type { Cell } from '../../state/cell.ts'
import type { Verdict } from '../../state/checks-state.ts'

/** What came of the checks of an answer; null while that is not known. */
export function useVerdict(rowId: string, cell: Cell): Verdict | null {
  const { checks } = usePlayground().state
  const verdict = useAtomValue(useMemo(() => atom((get) => get(checks.verdictsAtom).get(rowId) ?? null), [checks, rowId]))
  return verdict?.cell === cell ? verdict : null
}

import { atom, useAtomValue } from 'jotai'
import { useMemo } from 'react'
import { usePlayground } from '../../playground-context.ts'
import { keptIfEqual, sameFields } from '../../state/kept-if-equal.ts'
import { type Aggregates, aggregatesOf } from './aggregates.ts'

/** The sums over all outputs, as they are: rows end at most once a frame, and then the sums are of that frame too. */
export function useAggregates(): Aggregates {
  const { execution } = usePlayground().state
  return useAtomValue(
    useMemo(() => {
      const keep = keptIfEqual<Aggregates>(sameFields)
      return atom((get) => keep(aggregatesOf(get(execution.standingsAtom).map(({ rowId }) => execution.cellOf(rowId)))))
    }, [execution]),
  )
}

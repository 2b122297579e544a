import { atom, useAtomValue } from 'jotai'
import { useMemo } from 'react'
import { usePlayground } from '../../playground-context.ts'
import { keptIfEqual, sameFields } from '../../state/kept-if-equal.ts'
import { type Aggregates, aggregatesOf } from './aggregates.ts'

/** The sums over the outputs of a variant, as they are: rows end at most once a frame, and then the sums are of that frame too. */
export function useAggregates(variantId: string): Aggregates {
  const { execution } = usePlayground().state
  return useAtomValue(
    useMemo(() => {
      const keep = keptIfEqual<Aggregates>(sameFields)
      return atom((get) => {
        const own = get(execution.standingsAtom).filter((standing) => standing.variantId === variantId)
        return keep(aggregatesOf(own.flatMap((standing) => execution.cellsOf(standing))))
      })
    }, [execution, variantId]),
  )
}

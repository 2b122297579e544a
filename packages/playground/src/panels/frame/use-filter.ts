import { useEffect, useEffectEvent } from 'react'
import type { PlaygroundState, Store } from '../../state/playground-state.ts'
import type { RowFilter } from '../../state/view-state.ts'

const isSame = (one: RowFilter, other: RowFilter): boolean => one.status === other.status && one.text === other.text

/** Takes the filter that the host gives, and tells it of every other. */
export function useFilter(
  { state, store }: { readonly state: PlaygroundState; readonly store: Store },
  given: RowFilter | undefined,
  onChange: ((filter: RowFilter) => void) | undefined,
): void {
  const { filterAtom } = state.view
  const { status, text } = given ?? {}
  useEffect(() => {
    const filter = status === undefined ? undefined : { status, text: text ?? '' }
    if (filter && !isSame(filter, store.get(filterAtom))) store.set(filterAtom, filter)
  }, [status, text, store, filterAtom])
  const tell = useEffectEvent((filter: RowFilter) => onChange?.(filter))
  useEffect(() => store.sub(filterAtom, () => tell(store.get(filterAtom))), [store, filterAtom])
}

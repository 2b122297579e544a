import { useEffect, useEffectEvent } from 'react'
import { BINDINGS_CONTRACT, type PlaygroundBindings } from './bindings.ts'
import type { PlaygroundEvent } from './events.ts'
import type { PlaygroundState, Store } from './state/playground-state.ts'

/** Typing makes one `change`, not one for every letter. Milliseconds. */
const SETTLED_AFTER_MS = 300

/** Tells the host what happens in a mount: what the bindings report, that it is drawn, and that the work changed. */
export function useEvents(
  { bindings, state, store }: { readonly bindings: PlaygroundBindings; readonly state: PlaygroundState; readonly store: Store },
  onEvent: ((event: PlaygroundEvent) => void) | undefined,
): void {
  const tell = useEffectEvent((event: PlaygroundEvent) => onEvent?.(event))
  const isHeard = onEvent !== undefined
  useEffect(() => {
    if (!isHeard) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const changed = () => {
      clearTimeout(timer)
      timer = setTimeout(() => tell({ type: 'change', state: state.snapshot() }), SETTLED_AFTER_MS)
    }
    const offs = [
      bindings.events?.subscribe((event) => tell(event)),
      store.sub(state.prompt.draftAtom, changed),
      store.sub(state.rows.revisionAtom, changed),
    ]
    tell({ type: 'ready', contract: BINDINGS_CONTRACT })
    return () => {
      clearTimeout(timer)
      for (const off of offs) off?.()
    }
  }, [isHeard, bindings, state, store])
}

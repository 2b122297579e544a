import { useEffect, useRef } from 'react'
import { usePlayground } from '../../playground-context.ts'

/** The message that the focus is in, or was in last, by its id; null where it never was in one. It is asked for, and renders nothing. */
export function useLastMessage(): () => string | null {
  const { state, root } = usePlayground()
  const last = useRef<string | null>(null)
  useEffect(() => {
    const note = ({ target }: { readonly target: EventTarget | null }) => {
      const card = target instanceof Element ? target.closest<HTMLElement>('[data-testid="message"]') : null
      if (card === null) return
      const { messages } = state.store.get(state.prompt.draftAtom)
      last.current = messages[Number(card.dataset['index'])]?.id ?? null
    }
    const within = root?.getRootNode()
    if (within instanceof Document || within instanceof ShadowRoot) note({ target: within.activeElement })
    root?.addEventListener('focusin', note)
    return () => root?.removeEventListener('focusin', note)
  }, [root, state])
  return () => last.current
}

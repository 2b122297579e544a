import { useStore } from 'jotai'
import { useCallback } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { useToast } from '../../ui/toast.tsx'

/** Says what was done and offers to undo it, for as long as it is the last change. */
export function useUndoToast(): (text: string) => void {
  const say = useText('frame')
  const { state } = usePlayground()
  const store = useStore()
  const { show } = useToast()
  return useCallback(
    (text) =>
      show(text, {
        name: 'undo',
        action: { label: say('undo'), keys: '$mod+z', run: () => state.undo.undo() },
        until: (end) => {
          const offs = [store.sub(state.rows.revisionAtom, end), store.sub(state.prompt.draftAtom, end)]
          return () => {
            for (const off of offs) off()
          }
        },
      }),
    [say, state, store, show],
  )
}

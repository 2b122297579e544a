import { atom, useAtomValue } from 'jotai'
import { useMemo } from 'react'
import { usePlayground } from '../../playground-context.ts'
import { keptIfEqual, sameItems } from '../../state/kept-if-equal.ts'
import { createRefusals, type FieldNotes, fieldNotes } from './field-notes.ts'

/** What the last runs were refused for, where it concerns a setting. */
export function useFieldNotes(): FieldNotes {
  const { state } = usePlayground()
  return useAtomValue(
    useMemo(() => {
      // Every row that ends is looked at; the settings are drawn anew only where that says something new about them.
      const keep = keptIfEqual<FieldNotes>((a, b) => sameItems([...a].flat(), [...b].flat()))
      const refusalsOf = createRefusals()
      return atom((get) => {
        const failed = get(state.execution.standingsAtom).filter((standing) => standing.state === 'failed')
        return keep(
          fieldNotes(
            failed.map((standing) => state.execution.cellOf(standing)),
            get(state.prompt.draftAtom).llmConfig,
            refusalsOf,
          ),
        )
      })
    }, [state]),
  )
}

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
      // Apart, so that a key in the prompt looks at no row.
      const failedAtom = atom((get) =>
        get(state.execution.standingsAtom)
          .filter((standing) => standing.state === 'failed')
          .map((standing) => state.execution.cellOf(standing)),
      )
      const settingsAtom = atom((get) => get(state.prompt.draftAtom).llmConfig)
      return atom((get) => keep(fieldNotes(get(failedAtom), get(settingsAtom), refusalsOf)))
    }, [state]),
  )
}

import { atom, useAtomValue } from 'jotai'
import { useMemo } from 'react'
import { usePlayground } from '../../playground-context.ts'
import { type FieldNotes, fieldNotes } from './field-notes.ts'

/** What the last runs were refused for, where it concerns a setting. */
export function useFieldNotes(): FieldNotes {
  const { state } = usePlayground()
  return useAtomValue(
    useMemo(
      () =>
        atom((get) => {
          const standings = get(state.execution.standingsAtom)
          const failed = get(state.rows.idsAtom).filter((id) => standings(id)?.state === 'failed')
          return fieldNotes(
            failed.map((id) => state.execution.cellOf(id)),
            get(state.prompt.draftAtom).llmConfig,
          )
        }),
      [state],
    ),
  )
}

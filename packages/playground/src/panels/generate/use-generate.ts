import type { ClientFailure } from '@vitrine/client'
import { atom, useAtomValue, useStore } from 'jotai'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type Preview, extendedPreview, takenOf } from '../../generate/preview.ts'
import { type Places, placesOf, twinsOf } from '../../generate/twins.ts'
import { usePlayground } from '../../playground-context.ts'
import type { Store } from '../../state/playground-state.ts'
import type { RowsState } from '../../state/rows-state.ts'
import { askForCases } from './ask-for-cases.ts'
import type { GenerateFormControl } from './use-generate-form.ts'

/** What became of the last time that a model was asked. *Units*: `costUsd` USD, null where it is unknown. */
export type AskPhase =
  | { readonly kind: 'idle' | 'asking' | 'stopped' }
  | { readonly kind: 'failed'; readonly failure: ClientFailure }
  | { readonly kind: 'no-cases'; readonly text: string }
  | {
      readonly kind: 'came'
      readonly text: string
      readonly count: number
      readonly leftOut: number
      readonly isCut: boolean
      readonly costUsd: number | null
    }

/** The cases that there are, as they are now; nobody subscribes to ten thousand rows for it. */
const placesIn = (store: Store, rows: RowsState, columns: readonly string[]): Places =>
  placesOf(
    store.get(rows.idsAtom).map((id) => store.get(rows.rowAtom(id)) ?? { data: {} }),
    columns,
  )

/** Asks for cases, and holds what came until it is added. */
export function useGenerate({ generation, model, facts }: GenerateFormControl) {
  const { bindings, state } = usePlayground()
  const { rows } = state
  const store = useStore()
  const [phase, setPhase] = useState<AskPhase>({ kind: 'idle' })
  const [preview, setPreview] = useState<Preview | null>(null)
  const asking = useRef<AbortController | null>(null)
  useEffect(() => () => asking.current?.abort(), [])

  const columns = preview?.columns
  const existing = useAtomValue(
    useMemo(
      () =>
        atom((get) => {
          get(rows.revisionAtom)
          return placesIn(store, rows, columns ?? [])
        }),
      [store, rows, columns],
    ),
  )
  const twins = useMemo(() => twinsOf(preview?.cases ?? [], existing, preview?.columns ?? []), [preview, existing])
  const client = bindings.service?.client
  const ask = async () => {
    if (client === undefined) return
    const controller = new AbortController()
    asking.current = controller
    setPhase({ kind: 'asking' })
    const came = await askForCases(generation, { client, model, facts }, controller.signal)
    if (asking.current === controller) asking.current = null
    if (came === null) setPhase({ kind: 'stopped' })
    else if (came.status === 'failed') setPhase({ kind: 'failed', failure: came.failure })
    else if (came.read === null) setPhase({ kind: 'no-cases', text: came.text })
    else {
      const { text, isCut, costUsd, read } = came
      const names = generation.columns.map(({ name }) => name)
      setPhase({ kind: 'came', text, isCut, costUsd, count: read.cases.length, leftOut: read.leftOut })
      setPreview((held) => extendedPreview(held, names, generation.withExpected, read.cases, placesIn(store, rows, names)))
    }
  }
  return {
    phase,
    preview,
    twins,
    isReachable: client !== undefined,
    ask,
    stop: () => asking.current?.abort(),
    change: setPreview,
    /** As one step to undo; answers how many. */
    add: (): number => {
      const taken = preview === null ? [] : takenOf(preview)
      rows.add(taken)
      setPreview(null)
      setPhase({ kind: 'idle' })
      return taken.length
    },
  }
}
export type GenerateControl = ReturnType<typeof useGenerate>

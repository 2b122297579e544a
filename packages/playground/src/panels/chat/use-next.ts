import type { Message } from '@vitrine/contracts'
import { atom, useAtomValue } from 'jotai'
import { useDeferredValue, useMemo } from 'react'
import { textColumns } from '../../execution/row-body.ts'
import { usePlayground } from '../../playground-context.ts'
import { useModels } from '../../queries/use-models.ts'
import { nextMessage, type NextMessage, sumOfNext } from './next-message.ts'

const NO_VALUES: Readonly<Record<string, string>> = {}

/** What sending a conversation to all variants comes to; `history` has in it what is about to be said. Null where there is no variant. */
export function useNext(rowId: string, history: readonly Message[]): { readonly next: NextMessage; readonly isDemo: boolean } | null {
  const { prompt, rows } = usePlayground().state
  const drafts = useAtomValue(useMemo(() => atom((get) => get(prompt.variants.idsAtom).map((id) => get(prompt.draftOf(id)))), [prompt]))
  const data = useAtomValue(rows.rowAtom(rowId))?.data ?? NO_VALUES
  const { data: known } = useModels()
  const said = useDeferredValue(history)
  return useMemo(() => {
    const models = drafts.map(({ llmConfig: { model: wanted } }) => known?.models.find(({ id, name }) => id === wanted || name === wanted))
    const all = drafts.map((draft, index) =>
      nextMessage({
        messages: draft.messages,
        columns: textColumns(draft),
        data,
        history: said,
        settings: draft.llmConfig,
        model: models[index] ?? null,
      }),
    )
    const next = sumOfNext(all)
    return next && { next, isDemo: models.every((model) => model?.price?.source === 'demo') }
  }, [drafts, data, known, said])
}

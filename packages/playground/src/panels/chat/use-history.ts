import { useAtomValue, useStore } from 'jotai'
import { usePlayground } from '../../playground-context.ts'
import type { History } from './history-edit.ts'

const NONE: History = []

/** Replaces a conversation by another, or by what is made of it as it is by then. */
export type ChangeHistory = (next: History | ((now: History) => History)) => void

/** The conversation of a case, and how to replace it; each replacement can be undone. */
export function useHistory(rowId: string): { readonly history: History; readonly change: ChangeHistory } {
  const { rows } = usePlayground().state
  const store = useStore()
  const history = useAtomValue(rows.rowAtom(rowId))?.history ?? NONE
  return {
    history,
    change(next) {
      const now = store.get(rows.rowAtom(rowId))?.history ?? NONE
      const after = typeof next === 'function' ? next(now) : next
      if (after !== now) rows.setHistory(rowId, after)
    },
  }
}

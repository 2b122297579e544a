import { useAtomValue } from 'jotai'
import { usePlayground } from '../../playground-context.ts'
import type { History } from './history-edit.ts'

const NONE: History = []

/** The conversation of a case, and how to replace it; each replacement can be undone. */
export function useHistory(rowId: string): { readonly history: History; readonly change: (history: History) => void } {
  const { rows } = usePlayground().state
  const history = useAtomValue(rows.rowAtom(rowId))?.history ?? NONE
  return { history, change: (next) => next !== history && rows.setHistory(rowId, next) }
}

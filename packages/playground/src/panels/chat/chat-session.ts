import { atom, type PrimitiveAtom } from 'jotai'
import type { Cell } from '../../state/cell.ts'
import { type ConversationMemory, NO_MEMORY } from '../../state/conversation-memory.ts'
import type { PlaygroundState } from '../../state/playground-state.ts'

/** An answer that is asked for apart from the run of its case. */
export interface TurnRun {
  readonly cell: Cell
  readonly model: string
  readonly stop: () => void
}

/** What goes on in the conversations of a mount: it lasts as long as the page and is no part of the work. */
export interface ChatSession {
  /** By turn; see `turnKey` and `answerKey`. */
  readonly runsAtom: PrimitiveAtom<ReadonlyMap<string, TurnRun>>
}

const create = (): ChatSession => ({ runsAtom: atom<ReadonlyMap<string, TurnRun>>(new Map()) })

const mounts = new WeakMap<PlaygroundState, ChatSession>()

/** The session of a mount. Two mounts share nothing. */
export function chatSessionOf(state: PlaygroundState): ChatSession {
  const session = mounts.get(state) ?? create()
  mounts.set(state, session)
  return session
}

export const turnKey = (rowId: string, messageId: string): string => `${rowId} ${messageId}`

/** The turn that an answer would be: after exactly this conversation. */
export const answerKey = (rowId: string, variantId: string, wording: string): string => `${rowId} ${variantId} ${wording}`

export const withEntry = <Value>(map: ReadonlyMap<string, Value>, key: string, value: Value): ReadonlyMap<string, Value> =>
  new Map(map).set(key, value)

export function withoutEntry<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  const rest = new Map(map)
  rest.delete(key)
  return rest
}

/** Changes what is known of the conversation of a case. */
export function remember(
  { store, memoriesAtom }: PlaygroundState,
  rowId: string,
  change: (memory: ConversationMemory) => ConversationMemory,
) {
  store.set(memoriesAtom, (all) => withEntry(all, rowId, change(all.get(rowId) ?? NO_MEMORY)))
}

import { atom, type PrimitiveAtom } from 'jotai'
import type { Cell } from '../../state/cell.ts'
import type { PlaygroundState } from '../../state/playground-state.ts'
import type { TurnVersion } from './turn-versions.ts'
import type { Wordings } from './wordings.ts'

/** An answer that is asked for apart from the run of its case. */
export interface TurnRun {
  readonly cell: Cell
  readonly model: string
  readonly stop: () => void
}

type ByKey<Value> = PrimitiveAtom<ReadonlyMap<string, Value>>

/** What is known of the conversations of a mount beside the conversations: it lasts as long as the page and is no part of the work. */
export interface ChatSession {
  /** By turn; see `turnKey`. */
  readonly runsAtom: ByKey<TurnRun>
  /** By turn. */
  readonly versionsAtom: ByKey<readonly TurnVersion[]>
  /** The version that was chosen of an answer that is not in the conversation yet, by its turn. */
  readonly shownAtom: ByKey<TurnVersion>
  /** By case: the variant whose answer goes into the conversation. */
  readonly chosenAtom: ByKey<string>
  /** By case. */
  readonly wordingsAtom: ByKey<Wordings>
  /** By case: the case that it is a branch of. */
  readonly sourcesAtom: ByKey<string>
}

const create = (): ChatSession => ({
  runsAtom: atom<ReadonlyMap<string, TurnRun>>(new Map()),
  versionsAtom: atom<ReadonlyMap<string, readonly TurnVersion[]>>(new Map()),
  shownAtom: atom<ReadonlyMap<string, TurnVersion>>(new Map()),
  chosenAtom: atom<ReadonlyMap<string, string>>(new Map()),
  wordingsAtom: atom<ReadonlyMap<string, Wordings>>(new Map()),
  sourcesAtom: atom<ReadonlyMap<string, string>>(new Map()),
})

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

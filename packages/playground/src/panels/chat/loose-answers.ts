import { type ConversationMemory, type LooseAnswers, looseKey, type TurnVersion } from '../../state/conversation-memory.ts'
import { sameMessage } from './history-edit.ts'
import { withVersion } from './turn-versions.ts'

/** To what a variant answers. */
export type LooseTurn = Pick<LooseAnswers, 'variantId' | 'wording'>

/** With more answers that are not in the conversation. */
export function withLoose(memory: ConversationMemory, turn: LooseTurn, versions: readonly TurnVersion[]): ConversationMemory {
  const { variantId, wording } = turn
  const key = looseKey(variantId, wording)
  const held = memory.loose.get(key)
  const next: LooseAnswers = {
    variantId,
    wording,
    versions: versions.reduce(withVersion, held?.versions ?? []),
    shown: held?.shown ?? null,
  }
  return { ...memory, loose: new Map(memory.loose).set(key, next) }
}

/** With one of them chosen. */
export function withShown(memory: ConversationMemory, turn: LooseTurn, version: TurnVersion): ConversationMemory {
  const { loose, ...rest } = withLoose(memory, turn, [version])
  const key = looseKey(turn.variantId, turn.wording)
  const held = loose.get(key)
  const shown = held?.versions.findIndex(({ message }) => sameMessage(message, version.message)) ?? -1
  return { ...rest, loose: held === undefined || shown < 0 ? loose : new Map(loose).set(key, { ...held, shown }) }
}

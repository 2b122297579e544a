import type { Message } from '@vitrine/contracts'
import type { TurnVersion } from '../../state/conversation-memory.ts'
import { sameMessage } from './history-edit.ts'

const NONE: readonly TurnVersion[] = []

/** All that was answered at a turn: what was kept, and what stands there now, which may have been edited since. */
export function versionsAt(kept: readonly TurnVersion[] = NONE, current: Message): readonly TurnVersion[] {
  return kept.some(({ message }) => sameMessage(message, current)) ? kept : [...kept, { message: current, settings: null }]
}

/** With one more at the end; one that says the same as another takes its place, as the one that knows more. */
export function withVersion(kept: readonly TurnVersion[] = NONE, version: TurnVersion): readonly TurnVersion[] {
  const at = kept.findIndex(({ message }) => sameMessage(message, version.message))
  if (at < 0) return [...kept, version]
  return kept.with(at, { message: version.message, settings: version.settings ?? kept[at]?.settings ?? null })
}

/** Which of them stands there. */
export const placeOfVersion = (versions: readonly TurnVersion[], current: Message): number =>
  Math.max(
    0,
    versions.findIndex(({ message }) => sameMessage(message, current)),
  )

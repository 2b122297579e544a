import type { Message } from '@vitrine/contracts'
import type { PlaygroundSnapshot } from '../../state/snapshot.ts'

/** Every list of messages that a snapshot holds: those of its variants, and the conversations of its cases. */
export const messageLists = ({ prompt, variants = [], rows }: PlaygroundSnapshot): readonly (readonly Message[])[] => [
  ...[prompt, ...variants].map(({ messages }) => messages),
  ...rows.flatMap(({ history }) => (history === undefined ? [] : [history])),
]

import type { Message } from '@vitrine/contracts'
import type { PlaygroundSnapshot } from '../../state/snapshot.ts'

/** Every list of messages that a snapshot holds: the prompt's, and the conversations of its cases. */
export const messageLists = ({ prompt, rows }: PlaygroundSnapshot): readonly (readonly Message[])[] => [
  prompt.messages,
  ...rows.flatMap(({ history }) => (history === undefined ? [] : [history])),
]

import type { Message } from '@vitrine/contracts'
import type { PlaygroundSnapshot } from '../../state/snapshot.ts'

/** Every list of messages that a snapshot holds: those of its variants, the conversations of its cases, and the versions of their turns. */
export const messageLists = ({ prompt, variants = [], rows }: PlaygroundSnapshot): readonly (readonly Message[])[] => [
  ...[prompt, ...variants].map(({ messages }) => messages),
  ...rows.flatMap(({ history, conversation: { turns = [], answers = [] } = {} }) => [
    ...(history === undefined ? [] : [history]),
    ...[...turns, ...answers].map(({ versions = [] }) => versions.map(({ message }) => message)),
  ]),
]

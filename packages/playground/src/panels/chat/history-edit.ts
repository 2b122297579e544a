import type { Message, MessageRole } from '@vitrine/contracts'
import type { Cell } from '../../state/cell.ts'
import { editedMessage } from '../../state/edited-message.ts'
import type { EnhancedMessage } from '../../state/prompt.ts'

export type History = readonly EnhancedMessage[]

/** An id that no message of the history has. Ids only tell messages of one history apart, so counting is enough. */
export function newId(history: History): string {
  const used = history.map(({ id }) => Number(/^turn-(\d+)$/.exec(id)?.[1] ?? 0))
  return `turn-${Math.max(0, ...used) + 1}`
}

/** With a message at an index; without one, at the end. */
export const withMessage = (history: History, message: Message, at = history.length): History =>
  history.toSpliced(at, 0, { ...message, id: newId(history) })

export const withoutMessage = (history: History, id: string): History => history.filter((message) => message.id !== id)

/** Without a message and all after it. */
export function cutFrom(history: History, id: string): History {
  const at = history.findIndex((message) => message.id === id)
  return at < 0 ? history : history.slice(0, at)
}

export const edited = (history: History, id: string, patch: Partial<Message>): History =>
  history.map((message) => (message.id === id ? editedMessage(message, patch) : message))

/** With a message one place further up or down; at an end it stays. */
export function shifted(history: History, id: string, by: 1 | -1): History {
  const from = history.findIndex((message) => message.id === id)
  const to = from + by
  const message = history[from]
  if (!message || to < 0 || to >= history.length) return history
  return history.toSpliced(from, 1).toSpliced(to, 0, message)
}

/** Who would speak where a message is put in: whoever did not speak last. */
export const nextRole = (history: History, at: number): MessageRole => (history[at - 1]?.role === 'user' ? 'assistant' : 'user')

/**
 * The answer of a finished run as a message; null where there is none to keep. It is the provider's own, thoughts included; of a run
 * that was stopped, the words that came.
 */
export function answerMessage(cell: Pick<Cell, 'state' | 'text' | 'toolCalls' | 'refusal' | 'message'>): Message | null {
  const { state, text, toolCalls, refusal, message } = cell
  if (state !== 'done' && state !== 'stopped') return null
  if (text === '' && toolCalls.length === 0 && refusal === '') return null
  if (state === 'done' && message !== null) return message
  return {
    role: 'assistant',
    content: text === '' && toolCalls.length > 0 ? null : text,
    ...(toolCalls.length > 0 ? { toolCalls } : {}),
    ...(refusal === '' ? {} : { refusal }),
  }
}

const sameMessage = (one: Message, other: Message): boolean =>
  one.role === other.role &&
  JSON.stringify(one.content ?? null) === JSON.stringify(other.content ?? null) &&
  JSON.stringify(one.toolCalls ?? []) === JSON.stringify(other.toolCalls ?? [])

/** Whether the history already ends in the answer. */
export function endsIn(history: History, answer: Message): boolean {
  const last = history.at(-1)
  return last !== undefined && sameMessage(last, answer)
}

/** The history with what somebody says next. The answer that they reply to goes before it, unless it is there. */
export function withReply(history: History, answer: Message | null, content: NonNullable<Message['content']>): History {
  const heard = answer === null || endsIn(history, answer) ? history : withMessage(history, answer)
  return withMessage(heard, { role: 'user', content })
}

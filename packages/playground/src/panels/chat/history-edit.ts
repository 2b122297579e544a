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

/** Up to a message, with it. */
export function cutAfter(history: History, id: string): History {
  const at = history.findIndex((message) => message.id === id)
  return at < 0 ? history : history.slice(0, at + 1)
}

/** Without a message and all before it. */
export const cutUpTo = (history: History, id: string): History => history.slice(history.findIndex((message) => message.id === id) + 1)

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

/** Whether two messages say the same; what only a provider can read of them makes no difference. */
export const sameMessage = (one: Message, other: Message): boolean =>
  one.role === other.role &&
  JSON.stringify(one.content ?? null) === JSON.stringify(other.content ?? null) &&
  JSON.stringify(one.toolCalls ?? []) === JSON.stringify(other.toolCalls ?? []) &&
  one.toolCallId === other.toolCallId &&
  (one.refusal ?? '') === (other.refusal ?? '')

/** Whether the history already ends in what a run answered. */
export function endsIn(history: History, answer: readonly Message[]): boolean {
  const end = history.slice(-answer.length)
  return answer.length > 0 && end.length === answer.length && answer.every((message, at) => sameMessage(message, end[at] ?? message))
}

/** The history with an answer at its end, unless it is there. */
export const withAnswer = (history: History, answer: readonly Message[]): History =>
  answer.length === 0 || endsIn(history, answer) ? history : answer.reduce<History>((now, message) => withMessage(now, message), history)

/** What somebody says next: results of calls, by the id of the call, and words. */
export interface Reply {
  readonly content: NonNullable<Message['content']>
  readonly results?: readonly (readonly [callId: string, text: string])[]
}

const isBlank = ({ content }: Reply): boolean => (typeof content === 'string' ? content.trim() === '' : content.length === 0)

/** The history with a reply. The answer that it replies to goes before it, unless it is there. */
export function withReply(history: History, answer: readonly Message[], reply: Reply): History {
  const heard = withAnswer(history, answer)
  const answered = (reply.results ?? []).reduce<History>(
    (now, [toolCallId, content]) => withMessage(now, { role: 'tool', toolCallId, content }),
    heard,
  )
  return isBlank(reply) ? answered : withMessage(answered, { role: 'user', content: reply.content })
}

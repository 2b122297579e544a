import type { Message } from '@vitrine/contracts'
import { attachmentsOf } from '../../attachments/message-content.ts'
import { messageText } from '../../state/message-text.ts'

/** A turn in one line: its text, how much is attached to it, or the names of what it calls. */
export type TurnSummary =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'calls'; readonly names: readonly string[] }
  | { readonly kind: 'attachments'; readonly count: number }
  | { readonly kind: 'empty' }

const LONGEST = 300

export function turnSummary(message: Message): TurnSummary {
  const text = messageText(message).slice(0, LONGEST).replace(/\s+/g, ' ').trim()
  if (text !== '') return { kind: 'text', text }
  const count = attachmentsOf(message.content).length
  if (count > 0) return { kind: 'attachments', count }
  const names = message.toolCalls?.map((call) => call.function.name) ?? []
  return names.length > 0 ? { kind: 'calls', names } : { kind: 'empty' }
}

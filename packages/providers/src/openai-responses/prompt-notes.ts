import type { Message } from '@vitrine/contracts'
import type { CallNote } from '../provider.ts'

/** Says how much of a history is left out because the provider keeps it. */
export function trimmingNote(count: number, first: number): readonly CallNote[] {
  if (first === 0) return []
  return [{ level: 'debug', text: `history: ${count - first} of ${count} messages sent, ${first} omitted (previous_response_id)` }]
}

/**
 * U+FFFD stands where something was lost in decoding before it came here. It is sent as it is, for no text is altered in silence; the
 * warning says where it is.
 */
export function garbledTextNotes(messages: readonly Message[], first: number): readonly CallNote[] {
  const paths = messages.flatMap((message, position) => (isGarbled(message) ? [`messages[${first + position}]`] : []))
  if (paths.length === 0) return []
  return [{ level: 'warning', text: `replacement characters (U+FFFD) in ${paths.join(', ')}: sent as they are` }]
}

function isGarbled({ content }: Message): boolean {
  if (typeof content === 'string') return content.includes('\ufffd')
  return content?.some((part) => part.type === 'text' && part.text.includes('\ufffd')) ?? false
}

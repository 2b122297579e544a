import { type Message, toWire } from '@vitrine/contracts'
import { messageText } from '../../state/message-text.ts'
import type { EnhancedMessage } from '../../state/prompt.ts'
import { anonymousMessage } from '../../state/anonymous-message.ts'

/** As what a turn can be copied. */
export const COPY_FORMS = ['text', 'markdown', 'json'] as const
export type CopyForm = (typeof COPY_FORMS)[number]

const callText = ({ toolCalls = [] }: Message): string =>
  toolCalls.map(({ function: { name, arguments: given } }) => `${name}(${given})`).join('\n')

/** A turn as a text of its own: its words and calls, the same under its role, or the message as it is sent. */
export function turnText(message: EnhancedMessage, form: CopyForm): string {
  if (form === 'json') return JSON.stringify(toWire<Message>(anonymousMessage(message)), null, 2)
  const words = [messageText(message), message.refusal ?? '', callText(message)].filter((part) => part !== '').join('\n\n')
  // Role names as the APIs have them: what is read by other programs is not translated.
  return form === 'text' ? words : `## ${message.role}\n\n${words}`
}

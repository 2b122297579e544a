import { type Message, toWire } from '@vitrine/contracts'

/** A message as the chat completions API takes it; thoughts and a provider's own items have no place there. */
export function chatMessage(message: Message): object {
  const { thinking: _thinking, native: _native, ...plain } = message
  return toWire(plain)
}

/** What of messages the chat completions API does not take. */
export const unsendable = (messages: readonly Message[]): readonly string[] => [
  ...(messages.some(({ thinking }) => thinking !== undefined) ? ['thinking'] : []),
  ...(messages.some(({ native }) => native !== undefined) ? ['native'] : []),
]

import type { Message, ModelSettings } from '@vitrine/contracts'
import { asFilled } from '../dialect/json.ts'

type Extra = NonNullable<ModelSettings['extraBody']>

/** What a call says of state at the provider: by fields of `extra_body`, since it is for those who ask for it. */
export interface KeptState {
  /** The stored answer that the call goes on from. */
  readonly previousId: string | null
  /** Whether the provider has to store this answer too, for the call to work at all. */
  readonly needsStore: boolean
}

export function keptState(extra: Extra): KeptState {
  const previousId = asFilled(extra['previous_response_id'])
  const hasConversation = extra['conversation'] !== undefined && extra['conversation'] !== null
  return { previousId, needsStore: previousId !== null || hasConversation || extra['background'] === true }
}

/** The caller's own fields without those that rely on what the provider keeps. */
export function withoutState(extra: Extra): Extra {
  const { previous_response_id: _, store: __, ...rest } = extra
  return rest
}

/**
 * The position from which messages are sent where the provider keeps those before. Never beyond the last of them, for an empty input is
 * none: exactly what comes after the stored answer where that is among the messages and has something after it, else the whole last turn.
 * @see seeds/001, REQ-004 and EC8
 */
export function firstUnkept(messages: readonly Message[], previousId: string): number {
  const parent = messages.findLastIndex(({ native }) => native?.id === previousId)
  return parent !== -1 && parent < messages.length - 1 ? parent + 1 : lastTurn(messages)
}

/** Where the last turn begins: at the last question, with what stands directly before it to be read with it. */
function lastTurn(messages: readonly Message[]): number {
  let start = messages.findLastIndex(({ role }) => role === 'user')
  if (start === -1) return 0
  while (start > 0 && isAsking(messages[start - 1])) start -= 1
  return start
}

const isAsking = (message: Message | undefined): boolean => message !== undefined && message.role !== 'assistant' && message.role !== 'tool'

import type { FinishReason } from '@vitrine/contracts'

const BY_NATIVE: ReadonlyMap<string, FinishReason> = new Map([
  ['stop', 'stop'],
  ['eos', 'stop'],
  ['end_turn', 'stop'],
  ['stop_sequence', 'stop'],
  ['completed', 'stop'],
  ['length', 'length'],
  ['max_tokens', 'length'],
  ['model_length', 'length'],
  ['tool_calls', 'tool-calls'],
  ['tool_use', 'tool-calls'],
  ['function_call', 'tool-calls'],
  ['content_filter', 'content-filter'],
  ['safety', 'content-filter'],
  ['refusal', 'refusal'],
  ['pause_turn', 'pause'],
])

export interface FinishFacts {
  readonly native: string | null
  readonly hasRefusal: boolean
  readonly hasCalls: boolean
}

/** Our word for why an answer ended. A plain `stop` is also what providers say after a refusal, and after a call that was asked for by name. */
export function toFinishReason({ native, hasRefusal, hasCalls }: FinishFacts): FinishReason {
  const reason = native === null ? 'unknown' : (BY_NATIVE.get(native.toLowerCase()) ?? 'unknown')
  if (reason !== 'stop') return reason
  if (hasRefusal) return 'refusal'
  return hasCalls ? 'tool-calls' : 'stop'
}

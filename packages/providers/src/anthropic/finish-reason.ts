import type { FinishReason } from '@vitrine/contracts'

const BY_NATIVE: ReadonlyMap<string, FinishReason> = new Map([
  ['end_turn', 'stop'],
  ['stop_sequence', 'stop'],
  ['max_tokens', 'length'],
  ['model_context_window_exceeded', 'length'],
  ['tool_use', 'tool-calls'],
  ['pause_turn', 'pause'],
  ['compaction', 'pause'],
  ['refusal', 'refusal'],
])

/** Our word for a `stop_reason`. */
export const toFinishReason = (native: string | null): FinishReason => (native === null ? 'unknown' : (BY_NATIVE.get(native) ?? 'unknown'))

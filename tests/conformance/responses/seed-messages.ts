import type { Part, ProviderEvent } from '@vitrine/contracts'
import type { Fields } from './fields.ts'

type Usage = Extract<ProviderEvent, { type: 'usage' }>
type Message = Readonly<Record<string, unknown>>

export interface SeedReading {
  /** Whether thinking that was found in a text is shown, in the seed's words. */
  readonly showsThinking: boolean
  /** What the message of usage is called: that of a stream has the id of its response. */
  readonly id: unknown
  /** The provider's own object of usage, where there is one. */
  readonly usage: Fields | null
  /** How many of the events came before the stream was over. */
  readonly settled: number
}

/**
 * Our events as the seed's sequence of messages: one for each piece of text, one for each call, and one that bears the usage at the end.
 * Native thinking has no message there.
 */
export function toSeedMessages(events: readonly ProviderEvent[], reading: SeedReading): readonly Message[] {
  const kinds = new Map<number, Part['kind']>()
  const isCutOff = events.some((event) => event.type === 'error' && event.error.meta?.['interrupted'] === true)
  return events.flatMap((event, position): readonly Message[] => {
    if (event.type === 'part-start') kinds.set(event.index, event.kind)
    if (event.type === 'part-delta' && kinds.get(event.index) === 'text') return [{ role: 'assistant', content: event.delta }]
    if (event.type === 'part-end') return ofPart(event.part, reading, isCutOff && position >= reading.settled)
    if (event.type !== 'usage') return []
    const named = typeof reading.id === 'string' ? { id: reading.id } : {}
    return [{ role: 'assistant', content: '', ...named, usage: toSeedUsage(event, reading.usage) }]
  })
}

/** A call that the end of the stream cut off was never complete, and the seed tells of complete calls alone. */
function ofPart(part: Part, { showsThinking }: SeedReading, isIncomplete: boolean): readonly Message[] {
  if (part.kind === 'tool-call') {
    const { id, name, arguments: text } = part
    const call = { id, type: 'function', function: { name, arguments: text } }
    return isIncomplete ? [] : [{ role: 'assistant', content: '', tool_calls: [call] }]
  }
  if (part.kind === 'refusal') return [{ role: 'assistant', content: '', refusal: part.text }]
  if (part.kind === 'thinking' && showsThinking) return [{ role: 'assistant', content: `🤔 Thinking: ${part.text}\n\n` }]
  return []
}

/** The seed repeats the provider's total and has 0 where there is none; ours is never less than its parts. */
function toSeedUsage(usage: Usage, reported: Fields | null): Message {
  return {
    prompt_tokens: usage.inputTokens,
    completion_tokens: usage.outputTokens,
    total_tokens: reported !== null && reported['total_tokens'] === undefined ? 0 : usage.totalTokens,
    ...(isGiven(reported, 'input_tokens_details', 'cached_tokens') ? { cached_tokens: usage.cachedTokens } : {}),
    ...(isGiven(reported, 'input_tokens_details', 'cache_write_tokens') ? { cache_write_tokens: usage.cacheWriteTokens } : {}),
    ...(isGiven(reported, 'output_tokens_details', 'reasoning_tokens') ? { reasoning_tokens: usage.reasoningTokens } : {}),
  }
}

function isGiven(reported: Fields | null, details: string, name: string): boolean {
  const held = reported?.[details]
  return typeof held === 'object' && held !== null && name in held
}

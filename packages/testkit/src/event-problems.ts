import type { Part, PartKind, ProviderEvent, TokenUsage } from '@vitrine/contracts'

/** What is wrong with the events of one call by the contract of `ProviderEvent`; empty where nothing is. */
export function eventProblems(events: readonly ProviderEvent[]): readonly string[] {
  return [
    ...partProblems(events),
    ...endProblems(events),
    ...events.flatMap((event) => (event.type === 'usage' ? usageProblems(event) : [])),
  ]
}

function partProblems(events: readonly ProviderEvent[]): readonly string[] {
  const problems: string[] = []
  const open = new Map<number, { readonly kind: PartKind; text: string }>()
  let started = 0
  for (const event of events) {
    if (event.type === 'part-start') {
      if (event.index !== started) problems.push(`part ${event.index} starts where part ${started} is due`)
      started += 1
      open.set(event.index, { kind: event.kind, text: '' })
    } else if (event.type === 'part-delta') {
      const part = open.get(event.index)
      if (part === undefined) problems.push(`a delta for part ${event.index}, which is not open`)
      else part.text += event.delta
    } else if (event.type === 'part-end') {
      const part = open.get(event.index)
      if (part === undefined) problems.push(`part ${event.index} ends and is not open`)
      else if (part.kind !== event.part.kind) problems.push(`part ${event.index} starts as ${part.kind} and ends as ${event.part.kind}`)
      else if (part.text !== contentOf(event.part)) problems.push(`part ${event.index} is not the sum of its deltas`)
      open.delete(event.index)
    } else if (event.type === 'logprobs' && event.index >= started) {
      problems.push(`logprobs for part ${event.index}, which has not started`)
    }
  }
  for (const index of open.keys()) problems.push(`part ${index} never ends`)
  return problems
}

const contentOf = (part: Part): string => (part.kind === 'tool-call' ? part.arguments : part.text)

const AFTER_ERROR: ReadonlySet<ProviderEvent['type']> = new Set(['usage', 'cost', 'wire'])

function endProblems(events: readonly ProviderEvent[]): readonly string[] {
  const ends = events.flatMap((event, position) => (event.type === 'response-end' || event.type === 'error' ? [position] : []))
  const [end] = ends
  if (end === undefined) return ['the call has no end']
  if (ends.length > 1) return [`the call ends ${ends.length} times`]
  const allowed: ReadonlySet<ProviderEvent['type']> = events[end]?.type === 'error' ? AFTER_ERROR : new Set(['wire'])
  return events.slice(end + 1).flatMap(({ type }) => (allowed.has(type) ? [] : [`${type} after the end`]))
}

function usageProblems(usage: TokenUsage): readonly string[] {
  const { inputTokens, outputTokens, totalTokens, cachedTokens = 0, cacheWriteTokens = 0 } = usage
  const counts = [inputTokens, outputTokens, totalTokens, cachedTokens, cacheWriteTokens, usage.reasoningTokens ?? 0]
  return [
    ...(counts.every((count) => Number.isInteger(count) && count >= 0) ? [] : ['a token count is no natural number']),
    ...(cachedTokens + cacheWriteTokens > inputTokens ? ['more tokens cached than read'] : []),
    ...(totalTokens < inputTokens + outputTokens ? ['the total is less than its parts'] : []),
  ]
}

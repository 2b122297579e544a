import type { Cost, TokenUsage } from '@vitrine/contracts'
import type { Cell } from '../../state/cell.ts'

/** A space that both sides have stands once. */
const joinedText = (kept: string, more: string): string => kept + (/\s$/.test(kept) ? more.trimStart() : more)

const sum = (a: number | undefined, b: number | undefined): number | undefined => (a === undefined || b === undefined ? undefined : a + b)

function joinedUsage(kept: Cell, part: TokenUsage | null): TokenUsage | null {
  if (part === null) return null
  const { usage } = kept
  if (usage === null) {
    // Of what was stopped nobody reported what it took; its own length is known.
    const outputTokens = kept.estimatedOutputTokens + part.outputTokens
    return { inputTokens: part.inputTokens, outputTokens, totalTokens: part.inputTokens + outputTokens, source: 'estimate' }
  }
  const cachedTokens = sum(usage.cachedTokens, part.cachedTokens)
  const reasoningTokens = sum(usage.reasoningTokens, part.reasoningTokens)
  return {
    inputTokens: usage.inputTokens + part.inputTokens,
    outputTokens: usage.outputTokens + part.outputTokens,
    totalTokens: usage.totalTokens + part.totalTokens,
    ...(cachedTokens !== undefined && { cachedTokens }),
    ...(reasoningTokens !== undefined && { reasoningTokens }),
    source: usage.source === 'estimate' ? 'estimate' : part.source,
  }
}

/** The whole is known where every part is. */
function joinedCost(kept: Cost | null, part: Cost | null): Cost | null {
  if (part === null) return null
  const before = kept?.totalUsd ?? null
  if (before === null || part.totalUsd === null) return { totalUsd: null, source: part.source }
  const promptUsd = sum(kept?.promptUsd, part.promptUsd)
  const completionUsd = sum(kept?.completionUsd, part.completionUsd)
  return {
    totalUsd: before + part.totalUsd,
    ...(promptUsd !== undefined && { promptUsd }),
    ...(completionUsd !== undefined && { completionUsd }),
    source: part.source,
  }
}

/**
 * An answer with the part that came after it: one text, one sum, and where it was produced from as before. Times, wire and trace are those
 * of the last part.
 */
export function joinedCell(kept: Cell, part: Cell): Cell {
  const from = Math.max(-1, ...kept.parts.map(({ index }) => index)) + 1
  const text = joinedText(kept.text, part.text)
  return {
    ...part,
    text,
    thinking: kept.thinking + part.thinking,
    parts: [...kept.parts, ...part.parts.map((one) => ({ ...one, index: one.index + from }))],
    logprobs: [...kept.logprobs, ...part.logprobs.map((run) => ({ ...run, index: run.index + from }))],
    message: part.message === null ? null : { role: 'assistant', content: text },
    estimatedOutputTokens: kept.estimatedOutputTokens + part.estimatedOutputTokens,
    usage: joinedUsage(kept, part.usage),
    cost: joinedCost(kept.cost, part.cost),
    model: part.model ?? kept.model,
    provenance: kept.provenance,
    parsed: undefined,
    continued: { request: kept.continued?.request ?? kept.request, usage: part.usage, cost: part.cost },
  }
}

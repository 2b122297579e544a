import type { Model } from '@vitrine/contracts'
import { priceRange } from '@vitrine/model-catalog'
import { estimateTokenCount } from 'tokenx'
import type { CaseDraft, Generation } from './generation.ts'
import { generationRequest } from './generation-request.ts'

/** A case of which nothing is known: a sentence for each column. Tokens. */
const USUAL_VALUE = 24
/** What stands around a value in JSON, in tokens. */
const AROUND = 6

/** *Units*: tokens, roughly; USD from the shortest answer to the longest that cases like the examples make, null where the price is not known. */
export interface GenerationEstimate {
  readonly inputTokens: number
  readonly outputTokens: number
  readonly lowUsd: number | null
  readonly highUsd: number | null
}

/** What asking will cost, before it is asked: the request as it would be sent, and answers of the examples' length up to twice that. */
export function estimateGeneration(generation: Generation, model: string, facts: Model | null): GenerationEstimate {
  const {
    ag_config: { prompt },
    inputs,
  } = generationRequest(generation, model, facts)
  const texts = [...prompt.messages.map(({ content }) => content), ...Object.values(inputs)]
  const inputTokens = texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? estimateTokenCount(text) : 0), 0)
  const outputTokens = generation.count * tokensPerCase(generation)
  const price = facts?.price ?? null
  const low = priceRange({ inputTokens, maxOutputTokens: outputTokens, price }).high
  const high = priceRange({ inputTokens, maxOutputTokens: 2 * outputTokens, price }).high
  return { inputTokens, outputTokens, lowUsd: low, highUsd: high }
}

function tokensPerCase({ columns, examples, withExpected }: Generation): number {
  const texts = columns.map(({ name }) => ({ name, read: ({ data }: CaseDraft) => (Object.hasOwn(data, name) ? (data[name] ?? '') : '') }))
  const all = [...texts, ...(withExpected ? [{ name: 'expected', read: ({ expected }: CaseDraft) => expected }] : [])]
  const tokens = all.reduce((sum, { name, read }) => {
    const lengths = examples.map((example) => estimateTokenCount(read(example)))
    const mean = lengths.length === 0 ? USUAL_VALUE : lengths.reduce((total, length) => total + length, 0) / lengths.length
    return sum + AROUND + estimateTokenCount(name) + mean
  }, AROUND)
  return Math.ceil(tokens)
}

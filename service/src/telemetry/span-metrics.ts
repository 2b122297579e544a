import type { Attributes } from '@opentelemetry/api'
import { COST_SOURCES, type CostTotal, type TokenTotal } from '@vitrine/contracts'
import { sumUsd } from '@vitrine/model-catalog'
import { ATTRIBUTE, CHAT_OPERATION } from './attribute-names.ts'

/** What one model call used up. */
export interface Spending {
  readonly costs: CostTotal
  readonly tokens: TokenTotal
}

const numberAt = (attributes: Attributes, name: string): number | undefined => {
  const value = attributes[name]
  return typeof value === 'number' ? value : undefined
}

type Open<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] }

function costsOf(attributes: Attributes): CostTotal {
  const costs: Open<CostTotal> = {
    total: numberAt(attributes, ATTRIBUTE.cost) ?? null,
    source: COST_SOURCES.find((source) => source === attributes[ATTRIBUTE.costSource]) ?? 'unknown',
  }
  const prompt = numberAt(attributes, ATTRIBUTE.promptCost)
  const completion = numberAt(attributes, ATTRIBUTE.completionCost)
  if (prompt !== undefined) costs.prompt = prompt
  if (completion !== undefined) costs.completion = completion
  return costs
}

function tokensOf(attributes: Attributes): TokenTotal {
  const tokens: Open<TokenTotal> = { total: numberAt(attributes, ATTRIBUTE.totalTokens) ?? null }
  const prompt = numberAt(attributes, ATTRIBUTE.inputTokens)
  const completion = numberAt(attributes, ATTRIBUTE.outputTokens)
  const cached = numberAt(attributes, ATTRIBUTE.cachedTokens)
  const reasoning = numberAt(attributes, ATTRIBUTE.reasoningTokens)
  if (prompt !== undefined) tokens.prompt = prompt
  if (completion !== undefined) tokens.completion = completion
  if (cached !== undefined) tokens.cached = cached
  if (reasoning !== undefined) tokens.reasoning = reasoning
  if (attributes[ATTRIBUTE.usageEstimated] === true) tokens.estimated = true
  return tokens
}

/** Reads it back from the attributes that are exported, so that tree and trace cannot differ; null for a span that calls no model. */
export const spendingOf = (attributes: Attributes): Spending | null =>
  attributes[ATTRIBUTE.operation] === CHAT_OPERATION ? { costs: costsOf(attributes), tokens: tokensOf(attributes) } : null

const defined = <Shape extends object>(fields: Shape): { [Key in keyof Shape]?: NonNullable<Shape[Key]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Shape]?: NonNullable<Shape[Key]>
  }

const addUsd = (one: number, other: number): number => sumUsd([one, other])

const addOptional = (one: number | undefined, other: number | undefined, add: (a: number, b: number) => number): number | undefined =>
  one === undefined || other === undefined ? (one ?? other) : add(one, other)
const addCount = (one: number, other: number): number => one + other
/** Unknown and something is unknown. */
const addTotal = (one: number | null, other: number | null, add: (a: number, b: number) => number): number | null =>
  one === null || other === null ? null : add(one, other)

function addCosts(one: CostTotal, other: CostTotal): CostTotal {
  const total = addTotal(one.total, other.total, addUsd)
  return {
    total,
    ...defined({
      prompt: addOptional(one.prompt, other.prompt, addUsd),
      completion: addOptional(one.completion, other.completion, addUsd),
    }),
    source: total === null ? 'unknown' : one.source === other.source ? one.source : 'table',
  }
}

const addTokens = (one: TokenTotal, other: TokenTotal): TokenTotal => ({
  total: addTotal(one.total, other.total, addCount),
  ...defined({
    prompt: addOptional(one.prompt, other.prompt, addCount),
    completion: addOptional(one.completion, other.completion, addCount),
    cached: addOptional(one.cached, other.cached, addCount),
    reasoning: addOptional(one.reasoning, other.reasoning, addCount),
  }),
  ...(one.estimated === true || other.estimated === true ? { estimated: true as const } : {}),
})

/** A span under which no model was called spent nothing, and that is known. */
export const NOTHING_SPENT: Spending = { costs: { total: 0, source: 'table' }, tokens: { total: 0 } }

/** One spending stays as it is, to the last digit. */
export const addSpending = (spendings: readonly Spending[]): Spending => {
  const [first = NOTHING_SPENT, ...others] = spendings
  return others.reduce((sum, next) => ({ costs: addCosts(sum.costs, next.costs), tokens: addTokens(sum.tokens, next.tokens) }), first)
}

import type { AvailableModel, Message, ModelSettings } from '@vitrine/contracts'
import { priceRange } from '@vitrine/model-catalog'
import { estimateTokensPerCall, type EstimatedRow } from '../../execution/estimate.ts'

/** What the next message comes to under one variant. *Units*: tokens and USD; null is unknown. */
export interface NextMessage {
  readonly model: string
  readonly inputTokens: number
  readonly maxOutputTokens: number | null
  readonly contextTokens: number | null
  readonly lowUsd: number | null
  readonly highUsd: number | null
  /** `no`: what is sent is longer than the context; `tight`: with the longest answer it would be. */
  readonly fits: 'yes' | 'tight' | 'no'
}

export interface NextAsk {
  readonly messages: readonly Message[]
  readonly columns: readonly string[]
  readonly data: EstimatedRow['data']
  /** With what is about to be said. */
  readonly history: readonly Message[]
  readonly settings: ModelSettings
  readonly model: AvailableModel | null
}

export function nextMessage({ messages, columns, data, history, settings, model }: NextAsk): NextMessage {
  const inputTokens = Math.round(estimateTokensPerCall(messages, columns, [{ data, history }]))
  const maxOutputTokens = settings.maxCompletionTokens ?? settings.maxTokens ?? model?.maxOutputTokens ?? null
  const contextTokens = model?.contextTokens ?? null
  const { low, high } = priceRange({ inputTokens, maxOutputTokens, price: model?.price ?? null })
  const isOver = contextTokens !== null && inputTokens > contextTokens
  const isTight = contextTokens !== null && inputTokens + (maxOutputTokens ?? 0) > contextTokens
  return {
    model: settings.model,
    inputTokens,
    maxOutputTokens,
    contextTokens,
    lowUsd: low,
    highUsd: high,
    fits: isOver ? 'no' : isTight ? 'tight' : 'yes',
  }
}

/** The share of the context that is taken, from 0 to 1; null where nobody knows how long it is. */
export const fullness = ({ inputTokens, contextTokens }: NextMessage): number | null =>
  contextTokens === null ? null : Math.min(1, inputTokens / contextTokens)

/** What all of them come to: the sums, and the one with least room, which is first told of. Null where there are none. */
export function sumOfNext(all: readonly NextMessage[]): (NextMessage & { readonly index: number }) | null {
  const order = { no: 2, tight: 1, yes: 0 } as const
  const [least] = all
    .map((one, index) => ({ ...one, index }))
    .toSorted((a, b) => order[b.fits] - order[a.fits] || (fullness(b) ?? -1) - (fullness(a) ?? -1))
  if (least === undefined) return null
  const sum = (values: readonly (number | null)[]) =>
    values.reduce<number | null>((total, value) => (total === null || value === null ? null : total + value), 0)
  return { ...least, lowUsd: sum(all.map(({ lowUsd }) => lowUsd)), highUsd: sum(all.map(({ highUsd }) => highUsd)) }
}

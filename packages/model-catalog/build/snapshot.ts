import type { Model } from '@vitrine/contracts'

/** USD for a million tokens, as price lists have it. An absent one is unknown. */
export interface Rates {
  readonly input: number
  readonly output: number
  readonly cached?: number
  readonly written?: number
}

/** A price as the maker's own page has it, for models that the data set does not know yet. */
export interface PagePrice {
  readonly page: string
  /** The day it was read, `YYYY-MM-DD`. */
  readonly date: string
  readonly rates: Rates
  readonly long?: { readonly overInputTokens: number; readonly rates: Rates }
}

/**
 * What we know of a model by ourselves: what it takes and can do. Its price, and its context where we say nothing, come from the data
 * set.
 */
export interface ModelSnapshot extends Omit<Model, 'id' | 'provider' | 'price' | 'contextTokens'> {
  readonly contextTokens?: number
  /** Where the data set is not asked: a page's price, or none and the reason. */
  readonly price?: PagePrice | { readonly unknown: string }
  /** Other names of the same model at the same price: dated ones, older ones. */
  readonly aliases?: readonly string[]
}

/** The models of one provider. */
export interface ProviderSnapshot {
  /** As in the ids of the catalogue. */
  readonly provider: string
  /** As the data set calls it. */
  readonly dataSetId: string
  /** As the words of a constant's name begin, `OPENAI`. */
  readonly constant: string
  readonly models: readonly ModelSnapshot[]
}

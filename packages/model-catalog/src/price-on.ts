import type { ModelPrice } from '@vitrine/contracts'

/**
 * The price as it holds on a day, `YYYY-MM-DD`: itself up to its last day, then null, for a price that ran out is unknown.
 */
export const priceOn = (price: ModelPrice | null, day: string): ModelPrice | null =>
  price?.until !== undefined && day > price.until ? null : price

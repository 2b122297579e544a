import type { Model, ModelPrice } from '@vitrine/contracts'
import type { ModelInfo } from '@pydantic/genai-prices'
import { priceFromEntry, toTokenPrices } from './price-from-entry.ts'
import type { ModelSnapshot, PagePrice, ProviderSnapshot } from './snapshot.ts'

export interface DataSet {
  /** The name and version of the data set, as a price names its source. */
  readonly source: string
  /** The day its prices are taken for, `YYYY-MM-DD`. */
  readonly day: string
  /** The entries of a provider, by the data set's own id of it. */
  readonly entriesOf: (dataSetId: string) => readonly ModelInfo[]
}

export interface ProviderModels {
  readonly provider: string
  readonly constant: string
  readonly models: readonly Model[]
  /** Another name, and the model's own. */
  readonly aliases: readonly (readonly [alias: string, name: string])[]
}

const pagePrice = ({ page, date, rates, long }: PagePrice): ModelPrice => ({
  ...toTokenPrices(rates),
  ...(long === undefined ? {} : { longContext: { overInputTokens: long.overInputTokens, ...toTokenPrices(long.rates) } }),
  date,
  source: page,
})

function priceOf(snapshot: ModelSnapshot, entry: ModelInfo | undefined, contextTokens: number | null, data: DataSet): ModelPrice | null {
  const { name, price } = snapshot
  if (price === undefined) {
    if (entry === undefined) throw new Error(`The data set has no entry "${name}": give it a page's price, or say why it has none.`)
    const found = priceFromEntry(entry, { ...data, contextTokens })
    if (!found.ok) throw new Error(`"${name}" has no price: ${found.reason}. Say so in its snapshot.`)
    return found.price
  }
  const inDataSet = entry !== undefined && priceFromEntry(entry, { ...data, contextTokens }).ok
  if (inDataSet) throw new Error(`The data set has a price of "${name}" by now: take ours out of its snapshot.`)
  return 'unknown' in price ? null : pagePrice(price)
}

function toModel(provider: string, snapshot: ModelSnapshot, entry: ModelInfo | undefined, data: DataSet): Model {
  const { name, displayName, maxOutputTokens, price: _price, aliases: _aliases, contextTokens: ours, ...facts } = snapshot
  const contextTokens = ours ?? entry?.context_window ?? null
  const price = priceOf(snapshot, entry, contextTokens, data)
  return { id: `${provider}/${name}`, name, provider, displayName, contextTokens, maxOutputTokens, price, ...facts }
}

/**
 * Puts together what we know of models and what the data set says of their prices. The same in gives the same out.
 *
 * *Errors*: throws where the two part ways: a price that nobody knows, or one that both do. Only an entry of that very name counts; the
 * data set's own matching would give a near miss the price of its neighbour.
 */
export function makeCatalogue(snapshots: readonly ProviderSnapshot[], data: DataSet): readonly ProviderModels[] {
  return snapshots.map(({ provider, dataSetId, constant, models }) => {
    const entries = new Map(data.entriesOf(dataSetId).map((entry) => [entry.id, entry]))
    return {
      provider,
      constant,
      models: models.map((snapshot) => toModel(provider, snapshot, entries.get(snapshot.name), data)),
      aliases: models.flatMap(({ name, aliases = [] }) => aliases.map((alias) => [alias, name] as const)),
    }
  })
}

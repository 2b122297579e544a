import type { ModelPrice, TokenPrices } from '@vitrine/contracts'
import { type Fields, type Reader, fieldAt } from './reader.ts'

const RATES = ['input', 'output', 'cached_input', 'cache_write'] as const

/** A list price is in USD per million tokens; a price of ours is per token. The rounding takes the noise of dividing away. */
const perToken = (usdPerMillion: number): number => Number((usdPerMillion / 1e6).toPrecision(12))

function readRates(fields: Fields, path: string, read: Reader): TokenPrices | null {
  const inputUsd = read.amount(fields['input'], fieldAt(path, 'input'))
  const outputUsd = read.amount(fields['output'], fieldAt(path, 'output'))
  const optional = (key: 'cached_input' | 'cache_write'): number | undefined =>
    fields[key] === undefined ? undefined : (read.amount(fields[key], fieldAt(path, key)) ?? undefined)
  const cached = optional('cached_input')
  const written = optional('cache_write')
  if (inputUsd === null || outputUsd === null) return null
  return {
    inputUsd: perToken(inputUsd),
    outputUsd: perToken(outputUsd),
    ...(cached === undefined ? {} : { cachedInputUsd: perToken(cached) }),
    ...(written === undefined ? {} : { cacheWriteUsd: perToken(written) }),
  }
}

function readLong(value: unknown, path: string, read: Reader): ModelPrice['longContext'] | null {
  const fields = read.object(value, path, ['over_input_tokens', ...RATES])
  if (fields === null) return null
  const overInputTokens = read.count(fields['over_input_tokens'], fieldAt(path, 'over_input_tokens'))
  const rates = readRates(fields, path, read)
  return overInputTokens === null || rates === null ? null : { overInputTokens, ...rates }
}

/** A price of the file, null where it is not one; the reader then knows why. */
export function readPrice(value: unknown, path: string, read: Reader): ModelPrice | null {
  const fields = read.object(value, path, [...RATES, 'long_context', 'date', 'until', 'source'])
  if (fields === null) return null
  const rates = readRates(fields, path, read)
  const date = read.day(fields['date'], fieldAt(path, 'date'))
  const source = read.text(fields['source'], fieldAt(path, 'source'))
  const until = fields['until'] === undefined ? undefined : read.day(fields['until'], fieldAt(path, 'until'))
  const long = fields['long_context'] === undefined ? undefined : readLong(fields['long_context'], fieldAt(path, 'long_context'), read)
  if (rates === null || date === null || source === null || until === null || long === null) return null
  return {
    ...rates,
    ...(long === undefined ? {} : { longContext: long }),
    date,
    ...(until === undefined ? {} : { until }),
    source,
  }
}

import { readNumber } from '../language/numbers.ts'
import type { Found } from './found.ts'

/** An amount of money. `currency` is the ISO 4217 code, null where only the context would tell. */
export interface FoundAmount extends Found {
  readonly value: number
  readonly currency: string | null
}

const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['us$', 'USD'],
  ['usd', 'USD'],
  ['dollar', 'USD'],
  ['dollars', 'USD'],
  ['€', 'EUR'],
  ['eur', 'EUR'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['£', 'GBP'],
  ['gbp', 'GBP'],
  ['pound', 'GBP'],
  ['pounds', 'GBP'],
  ['¥', 'JPY'],
  ['jpy', 'JPY'],
  ['yen', 'JPY'],
  ['円', 'JPY'],
  ['₹', 'INR'],
  ['inr', 'INR'],
  ['rupees', 'INR'],
  ['chf', 'CHF'],
  ['franken', 'CHF'],
  ['francs', 'CHF'],
  ['kr', 'SEK'],
  ['sek', 'SEK'],
  ['dkk', 'DKK'],
  ['nok', 'NOK'],
  ['pln', 'PLN'],
  ['zł', 'PLN'],
  ['czk', 'CZK'],
  ['cad', 'CAD'],
  ['aud', 'AUD'],
  ['cny', 'CNY'],
  ['元', 'CNY'],
  ['₩', 'KRW'],
  ['krw', 'KRW'],
  ['₽', 'RUB'],
  ['brl', 'BRL'],
  ['r$', 'BRL'],
])
const NAMES = [...CURRENCIES.keys()]
  .toSorted((one, other) => other.length - one.length)
  .map((name) => name.replace('$', String.raw`\$`))
  .join('|')
const DIGITS = String.raw`\d{1,3}(?:[.,'’  ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?`
const AMOUNT = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(-?)(${NAMES})\s?(${DIGITS})(?![\p{N}])|(?<![\p{L}\p{N}.,])(-?)(${DIGITS})(?:,-|,–)?\s?(${NAMES})(?![\p{L}\p{N}])`,
  'giu',
)

/** The amounts of a text in order, by the sign or the name of their currency. */
export function amountsIn(text: string): readonly FoundAmount[] {
  return Array.from(text.matchAll(AMOUNT), (match) => ({
    text: match[0],
    at: match.index,
    value: readNumber(`${match[1] ?? match[4] ?? ''}${match[3] ?? match[5] ?? ''}`),
    currency: CURRENCIES.get((match[2] ?? match[6] ?? '').toLowerCase()) ?? null,
  })).filter((found): found is FoundAmount => found.value !== null)
}

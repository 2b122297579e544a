import { asFigure } from '../../../ui/format/as-figure.ts'

const formats = new Map<string, Intl.NumberFormat>()

/** Money with every digit that counts, so that lines can be added up by eye. Unknown is a dash, nothing is `$0`. *Units*: USD. */
export function exactMoney(usd: number | null, locale: string): string {
  if (usd === null || !Number.isFinite(usd)) return '–'
  const least = usd === 0 ? 0 : 2
  const key = `${locale} ${least}`
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: 'USD',
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: least,
      // What prices are counted in: 10^-12 USD.
      maximumFractionDigits: 12,
    })
  formats.set(key, format)
  return asFigure(format.format(usd))
}

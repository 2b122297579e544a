import { asFigure } from './as-figure.ts'

const UNKNOWN = '–'

/**
 * Money in few characters: `$1.24`, `$0.0123`, `$0.0016`, `$0.000412`, `$0`. Three significant digits below a dollar; below a cent at
 * least two and at most six decimals. Unknown is a dash, never 0.
 *
 * *Units*: USD.
 */
export function formatMoney(usd: number | null, locale: string): string {
  if (usd === null || !Number.isFinite(usd)) return UNKNOWN
  if (usd === 0) return money(0, 0, 0, locale)
  const size = Math.abs(usd)
  if (size < 0.000_000_5) return `<${money(0.000_001, 6, 6, locale)}`
  const leading = Math.floor(Math.log10(size))
  if (size >= 0.995) return money(usd, 2, 2, locale)
  if (size >= 0.01) return money(usd, 2 - leading, 2 - leading, locale)
  const most = size < 0.001 ? 6 : 4
  return money(usd, Math.min(most, 1 - leading), most, locale)
}

/** `$0.0071–$0.0665`; one figure where both ends read the same; `≤` where only the upper end is known. */
export function formatMoneyRange(lowUsd: number | null, highUsd: number | null, locale: string): string {
  if (lowUsd === null && highUsd === null) return UNKNOWN
  const low = formatMoney(lowUsd, locale)
  const high = formatMoney(highUsd, locale)
  if (lowUsd === null) return `≤ ${high}`
  if (highUsd === null) return `≥ ${low}`
  return low === high ? low : `${low}–${high}`
}

const formats = new Map<string, Intl.NumberFormat>()

function money(usd: number, least: number, most: number, locale: string): string {
  const key = `${locale} ${least} ${most}`
  let format = formats.get(key)
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: 'USD',
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: least,
      maximumFractionDigits: Math.max(least, most),
    })
    formats.set(key, format)
  }
  return asFigure(format.format(usd))
}

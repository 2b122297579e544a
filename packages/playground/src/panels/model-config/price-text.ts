import { asFigure } from '../../ui/format/as-figure.ts'

const UNKNOWN = '–'
const formats = new Map<string, Intl.NumberFormat>()

function format(locale: string, least: number): Intl.NumberFormat {
  const key = `${locale} ${least}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: least,
    maximumFractionDigits: Math.max(least, 4),
  })
  formats.set(key, made)
  return made
}

/**
 * A price as lists have it, for a million tokens: `$0.15`, `$0.075`, `$10.00`. Unknown is a dash, free is `$0`.
 *
 * *Units*: USD per token.
 */
export function perMillionText(usdPerToken: number | null | undefined, locale: string): string {
  if (usdPerToken === null || usdPerToken === undefined || !Number.isFinite(usdPerToken)) return UNKNOWN
  // Prices per token are binary fractions; their dust must not become a digit.
  const usd = Number((usdPerToken * 1e6).toPrecision(10))
  return asFigure(format(locale, usd === 0 ? 0 : 2).format(usd))
}

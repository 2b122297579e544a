const formats = new Map<string, Intl.NumberFormat>()

function format(locale: string, options: Intl.NumberFormatOptions, key: string): Intl.NumberFormat {
  const name = `${locale} ${key}`
  const known = formats.get(name)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat(locale, options)
  formats.set(name, made)
  return made
}

/** A whole number, grouped: `6,812`. */
export const formatInteger = (value: number, locale: string): string =>
  format(locale, { maximumFractionDigits: 0 }, 'integer').format(value)

/** A number of tokens: whole up to 9,999, then `12.3K`; the whole number belongs into a tooltip. Null is a dash. */
export function formatTokens(tokens: number | null, locale: string): string {
  if (tokens === null || !Number.isFinite(tokens)) return '–'
  if (Math.abs(tokens) < 10_000) return formatInteger(tokens, locale)
  return format(locale, { notation: 'compact', maximumFractionDigits: 1 }, 'compact').format(tokens)
}

/** A size of context, `128k`: what people call it, in thousands. */
export function formatContext(tokens: number | null, locale: string): string {
  if (tokens === null) return '–'
  if (tokens >= 1_000_000) return `${format(locale, { maximumFractionDigits: 1 }, 'one').format(tokens / 1_000_000)}M`
  return tokens >= 1000 ? `${formatInteger(Math.round(tokens / 1000), locale)}k` : formatInteger(tokens, locale)
}

/** A share of one as `61 %` reads in the language. */
export const formatPercent = (share: number, locale: string): string =>
  format(locale, { style: 'percent', maximumFractionDigits: 0 }, 'percent').format(share)

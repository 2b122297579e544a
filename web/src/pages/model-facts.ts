import type { ModelCapabilities } from '@vitrine/contracts'
import { asFigure } from '@vitrine/playground/languages'
import type { HostTexts } from '../messages/host-texts.ts'

const UNKNOWN = '–'
const MONEY = {
  style: 'currency',
  currency: 'USD',
  currencyDisplay: 'narrowSymbol',
  minimumFractionDigits: 2,
  maximumFractionDigits: 4,
} as const

/** A price per token as a price per million; a dash where it is unknown. */
export const perMillion = (usdPerToken: number | undefined, locale: string): string =>
  usdPerToken === undefined
    ? UNKNOWN
    : asFigure(new Intl.NumberFormat(locale, MONEY).format(Number((usdPerToken * 1_000_000).toPrecision(12))))

export const tokens = (count: number | null, locale: string): string =>
  count === null ? UNKNOWN : new Intl.NumberFormat(locale).format(count)

/** An ISO date as the language writes it; what is none stands as it came. */
export function day(date: string, locale: string): string {
  const moment = new Date(date)
  return Number.isNaN(moment.getTime()) ? date : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(moment)
}

/** What a model can do, in words; a dash where nobody has said. */
export function abilities(
  capabilities: ModelCapabilities | null,
  { abilities: words, textOnly }: HostTexts['modelsPage'],
  locale: string,
): string {
  if (capabilities === null) return UNKNOWN
  const known = Object.entries(words).filter(([name]) => capabilities[name as keyof ModelCapabilities])
  return known.length === 0 ? textOnly : new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(known.map(([, word]) => word))
}

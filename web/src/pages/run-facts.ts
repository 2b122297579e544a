import type { KeptHead } from '@vitrine/playground/journal'
import type { HostTexts } from '../messages/host-texts.ts'

const UNKNOWN = '–'

/** How the figures of a run are written in a language. */
export function runFacts(locale: string, { runsPage }: HostTexts) {
  const number = (value: number): string => new Intl.NumberFormat(locale).format(value)
  return {
    number,
    /** *Units*: milliseconds since 1970. */
    date: (atMs: number): string => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(atMs)),
    /** Two digits that count, down to a millionth of a dollar; unknown is a dash. */
    cost(costUsd: number | null): string {
      if (costUsd === null) return UNKNOWN
      const digits = costUsd === 0 ? 0 : costUsd >= 1 ? 2 : Math.min(6, 1 - Math.floor(Math.log10(costUsd)))
      const digitsOf = { minimumFractionDigits: digits, maximumFractionDigits: digits }
      return new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol', ...digitsOf }).format(
        costUsd,
      )
    },
    /** *Units*: milliseconds. */
    latency(latencyMs: number | null): string {
      if (latencyMs === null) return UNKNOWN
      const isShort = latencyMs < 1000
      const unit = isShort ? 'millisecond' : 'second'
      const digits = isShort ? 0 : 1
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits }).format(
        isShort ? latencyMs : latencyMs / 1000,
      )
    },
    /** Of the answers that were held against checks, the share that passed all. */
    passed: ({ checked, passed }: Pick<KeptHead, 'checked' | 'passed'>): string =>
      checked === 0
        ? UNKNOWN
        : `${new Intl.NumberFormat(locale, { style: 'percent' }).format(passed / checked)} (${number(passed)}/${number(checked)})`,
    name: ({ name, models }: Pick<KeptHead, 'name' | 'models'>): string =>
      name === '' ? `${runsPage.unnamed}: ${models.join(', ')}` : name,
  }
}

export type RunFacts = ReturnType<typeof runFacts>

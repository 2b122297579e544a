import type { i18n } from 'i18next'
import { causeWords } from '../../../messages/cause-words.ts'
import { addTexts } from '../../../messages/create-texts.ts'
import { checks } from '../../../messages/en/checks.ts'
import { repetitions } from '../../../messages/en/repetitions.ts'
import { report } from '../../../messages/en/report.ts'
import type { Told } from '../../../messages/told.ts'
import { type Say, sayIn } from '../../../messages/use-text.ts'
import { directionOf } from '../../../text-direction.ts'
import { formatInteger, formatPercent, formatTokens } from '../../../ui/format/format-count.ts'
import { formatDuration } from '../../../ui/format/format-duration.ts'
import { formatMoney } from '../../../ui/format/format-money.ts'

/** The language of a report: its texts, and how it writes figures. */
export interface ReportWords {
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
  readonly say: Say<'report'>
  readonly sayOutput: Say<'output'>
  readonly sayChecks: Say<'checks'>
  readonly sayRepetitions: Say<'repetitions'>
  readonly sayErrors: Say<'errors'>
  readonly causeWords: (told: Told) => string
  readonly sayRole: Say<'promptEditor'>
  readonly formats: {
    readonly money: (usd: number | null) => string
    readonly duration: (durationMs: number | null) => string
    readonly tokens: (tokens: number | null) => string
    readonly integer: (value: number) => string
    readonly percent: (share: number) => string
    /** `iso` is a moment in ISO 8601. */
    readonly moment: (iso: string) => string
  }
}

export function reportWords(texts: i18n): ReportWords {
  addTexts(texts, 'report', report)
  addTexts(texts, 'checks', checks)
  addTexts(texts, 'repetitions', repetitions)
  const locale = texts.language
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' })
  return {
    locale,
    direction: directionOf(locale),
    say: sayIn(texts, 'report'),
    sayOutput: sayIn(texts, 'output'),
    sayChecks: sayIn(texts, 'checks'),
    sayRepetitions: sayIn(texts, 'repetitions'),
    sayErrors: sayIn(texts, 'errors'),
    causeWords: (told) => causeWords(texts, told),
    sayRole: sayIn(texts, 'promptEditor'),
    formats: {
      money: (usd) => formatMoney(usd, locale),
      duration: (durationMs) => formatDuration(durationMs, locale),
      tokens: (tokens) => formatTokens(tokens, locale),
      integer: (value) => formatInteger(value, locale),
      percent: (share) => formatPercent(share, locale),
      moment: (iso) => moments.format(new Date(iso)),
    },
  }
}

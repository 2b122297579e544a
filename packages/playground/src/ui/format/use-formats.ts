import { useMemo } from 'react'
import { useLocale } from '../../messages/use-text.ts'
import { formatContext, formatInteger, formatPercent, formatTokens } from './format-count.ts'
import { formatDuration } from './format-duration.ts'
import { formatMoney, formatMoneyRange } from './format-money.ts'

/** The formatters, in the mount's language. */
export function useFormats() {
  const locale = useLocale()
  return useMemo(
    () => ({
      /** USD. */
      money: (usd: number | null) => formatMoney(usd, locale),
      moneyRange: (lowUsd: number | null, highUsd: number | null) => formatMoneyRange(lowUsd, highUsd, locale),
      /** Milliseconds. */
      duration: (durationMs: number | null) => formatDuration(durationMs, locale),
      tokens: (tokens: number | null) => formatTokens(tokens, locale),
      context: (tokens: number | null) => formatContext(tokens, locale),
      integer: (value: number) => formatInteger(value, locale),
      percent: (share: number) => formatPercent(share, locale),
    }),
    [locale],
  )
}

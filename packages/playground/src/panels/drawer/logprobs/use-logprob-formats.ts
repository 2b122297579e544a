import { useMemo } from 'react'
import { useLocale, useText } from '../../../messages/use-text.ts'

/** A smaller probability is only said to be smaller. */
const TINY = 1e-6

export interface LogprobFormats {
  /** Of a share of one: `61.3%`, with as many digits as tell it from 0 and 1. */
  readonly probability: (share: number) => string
  /** A share of one without decimals. */
  readonly share: (share: number) => string
  readonly logprob: (value: number) => string
}

/** Probabilities and logarithms in the language of the mount. */
export function useLogprobFormats(): LogprobFormats {
  const say = useText('logprobs')
  const locale = useLocale()
  return useMemo(() => {
    const percent = (maximumFractionDigits: number) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits })
    const [whole, usual, nearlyOne] = [percent(0), percent(1), percent(3)]
    const nearlyZero = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 })
    const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
    const probability = (share: number): string => {
      if (share < TINY) return say('tiny', { least: nearlyZero.format(TINY) })
      if (share < 0.001) return nearlyZero.format(share)
      return (share > 0.999 && share < 1 ? nearlyOne : usual).format(share)
    }
    return { probability, share: (share) => whole.format(share), logprob: (value) => decimal.format(value) }
  }, [say, locale])
}

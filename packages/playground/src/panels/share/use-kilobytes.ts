import { useMemo } from 'react'
import { useLocale } from '../../messages/use-text.ts'

/** Writes bytes in thousands, with one decimal, rounded up: what is said to fit fits. */
export function useKilobytes(): (bytes: number) => string {
  const locale = useLocale()
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
    return (bytes) => format.format(Math.ceil(bytes / 100) / 10)
  }, [locale])
}

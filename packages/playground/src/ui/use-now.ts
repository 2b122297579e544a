import { useCallback, useSyncExternalStore } from 'react'

/** The time on a clock, in steps of `intervalMs`, while that is a number; null stops it. *Units*: milliseconds. */
export function useNow(clock: () => number, intervalMs: number | null): number {
  const subscribe = useCallback(
    (changed: () => void) => {
      if (intervalMs === null) return () => undefined
      const timer = setInterval(changed, intervalMs)
      return () => clearInterval(timer)
    },
    [intervalMs],
  )
  const read = () => (intervalMs === null ? 0 : Math.floor(clock() / intervalMs) * intervalMs)
  return useSyncExternalStore(subscribe, read, () => 0)
}

import type { WireAttempt } from '@vitrine/contracts'

const USAGE = /"usage"\s*:\s*\{/

/** The body or the event in which the provider said how many tokens it counted, as it came; null where no record of one is there. */
export function reportedUsage(wire: readonly WireAttempt[]): string | null {
  const last = wire.at(-1)
  if (last === undefined) return null
  const texts = [last.response?.body ?? '', ...(last.events ?? []).map(({ data }) => data)]
  return texts.findLast((text) => USAGE.test(text)) ?? null
}

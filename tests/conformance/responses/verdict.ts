/** What came of a case, against what it wants: an empty list of problems where it is met. */
export interface Verdict {
  readonly problems: readonly string[]
  readonly got: unknown
}

export const met = (got: unknown, ...problems: readonly (string | null)[]): Verdict => ({
  got,
  problems: problems.filter((problem) => problem !== null),
})

/** Equal as JSON, whatever the order of the keys. */
export const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other)

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, held: unknown) =>
      typeof held === 'object' && held !== null && !Array.isArray(held)
        ? Object.fromEntries(Object.entries(held).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : held,
    ) ?? 'undefined'
  )
}

export const same = (name: string, got: unknown, expected: unknown): string | null => (isSame(got, expected) ? null : name)

/** A case may want something that is not understood here; to pass over that would be to pass it unseen. */
export const unknownWish = (name: string): string => `${name}: an expectation of no known kind`

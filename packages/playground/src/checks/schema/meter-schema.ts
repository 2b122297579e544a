import { mapSchema, type SchemaNode } from './map-schema.ts'
import { type CountSteps, TooMuchWork, UNCOUNTED } from './too-much-work.ts'

/** Visits of a schema, each weighted by what it lists: some tens of milliseconds. */
export const MAX_VISITS = 100_000
/** The validator compares every element with every other. */
const MAX_UNIQUE = 1000
/** No standard knows it, and the validator's own pattern for it takes exponential time. */
const UNSAFE_FORMAT = 'url'

const sizeOf = (value: unknown): number =>
  Array.isArray(value) ? value.length : typeof value === 'object' && value !== null ? Object.keys(value).length : 0

/**
 * A schema that ends the validator's work when it grows over all bounds: references can make a few lines visit more places than there is
 * time for, and a validator gives no other hold. It reads a schema's `$recursiveAnchor` once on every visit.
 */
export function meterSchema(
  schema: unknown,
  longestList: number,
  count: CountSteps = UNCOUNTED,
): { readonly schema: unknown; readonly isSpent: () => boolean } {
  let visits = 0

  function metered({ format, ...node }: SchemaNode): SchemaNode {
    if (node['uniqueItems'] === true && longestList > MAX_UNIQUE) throw new TooMuchWork()
    const anchor = node['$recursiveAnchor']
    const weight = Object.values(node).reduce((sum: number, value) => sum + sizeOf(value), 1)
    return Object.defineProperty(format === undefined || format === UNSAFE_FORMAT ? node : { ...node, format }, '$recursiveAnchor', {
      enumerable: false,
      get: () => {
        visits += weight
        if (visits > MAX_VISITS) throw new TooMuchWork()
        count(weight)
        return anchor
      },
    })
  }

  return { schema: mapSchema(schema, metered), isSpent: () => visits > MAX_VISITS }
}

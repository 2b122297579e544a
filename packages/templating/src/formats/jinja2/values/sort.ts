import type { Run } from '../run.ts'
import { orderHolds } from './order.ts'
import type { Value } from './value.ts'

/** Python's `sorted`: stable, also in reverse, by a key worked out once per item. */
export function sortValues(run: Run, values: readonly Value[], keyOf: (value: Value) => Value, reverse: boolean): Value[] {
  const keyed = values.map((value) => ({ value, key: keyOf(value) }))
  const sign = reverse ? -1 : 1
  keyed.sort((left, right) => {
    if (orderHolds(run, left.key, right.key, '<')) return -sign
    return orderHolds(run, right.key, left.key, '<') ? sign : 0
  })
  return keyed.map(({ value }) => value)
}

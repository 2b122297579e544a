import { refusal } from '../failure.ts'
import type { Run } from '../run.ts'
import type { Bound } from '../values/argument.ts'
import { isEqual } from '../values/equal.ts'
import { toList } from '../values/iterate.ts'
import { demandInteger } from '../values/numeric.ts'
import { sortValues } from '../values/sort.ts'
import { isTrue } from '../values/truth.ts'
import type { Value } from '../values/value.ts'
import { callValue } from '../values/callable.ts'
import { method, type Method } from './method.ts'

function bound(value: Value | undefined, fallback: number, length: number): number {
  if (value === undefined) return fallback
  const index = demandInteger(value, 'A bound')
  return index < 0 ? Math.max(0, index + length) : index
}

function indexOf(run: Run, items: readonly Value[], [value = null, start, stop]: Bound): number {
  const end = Math.min(bound(stop, items.length, items.length), items.length)
  for (let index = bound(start, 0, items.length); index < end; index++) if (isEqual(run, items[index] ?? null, value)) return index
  throw refusal('The value to find is not in the list; test with "in" first.')
}

const count = (run: Run, items: readonly Value[], [value = null]: Bound): number =>
  items.reduce<number>((sum, item) => (isEqual(run, item, value) ? sum + 1 : sum), 0)

/** Methods of lists and tuples that only read. */
export const SEQUENCE_METHODS: ReadonlyMap<string, Method<readonly Value[]>> = new Map([
  method('index', 'value start stop', 1, indexOf),
  method('count', 'value', 1, count),
])

export const LIST_METHODS: ReadonlyMap<string, Method<readonly Value[]>> = new Map([
  ...SEQUENCE_METHODS,
  method('copy', '', 0, (run, items: readonly Value[]) => toList(run, items)),
])

function pop(items: Value[], [index = -1]: Bound): Value {
  const given = demandInteger(index, 'The index')
  const [popped] = items.splice(given < 0 ? Math.max(given + items.length, -items.length - 1) : given, 1)
  if (popped === undefined || given < -items.length - 1) throw refusal('The list has nothing to pop at this index; test its length first.')
  return popped
}

function sort(run: Run, items: Value[], [key = null, reverse = false]: Bound): null {
  const sorted = sortValues(
    run,
    items,
    (item) => (key === null ? item : callValue(run, key, { positional: [item], named: undefined })),
    isTrue(run, reverse),
  )
  items.splice(0, items.length, ...sorted)
  return null
}

/** Methods that change a list: only for lists that the template made. */
export const LIST_CHANGES: ReadonlyMap<string, Method<Value[]>> = new Map([
  method('append', 'object', 1, (_run, items: Value[], [value = null]) => {
    items.push(value)
    return null
  }),
  method('extend', 'iterable', 1, (run, items: Value[], [values = []]) => {
    for (const value of toList(run, values)) items.push(value)
    return null
  }),
  method('insert', 'index object', 2, (run, items: Value[], [index = 0, value = null]) => {
    run.spend(items.length)
    items.splice(demandInteger(index, 'The index'), 0, value)
    return null
  }),
  method('remove', 'value', 1, (run, items: Value[], args) => {
    items.splice(indexOf(run, items, args), 1)
    return null
  }),
  method('pop', 'index', 0, (_run, items: Value[], args) => pop(items, args)),
  method('clear', '', 0, (_run, items: Value[]) => {
    items.length = 0
    return null
  }),
  method('reverse', '', 0, (run, items: Value[]) => {
    run.spend(items.length)
    items.reverse()
    return null
  }),
  method('sort', 'key reverse', 0, sort, true),
])

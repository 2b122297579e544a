import type { Run } from '../run.ts'
import { binary } from '../operators/binary.ts'
import type { Bound } from '../values/argument.ts'
import { iterate, toList } from '../values/iterate.ts'
import { generator } from '../values/lazy.ts'
import { demandInteger } from '../values/numeric.ts'
import type { Value } from '../values/value.ts'
import { filter, type Filter } from './filter.ts'

function* batches(run: Run, value: Value, [count = 0, fill = null]: Bound): Generator<Value, void> {
  const size = demandInteger(count, 'The size of a batch')
  let batch: Value[] = []
  for (const item of iterate(run, value)) {
    if (batch.length === size) {
      yield batch
      batch = []
    }
    batch.push(item)
  }
  if (batch.length === 0) return
  if (fill !== null) {
    run.spend(Math.max(0, size - batch.length))
    while (batch.length < size) batch.push(fill)
  }
  yield batch
}

/** The first slices get one item more each until what is left over is used up. */
function* slices(run: Run, value: Value, [count = 0, fill = null]: Bound): Generator<Value, void> {
  const items = toList(run, value)
  const size = demandInteger(binary(run, '//', items.length, count), 'The size of a slice')
  const wanted = demandInteger(count, 'The number of slices')
  const longer = demandInteger(binary(run, '%', items.length, count), 'The rest')
  let from = 0
  for (let index = 0; index < wanted; index++) {
    run.step()
    const to = from + size + (index < longer ? 1 : 0)
    const slice = items.slice(from, to)
    if (fill !== null && index >= longer) slice.push(fill)
    from = to
    yield slice
  }
}

/** Filters that cut a sequence into lists. */
export const SPLIT_FILTERS: readonly (readonly [string, Filter])[] = [
  filter('batch', 'linecount fill_with', 1, (run, value, args) => generator('do_batch', batches(run, value, args))),
  filter('slice', 'slices fill_with', 1, (run, value, args) => generator('sync_do_slice', slices(run, value, args))),
]

import { refusal } from '../failure.ts'
import type { Run } from '../run.ts'
import { Markup } from '../values/markup.ts'
import { demandInteger } from '../values/numeric.ts'
import { Range } from '../values/range.ts'
import { Tuple } from '../values/tuple.ts'
import { typeName } from '../values/type-name.ts'
import { demand } from '../values/undefined.ts'
import { isList, type Value } from '../values/value.ts'

export interface Bounds {
  readonly start: Value
  readonly stop: Value
  readonly step: Value
}

interface Indices {
  readonly start: number
  readonly stop: number
  readonly step: number
}

function clamp(bound: Value, fallback: number, length: number, low: number, high: number): number {
  if (bound === null) return fallback
  const index = demandInteger(bound, 'A slice bound')
  return Math.min(Math.max(index < 0 ? index + length : index, low), high)
}

/** The indices a slice of something this long visits, as Python counts them. */
function indicesOf({ start, stop, step }: Bounds, length: number): Indices {
  const stride = step === null ? 1 : demandInteger(step, 'A slice step')
  if (stride === 0) throw refusal('A slice step cannot be zero.')
  return stride > 0
    ? { start: clamp(start, 0, length, 0, length), stop: clamp(stop, length, length, 0, length), step: stride }
    : { start: clamp(start, length - 1, length, -1, length - 1), stop: clamp(stop, -1, length, -1, length - 1), step: stride }
}

function pick<Item>(run: Run, items: readonly Item[], bounds: Bounds): Item[] {
  const { start, stop, step } = indicesOf(bounds, items.length)
  if (step === 1) {
    run.spend(Math.max(0, stop - start))
    return items.slice(start, stop)
  }
  const picked: Item[] = []
  for (let index = start; step > 0 ? index < stop : index > stop; index += step) {
    run.step()
    const item = items[index]
    if (item !== undefined) picked.push(item)
  }
  return picked
}

const SURROGATE = /[\ud800-\udfff]/

function sliceText(run: Run, text: string, bounds: Bounds): string {
  run.text(text.length)
  if (!SURROGATE.test(text)) {
    const { start, stop, step } = indicesOf(bounds, text.length)
    if (step === 1) return text.slice(start, Math.max(start, stop))
  }
  const points = Array.from(text)
  const { start, stop, step } = indicesOf(bounds, points.length)
  let sliced = ''
  for (let index = start; step > 0 ? index < stop : index > stop; index += step) sliced += points[index] ?? ''
  return sliced
}

function sliceRange(range: Range, bounds: Bounds): Range {
  const { start, stop, step } = indicesOf(bounds, range.length)
  return new Range(range.at(start), range.at(stop), range.step * step)
}

/** `value[start:stop:step]`. */
export function slice(run: Run, value: Value, bounds: Bounds): Value {
  if (typeof value === 'string') return sliceText(run, value, bounds)
  if (isList(value)) return pick(run, value, bounds)
  if (value instanceof Markup) return new Markup(sliceText(run, value.text, bounds))
  if (value instanceof Tuple) return new Tuple(pick(run, value.items, bounds))
  if (value instanceof Range) return sliceRange(value, bounds)
  demand(value)
  throw refusal(`A value of type '${typeName(value)}' cannot be sliced; a list or text can.`)
}

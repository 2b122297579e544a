import { limitError } from '../../../template-limits.ts'
import type { Run } from '../run.ts'
import { escapeHtml, Markup, textOf } from '../values/markup.ts'
import { integerOf } from '../values/numeric.ts'
import { Tuple } from '../values/tuple.ts'
import { isList, type Value } from '../values/value.ts'

/** Text as it joins markup: markup as it is, a plain string escaped. */
const safeText = (value: Value): string => (value instanceof Markup ? value.text : escapeHtml(textOf(value) ?? ''))

function joinText(run: Run, left: Value, right: Value): Value {
  const marked = left instanceof Markup || right instanceof Markup
  const first = marked ? safeText(left) : (textOf(left) ?? '')
  const second = marked ? safeText(right) : (textOf(right) ?? '')
  run.text(first.length + second.length)
  return marked ? new Markup(first + second) : first + second
}

/** `+` of two texts, two lists or two tuples; undefined for any other pair. */
export function concatenate(run: Run, left: Value, right: Value): Value | undefined {
  if (textOf(left) !== undefined && textOf(right) !== undefined) return joinText(run, left, right)
  if (isList(left) && isList(right)) {
    run.spend(left.length + right.length)
    return [...left, ...right]
  }
  if (!(left instanceof Tuple) || !(right instanceof Tuple)) return undefined
  run.spend(left.items.length + right.items.length)
  return new Tuple([...left.items, ...right.items])
}

function repeatItems(run: Run, items: readonly Value[], count: number): Value[] {
  const times = Math.max(0, count)
  run.spend(items.length * times)
  const repeated: Value[] = []
  for (let index = 0; index < times; index++) repeated.push(...items)
  return repeated
}

function repeatSequence(run: Run, sequence: Value, count: number): Value | undefined {
  const text = textOf(sequence)
  if (text !== undefined) {
    const times = text === '' ? 0 : Math.max(0, count)
    run.text(text.length * times)
    return sequence instanceof Markup ? new Markup(text.repeat(times)) : text.repeat(times)
  }
  if (isList(sequence)) return sequence.length === 0 ? [] : repeatItems(run, sequence, count)
  if (!(sequence instanceof Tuple)) return undefined
  return new Tuple(sequence.items.length === 0 ? [] : repeatItems(run, sequence.items, count))
}

/** `*` of a text, a list or a tuple with an int, in either order; undefined for any other pair. */
export function repeat(run: Run, left: Value, right: Value): Value | undefined {
  const count = integerOf(right)
  const [sequence, times] = count === undefined ? [right, integerOf(left)] : [left, count]
  if (times === undefined) return undefined
  if (typeof times === 'bigint' && times > 0n && typeof sequence === 'object') throw limitError('A sequence cannot be repeated that often.')
  return repeatSequence(run, sequence, Number(times))
}

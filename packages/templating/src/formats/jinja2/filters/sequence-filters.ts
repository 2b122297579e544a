import { forbidden, refusal } from '../failure.ts'
import { joinTexts } from '../methods/text-basics.ts'
import { binary } from '../operators/binary.ts'
import type { Run } from '../run.ts'
import type { Bound } from '../values/argument.ts'
import { DictView } from '../values/dict-view.ts'
import { iterate, iteratorOf, toList } from '../values/iterate.ts'
import { Lazy } from '../values/lazy.ts'
import { demandLength } from '../values/length.ts'
import { isMapping } from '../values/mapping.ts'
import { escapeHtml, Markup, textOf } from '../values/markup.ts'
import { orderHolds } from '../values/order.ts'
import { toStr } from '../values/print.ts'
import { Range } from '../values/range.ts'
import { isTrue } from '../values/truth.ts'
import { typeName } from '../values/type-name.ts'
import { Undefined } from '../values/undefined.ts'
import { isList, type Value } from '../values/value.ts'
import { attributeGetter } from './attribute-getter.ts'
import { filter, type Filter } from './filter.ts'

function first(run: Run, value: Value): Value {
  for (const item of iterate(run, value)) return item
  return new Undefined('There is no first item: the sequence is empty.')
}

/** A generator or a dict view of no known order cannot be read from its end. */
function reversible(run: Run, value: Value): Value[] {
  if (iteratorOf(run, value) === undefined || value instanceof Lazy) {
    throw refusal(`A value of type '${typeName(value)}' cannot be read backwards; use the list filter first.`)
  }
  return toList(run, value).toReversed()
}

function last(run: Run, value: Value): Value {
  if (value instanceof Undefined) return new Undefined('There is no last item: the sequence is empty.')
  return reversible(run, value)[0] ?? new Undefined('There is no last item: the sequence is empty.')
}

/** What Python calls the iterator that goes backwards. */
function reversedName(value: Value): string {
  if (isList(value)) return 'list_reverseiterator'
  if (isMapping(value)) return 'dict_reversekeyiterator'
  if (value instanceof Range) return 'range_iterator'
  return value instanceof DictView ? `${value.typeName.replace('_', '_reverse').replace(/s$/, '')}iterator` : 'reversed'
}

function reverse(run: Run, value: Value): Value {
  const text = textOf(value)
  if (text !== undefined) {
    run.text(text.length)
    const reversed = Array.from(text).toReversed().join('')
    return value instanceof Markup ? new Markup(reversed) : reversed
  }
  if (value instanceof Lazy) return toList(run, value).toReversed()
  const name = reversedName(value)
  return new Lazy(name, `${name} object`, reversible(run, value).values())
}

function join(run: Run, value: Value, [separator = '', attribute = null]: Bound): Value {
  const getter = attributeGetter(run, attribute)
  const items = Array.from(iterate(run, value), getter)
  const marked = run.autoescape && (separator instanceof Markup || items.some((item) => item instanceof Markup))
  if (!marked) {
    return joinTexts(
      run,
      toStr(run, separator),
      items.map((item) => toStr(run, item)),
    )
  }
  const safe = (part: Value): string => (part instanceof Markup ? part.text : escapeHtml(toStr(run, part)))
  return new Markup(joinTexts(run, safe(separator), items.map(safe)))
}

function sum(run: Run, value: Value, [attribute = null, start = 0]: Bound): Value {
  if (textOf(start) !== undefined) throw refusal('Text cannot be summed; use the join filter.')
  const getter = attributeGetter(run, attribute)
  let total = start
  for (const item of iterate(run, value)) total = binary(run, '+', total, getter(item))
  return total
}

/** The first of the best, by a key. */
function extreme(run: Run, value: Value, [caseSensitive = false, attribute = null]: Bound, operator: '<' | '>'): Value {
  const keyOf = attributeGetter(run, attribute, { ignoreCase: !isTrue(run, caseSensitive) })
  let best: { readonly item: Value; readonly key: Value } | undefined
  for (const item of iterate(run, value)) {
    const key = keyOf(item)
    if (best === undefined || orderHolds(run, key, best.key, operator)) best = { item, key }
  }
  return best?.item ?? new Undefined('There is no smallest or largest item: the sequence is empty.')
}

const length = (run: Run, value: Value): Value => demandLength(run, value)

function refuseRandom(): never {
  throw forbidden(
    '"random" gives another item every time, so a preview would differ from what is sent; choose an item with first or [index].',
  )
}

/** Filters over sequences that give one value. */
export const SEQUENCE_FILTERS: readonly (readonly [string, Filter])[] = [
  filter('first', '', 0, first),
  filter('last', '', 0, last),
  filter('length', '', 0, length),
  filter('count', '', 0, length),
  filter('list', '', 0, (run, value) => toList(run, value)),
  filter('reverse', '', 0, reverse),
  filter('join', 'd attribute', 0, join),
  filter('sum', 'attribute start', 0, sum),
  filter('min', 'case_sensitive attribute', 0, (run, value, args) => extreme(run, value, args, '<')),
  filter('max', 'case_sensitive attribute', 0, (run, value, args) => extreme(run, value, args, '>')),
  filter('random', '', 0, refuseRandom),
]

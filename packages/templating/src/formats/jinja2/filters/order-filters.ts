import { refusal } from '../failure.ts'
import type { Run } from '../run.ts'
import type { Bound } from '../values/argument.ts'
import { dictKey } from '../values/dict-key.ts'
import { isEqual } from '../values/equal.ts'
import { iterate, toList } from '../values/iterate.ts'
import { generator } from '../values/lazy.ts'
import { isMapping, mappingEntries } from '../values/mapping.ts'
import { textOf } from '../values/markup.ts'
import { sortValues } from '../values/sort.ts'
import { isTrue } from '../values/truth.ts'
import { Group, Tuple } from '../values/tuple.ts'
import { demand } from '../values/undefined.ts'
import type { Value } from '../values/value.ts'
import { attributeGetter, attributesGetter, type Getter } from './attribute-getter.ts'
import { filter, type Filter } from './filter.ts'

function sort(run: Run, value: Value, [reverse = false, caseSensitive = false, attribute = null]: Bound): Value {
  return sortValues(run, toList(run, value), attributesGetter(run, attribute, !isTrue(run, caseSensitive)), isTrue(run, reverse))
}

function dictsort(run: Run, value: Value, [caseSensitive = false, by = 'key', reverse = false]: Bound): Value {
  const part = textOf(by)
  if (part !== 'key' && part !== 'value') throw refusal('"dictsort" sorts by "key" or by "value".')
  demand(value)
  if (!isMapping(value)) throw refusal('"dictsort" needs a mapping.')
  const items = Array.from(mappingEntries(run, value), (entry) => new Tuple(entry))
  const keyOf = attributeGetter(run, part === 'key' ? 0 : 1, { ignoreCase: !isTrue(run, caseSensitive) })
  return sortValues(run, items, keyOf, isTrue(run, reverse))
}

function* uniqueItems(run: Run, value: Value, keyOf: Getter): Generator<Value, void> {
  const seen = new Set<unknown>()
  for (const item of iterate(run, value)) {
    const key = dictKey(keyOf(item))
    if (seen.has(key)) continue
    seen.add(key)
    yield item
  }
}

function groupby(run: Run, value: Value, [attribute = null, fallback = null, caseSensitive = false]: Bound): Value {
  const ignoreCase = !isTrue(run, caseSensitive)
  const keyOf = attributeGetter(run, attribute, { fallback, ignoreCase })
  const shownOf = attributeGetter(run, attribute, { fallback })
  const groups: { readonly key: Value; readonly items: Value[] }[] = []
  for (const item of sortValues(run, toList(run, value), keyOf, false)) {
    const key = keyOf(item)
    const group = groups.at(-1)
    if (group !== undefined && isEqual(run, group.key, key)) group.items.push(item)
    else groups.push({ key, items: [item] })
  }
  return groups.map(({ key, items: [first = null, ...rest] }) => new Group([ignoreCase ? shownOf(first) : key, [first, ...rest]]))
}

/** Filters that order and group. */
export const ORDER_FILTERS: readonly (readonly [string, Filter])[] = [
  filter('sort', 'reverse case_sensitive attribute', 0, sort),
  filter('dictsort', 'case_sensitive by reverse', 0, dictsort),
  filter('unique', 'case_sensitive attribute', 0, (run, value, [caseSensitive = false, attribute = null]) =>
    generator('sync_do_unique', uniqueItems(run, value, attributeGetter(run, attribute, { ignoreCase: !isTrue(run, caseSensitive) }))),
  ),
  filter('groupby', 'attribute default case_sensitive', 1, groupby),
]

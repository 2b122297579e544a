import { refusal } from '../failure.ts'
import type { Run } from '../run.ts'
import { TESTS } from '../is-tests/registry.ts'
import { NO_ARGUMENTS, type Arguments } from '../values/callable.ts'
import { iterate } from '../values/iterate.ts'
import { generator } from '../values/lazy.ts'
import { textOf } from '../values/markup.ts'
import { isTrue } from '../values/truth.ts'
import type { Value } from '../values/value.ts'
import { attributeGetter } from './attribute-getter.ts'
import type { Filter } from './filter.ts'

/** Answers for one item. */
type Decide = (item: Value) => boolean

function testBy(run: Run, name: Value | undefined, args: Arguments): Decide {
  if (name === undefined) return (item) => isTrue(run, item)
  const test = TESTS.get(textOf(name) ?? '')
  if (test === undefined) throw refusal(`There is no test named "${textOf(name) ?? 'of this kind'}".`)
  return (item) => test.call(run, item, args)
}

function decider(run: Run, { positional, named }: Arguments, byAttribute: boolean): Decide {
  const [first] = positional
  if (!byAttribute) return testBy(run, first, { positional: positional.slice(1), named })
  if (first === undefined) throw refusal('This filter needs the name of an attribute.')
  const getter = attributeGetter(run, first)
  const decide = testBy(run, positional[1], { positional: positional.slice(2), named })
  return (item) => decide(getter(item))
}

function* chosen(run: Run, value: Value, args: Arguments, byAttribute: boolean, wanted: boolean): Generator<Value, void> {
  if (!isTrue(run, value)) return
  const decide = decider(run, args, byAttribute)
  for (const item of iterate(run, value)) if (decide(item) === wanted) yield item
}

const choose = (name: string, byAttribute: boolean, wanted: boolean): readonly [string, Filter] => [
  name,
  { call: (run, value, args) => generator('select_or_reject', chosen(run, value, args, byAttribute, wanted)) },
]

/** Filters that keep some of the items. */
export const SELECT_FILTERS: readonly (readonly [string, Filter])[] = [
  choose('select', false, true),
  choose('reject', false, false),
  choose('selectattr', true, true),
  choose('rejectattr', true, false),
]

type LookUp = (name: string) => Filter | undefined

function mapper(run: Run, { positional, named }: Arguments, lookUp: LookUp): (item: Value) => Value {
  const [name, ...rest] = positional
  const attribute = named?.get('attribute')
  if (name === undefined && attribute !== undefined) {
    const other = [...(named?.keys() ?? [])].find((key) => key !== 'attribute' && key !== 'default')
    if (other !== undefined) throw refusal(`"map" has no argument named "${other}" beside an attribute.`)
    return attributeGetter(run, attribute, { fallback: named?.get('default') ?? null })
  }
  if (name === undefined) throw refusal('"map" needs the name of a filter, or attribute=….')
  const filter = lookUp(textOf(name) ?? '')
  if (filter === undefined) throw refusal(`There is no filter named "${textOf(name) ?? 'of this kind'}".`)
  const args: Arguments = rest.length === 0 && named === undefined ? NO_ARGUMENTS : { positional: rest, named }
  return (item) => filter.call(run, item, args)
}

function* mapped(run: Run, value: Value, args: Arguments, lookUp: LookUp): Generator<Value, void> {
  if (!isTrue(run, value)) return
  const apply = mapper(run, args, lookUp)
  for (const item of iterate(run, value)) yield apply(item)
}

/** `map` applies the other filters, so they are handed in. */
export const mapFilter = (lookUp: LookUp): readonly [string, Filter] => [
  'map',
  { call: (run, value, args) => generator('sync_do_map', mapped(run, value, args, lookUp)) },
]

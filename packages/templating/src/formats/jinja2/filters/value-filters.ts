import { getAttribute, ownAttribute } from '../access/get-attribute.ts'
import { refusal } from '../failure.ts'
import type { Run } from '../run.ts'
import { textArgument, type Bound } from '../values/argument.ts'
import { generator } from '../values/lazy.ts'
import { isMapping, mappingEntries } from '../values/mapping.ts'
import { Markup } from '../values/markup.ts'
import { isTrue } from '../values/truth.ts'
import { Tuple } from '../values/tuple.ts'
import { typeName } from '../values/type-name.ts'
import { Undefined, undefinedMember } from '../values/undefined.ts'
import type { Value } from '../values/value.ts'
import { filter, type Filter } from './filter.ts'
import { prettyPrint } from './pretty-print.ts'
import { toJson } from './to-json.ts'

const fallback = (name: string): readonly [string, Filter] =>
  filter(name, 'default_value boolean', 0, (run, value, [other = '', boolean = false]) =>
    value instanceof Undefined || (isTrue(run, boolean) && !isTrue(run, value)) ? other : value,
  )

/** As `value.name`, but never the part under that key. */
function attr(_run: Run, value: Value, [name]: Bound): Value {
  const attribute = textArgument(name, 'The name of an attribute')
  if (value instanceof Undefined) return getAttribute(value, attribute)
  return ownAttribute(value, attribute) ?? undefinedMember(typeName(value), `attribute "${attribute}"`)
}

function* pairsOf(run: Run, value: Value): Generator<Value, void> {
  if (value instanceof Undefined) return
  if (!isMapping(value)) throw refusal('"items" needs a mapping.')
  for (const entry of mappingEntries(run, value)) {
    run.step()
    yield new Tuple(entry)
  }
}

/** Filters on any value. */
export const VALUE_FILTERS: readonly (readonly [string, Filter])[] = [
  fallback('default'),
  fallback('d'),
  filter('attr', 'name', 1, attr),
  filter('items', '', 0, (run, value) => generator('do_items', pairsOf(run, value))),
  filter('tojson', 'indent', 0, (run, value, [indent = null]) => new Markup(toJson(run, value, indent))),
  filter('pprint', '', 0, prettyPrint),
]

import type { Run } from '../run.ts'
import { isHashable } from '../values/dict-key.ts'
import { isMapping, mappingGet } from '../values/mapping.ts'
import { Markup, textOf } from '../values/markup.ts'
import { integerOf } from '../values/numeric.ts'
import { Range } from '../values/range.ts'
import { Tuple } from '../values/tuple.ts'
import { typeName } from '../values/type-name.ts'
import { undefinedMember } from '../values/undefined.ts'
import { isList, PyObject, type Value } from '../values/value.ts'
import { ownAttribute } from './get-attribute.ts'

const fromEnd = (index: number, length: number): number => (index < 0 ? index + length : index)

function characterOf(run: Run, text: string, index: number): string | undefined {
  const points = run.points(text)
  return points[fromEnd(index, points.length)]
}

function indexed(run: Run, value: Value, index: number): Value | undefined {
  if (isList(value)) return value[fromEnd(index, value.length)]
  if (typeof value === 'string') return characterOf(run, value, index)
  if (value instanceof Tuple) return value.items[fromEnd(index, value.items.length)]
  if (value instanceof Markup) {
    const character = characterOf(run, value.text, index)
    return character === undefined ? undefined : new Markup(character)
  }
  if (!(value instanceof Range)) return undefined
  const at = fromEnd(index, value.length)
  return at >= 0 && at < value.length ? value.at(at) : undefined
}

/** What Python's `value[key]` finds; undefined where it would refuse. */
function subscripted(run: Run, value: Value, key: Value): Value | undefined {
  if (isMapping(value)) return isHashable(key) ? mappingGet(value, key) : undefined
  const index = integerOf(key)
  const part = index === undefined ? undefined : indexed(run, value, Number(index))
  return part ?? (value instanceof PyObject ? value.item(key) : undefined)
}

/** `value[key]`: the part under a key or index, else the attribute of that name, else undefined. */
export function getItem(run: Run, value: Value, key: Value): Value {
  const part = subscripted(run, value, key)
  if (part !== undefined) return part
  const name = textOf(key)
  const own = name === undefined ? undefined : ownAttribute(value, name)
  return own ?? undefinedMember(typeName(value), name === undefined ? 'such element' : `element "${name}"`)
}

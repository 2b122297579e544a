import { refusal } from '../failure.ts'
import type { Run } from '../run.ts'
import { isEqual } from './equal.ts'
import { iteratorOf } from './iterate.ts'
import { isMapping, mappingGet } from './mapping.ts'
import { textOf } from './markup.ts'
import { dictKey } from './dict-key.ts'
import { typeName } from './type-name.ts'
import type { Value } from './value.ts'

/** Python's `in`: a piece of text, a key of a mapping, or a part of anything that can be looped over. */
export function contains(run: Run, container: Value, value: Value): boolean {
  const text = textOf(container)
  if (text !== undefined) {
    const piece = textOf(value)
    if (piece === undefined) throw refusal(`Only text can be "in" text, not a value of type '${typeName(value)}'; use the string filter.`)
    run.text(text.length)
    return text.includes(piece)
  }
  if (isMapping(container)) {
    dictKey(value)
    return mappingGet(container, value) !== undefined
  }
  const iterator = iteratorOf(run, container)
  if (iterator === undefined)
    throw refusal(`Nothing can be "in" a value of type '${typeName(container)}'; a list, a mapping or text is expected.`)
  for (let next = iterator.next(); next.done !== true; next = iterator.next()) if (isEqual(run, next.value, value)) return true
  return false
}

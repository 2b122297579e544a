import { PyFloat } from '../../../python/number.ts'
import { madeByTemplate } from '../access/input-objects.ts'
import { forbidden } from '../failure.ts'
import type { Run } from '../run.ts'
import type { Arguments } from '../values/callable.ts'
import { Dict } from '../values/dict.ts'
import { toList } from '../values/iterate.ts'
import { isMapping, type Mapping } from '../values/mapping.ts'
import { Markup } from '../values/markup.ts'
import { Range } from '../values/range.ts'
import { Tuple } from '../values/tuple.ts'
import { isList, type Value, type ValueList } from '../values/value.ts'
import { DICT_CHANGES, DICT_METHODS } from './dict-methods.ts'
import { LIST_CHANGES, LIST_METHODS, SEQUENCE_METHODS } from './list-methods.ts'
import type { Method } from './method.ts'
import { numberMethod } from './number-methods.ts'
import { markupMethod, TEXT_METHODS } from './text-methods.ts'

/** A method that has found its value. */
export type BoundCall = (run: Run, args: Arguments) => Value

const bind = <Self>(self: Self, method: Method<Self> | undefined): BoundCall | undefined =>
  method === undefined ? undefined : (run, args) => method.call(run, self, args)

const changesInput =
  (name: string): BoundCall =>
  () => {
    throw forbidden(`"${name}" would change an input; copy it first, for example with the list filter.`)
  }

function listMethod(value: ValueList, name: string): BoundCall | undefined {
  const reads = LIST_METHODS.get(name)
  if (reads !== undefined) return bind(value, reads)
  const changes = LIST_CHANGES.get(name)
  if (changes === undefined) return undefined
  return (run, args) => (madeByTemplate(run, value) ? changes.call(run, value as Value[], args) : changesInput(name)(run, args))
}

function mappingMethod(value: Mapping, name: string): BoundCall | undefined {
  const reads = DICT_METHODS.get(name)
  if (reads !== undefined) return bind(value, reads)
  if (value instanceof Dict) return bind(value, DICT_CHANGES.get(name))
  return DICT_CHANGES.has(name) ? changesInput(name) : undefined
}

function rangeMethod(range: Range, name: string): BoundCall | undefined {
  const reads = SEQUENCE_METHODS.get(name)
  return reads === undefined ? undefined : (run, args) => reads.call(run, toList(run, range), args)
}

/** The method of a value by name, from the fixed table of its type; undefined where the table has none. */
export function findMethod(value: Value, name: string): BoundCall | undefined {
  if (typeof value === 'string') return bind(value, TEXT_METHODS.get(name))
  if (isList(value)) return listMethod(value, name)
  if (value instanceof Markup) return bind(value.text, markupMethod(name))
  if (value instanceof Tuple) return bind(value.items, SEQUENCE_METHODS.get(name))
  if (value instanceof Range) return rangeMethod(value, name)
  if (isMapping(value)) return mappingMethod(value, name)
  const isNumber = typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean' || value instanceof PyFloat
  return isNumber ? bind(value, numberMethod(value, name)) : undefined
}

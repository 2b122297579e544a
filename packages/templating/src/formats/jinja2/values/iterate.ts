import { refusal } from '../failure.ts'
import type { Run } from '../run.ts'
import { typeName } from './type-name.ts'
import { keysOf } from './mapping.ts'
import { Markup } from './markup.ts'
import { isList, isInputObject, PyObject, type Value } from './value.ts'

/** What a loop goes over; undefined where the value cannot be looped over. Strings give their code points, dicts their keys. */
export function iteratorOf(run: Run, value: Value): Iterator<Value, unknown> | undefined {
  if (typeof value === 'string') return value[Symbol.iterator]()
  if (isList(value)) return value.values()
  if (value instanceof Markup) return value.text[Symbol.iterator]()
  if (value instanceof PyObject) return value.iterate()
  return isInputObject(value) ? keysOf(run, value).values() : undefined
}

export function demandIterator(run: Run, value: Value): Iterator<Value, unknown> {
  const iterator = iteratorOf(run, value)
  if (iterator === undefined) {
    throw refusal(`A value of type '${typeName(value)}' cannot be looped over; a list, a string or a mapping can.`)
  }
  return iterator
}

/** The parts of a value one after the other; every one counts as a step. */
export function* iterate(run: Run, value: Value): Generator<Value, void> {
  const iterator = demandIterator(run, value)
  for (let next = iterator.next(); next.done !== true; next = iterator.next()) {
    run.step()
    yield next.value
  }
}

/** A new list of the parts of a value. */
export function toList(run: Run, value: Value): Value[] {
  if (isList(value)) {
    run.spend(value.length)
    return value.slice()
  }
  return Array.from(iterate(run, value))
}

import { getItem } from '../access/get-item.ts'
import type { Run } from '../run.ts'
import { textOf } from '../values/markup.ts'
import { Undefined } from '../values/undefined.ts'
import type { Value } from '../values/value.ts'

export type Getter = (item: Value) => Value

interface GetterOptions {
  /** Stands for a missing part; `none` is as good as no default. */
  readonly fallback?: Value
  readonly ignoreCase?: boolean
}

const lower = (run: Run, value: Value): Value => {
  const text = textOf(value)
  if (text === undefined) return value
  run.text(text.length)
  return text.toLowerCase()
}

/** `address.city` and `0.name` are steps; whole numbers are indices. */
function stepsOf(attribute: Value): readonly Value[] {
  if (attribute === null) return []
  const path = textOf(attribute)
  return path === undefined ? [attribute] : path.split('.').map((part) => (/^\p{Nd}+$/u.test(part) ? Number(part) : part))
}

/** Reads an attribute path of an item; `none` is the item itself. */
export function attributeGetter(run: Run, attribute: Value, { fallback = null, ignoreCase = false }: GetterOptions = {}): Getter {
  const steps = stepsOf(attribute)
  return (item) => {
    let value = item
    for (const step of steps) {
      run.step()
      value = getItem(run, value, step)
      if (fallback !== null && value instanceof Undefined) value = fallback
    }
    return ignoreCase ? lower(run, value) : value
  }
}

/** Several attributes with commas between them, as a list to sort by. */
export function attributesGetter(run: Run, attribute: Value, ignoreCase: boolean): Getter {
  const path = textOf(attribute)
  const getters = (path === undefined ? [attribute] : path.split(',')).map((one) => attributeGetter(run, one, { ignoreCase }))
  return (item) => getters.map((getter) => getter(item))
}

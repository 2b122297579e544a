import { PyFloat } from '../../../python/number.ts'
import type { TemplateValue } from '../../../template-format.ts'

export interface ValueList extends ReadonlyArray<Value> {}
export interface InputObject {
  readonly [key: string]: TemplateValue
}

/**
 * Everything an expression can give. Ints and floats follow the package's rule (see `PyFloat`). Arrays are lists, plain objects are
 * dicts that came with the inputs; both are only ever read, but for lists that the template itself made.
 */
export type Value = string | number | bigint | boolean | null | PyFloat | PyObject | ValueList | InputObject

/** A kind of value that JSON does not have. What it does not override behaves as a plain Python object does. */
export abstract class PyObject {
  /** As error messages name it. */
  abstract readonly typeName: string

  /** False for what can change and so cannot be a key. */
  readonly hashable: boolean = true

  abstract repr(inner: (value: unknown) => string): string

  str(inner: (value: unknown) => string): string {
    return this.repr(inner)
  }

  /** A readable attribute; undefined where there is none. */
  attribute(_name: string): Value | undefined {
    return undefined
  }

  /** The value under a key or index; undefined where there is none. */
  item(_key: Value): Value | undefined {
    return undefined
  }

  /** Undefined where the value cannot be looped over. */
  iterate(): Iterator<Value, unknown> | undefined {
    return undefined
  }

  /** Undefined where the value has no length. */
  get length(): number | undefined {
    return undefined
  }

  isTrue(): boolean {
    return this.length !== 0
  }
}

export const isList = (value: Value): value is ValueList => Array.isArray(value)

export const isInputObject = (value: Value): value is InputObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof PyFloat) && !(value instanceof PyObject)

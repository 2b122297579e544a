import { refusal } from '../failure.ts'
import type { Run } from '../run.ts'
import { addressed } from './lazy.ts'
import { typeName } from './type-name.ts'
import { demand } from './undefined.ts'
import { PyObject, type Value } from './value.ts'

export interface Arguments {
  readonly positional: readonly Value[]
  /** Undefined where no argument has a name. */
  readonly named: ReadonlyMap<string, Value> | undefined
}

export const NO_ARGUMENTS: Arguments = { positional: [], named: undefined }

/** Something that can be called. */
export abstract class Callable extends PyObject {
  abstract call(run: Run, args: Arguments): Value
}

/** A function or class of the language itself, or a method bound to its value. */
export class BuiltIn extends Callable {
  readonly typeName: string
  readonly #shown: string
  readonly #call: (run: Run, args: Arguments) => Value

  constructor(type: string, shown: string, call: (run: Run, args: Arguments) => Value) {
    super()
    this.typeName = type
    this.#shown = shown
    this.#call = call
  }

  override repr(): string {
    return this.typeName === 'type' ? `<${this.#shown}>` : addressed(this.#shown)
  }

  override call(run: Run, args: Arguments): Value {
    return this.#call(run, args)
  }
}

export function callValue(run: Run, callee: Value, args: Arguments): Value {
  if (callee instanceof Callable) return callee.call(run, args)
  demand(callee)
  throw refusal(`A value of type '${typeName(callee)}' cannot be called; remove the parentheses.`)
}

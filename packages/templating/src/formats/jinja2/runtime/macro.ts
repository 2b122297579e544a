import { stringRepr } from '../../../python/string-repr.ts'
import { refusal } from '../failure.ts'
import type { Run } from '../run.ts'
import { Callable, type Arguments } from '../values/callable.ts'
import { Dict } from '../values/dict.ts'
import { Markup } from '../values/markup.ts'
import { Tuple } from '../values/tuple.ts'
import { Undefined } from '../values/undefined.ts'
import type { Value } from '../values/value.ts'

export interface MacroShape {
  /** Undefined for the body of a call block. */
  readonly name: string | undefined
  readonly parameters: readonly string[]
  /** Whether the body speaks of `caller`, `kwargs` and `varargs`. */
  readonly usesCaller: boolean
  readonly usesKwargs: boolean
  readonly usesVarargs: boolean
}

/** Values in the order of the macro's slots: its parameters, then caller, kwargs and varargs as far as it uses them. */
export type RenderMacro = (values: readonly (Value | undefined)[]) => string

export class Macro extends Callable {
  readonly typeName = 'Macro'
  readonly #shape: MacroShape
  readonly #render: RenderMacro

  constructor(shape: MacroShape, render: RenderMacro) {
    super()
    this.#shape = shape
    this.#render = render
  }

  override repr(): string {
    const { name } = this.#shape
    return `<Macro ${name === undefined ? 'anonymous' : stringRepr(name)}>`
  }

  override attribute(name: string): Value | undefined {
    const shape = this.#shape
    if (name === 'name') return shape.name ?? null
    if (name === 'arguments') return new Tuple(shape.parameters)
    if (name === 'catch_kwargs') return shape.usesKwargs
    if (name === 'catch_varargs') return shape.usesVarargs
    if (name === 'explicit_caller') return shape.parameters.includes('caller')
    return name === 'caller' ? shape.usesCaller : undefined
  }

  override call(run: Run, args: Arguments): Value {
    run.step()
    run.enter()
    const text = this.#render(this.#bind(args))
    run.leave()
    return run.autoescape ? new Markup(text) : text
  }

  #bind({ positional, named }: Arguments): readonly (Value | undefined)[] {
    const { parameters, usesCaller, usesKwargs, usesVarargs } = this.#shape
    const left = new Map(named)
    const bound: (Value | undefined)[] = positional.slice(0, parameters.length)
    const explicitCaller = parameters.includes('caller')
    for (const name of parameters.slice(bound.length)) {
      bound.push(left.get(name))
      left.delete(name)
    }
    if (usesCaller && !explicitCaller) {
      bound.push(left.get('caller') ?? new Undefined('This macro was not called by a call block, so it has no caller.'))
      left.delete('caller')
    }
    if (usesKwargs) bound.push(new Dict(left))
    else this.#refuseNames(left)
    if (usesVarargs) bound.push(new Tuple(positional.slice(parameters.length)))
    else if (positional.length > parameters.length) throw refusal(`${this.#title()} takes at most ${parameters.length} argument(s).`)
    return bound
  }

  #title(): string {
    const { name } = this.#shape
    return name === undefined ? 'The call block' : `The macro "${name}"`
  }

  #refuseNames(names: ReadonlyMap<string, Value>): void {
    const [first] = names.keys()
    if (first !== undefined) throw refusal(`${this.#title()} takes no argument named "${first}".`)
  }
}

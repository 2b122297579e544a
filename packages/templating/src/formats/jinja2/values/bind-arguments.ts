import { refusal } from '../failure.ts'
import type { Arguments } from './callable.ts'
import type { Value } from './value.ts'

export interface Parameters {
  /** In order; those from `required` on may be left out. */
  readonly names: readonly string[]
  readonly required: number
  /** True where the language itself takes them by position only. */
  readonly positionalOnly?: boolean
}

const takes = ({ names, required }: Parameters): string => {
  if (names.length === 0) return 'takes no arguments'
  const list = names.map((name, index) => (index < required ? name : `${name}=`)).join(', ')
  return `takes (${list})`
}

function bindNamed(what: string, parameters: Parameters, bound: (Value | undefined)[], named: ReadonlyMap<string, Value>): void {
  for (const [name, value] of named) {
    const index = parameters.positionalOnly === true ? -1 : parameters.names.indexOf(name)
    if (index < 0) throw refusal(`${what} has no argument named "${name}"; it ${takes(parameters)}.`)
    if (bound[index] !== undefined) throw refusal(`${what} is given "${name}" twice; remove one.`)
    bound[index] = value
  }
}

/** Puts arguments in the order of the parameters; what was left out is undefined. `what` names the callee in errors. */
export function bindArguments(what: string, parameters: Parameters, args: Arguments): readonly (Value | undefined)[] {
  const { positional, named } = args
  if (positional.length > parameters.names.length) throw refusal(`${what} is given too many arguments; it ${takes(parameters)}.`)
  let bound: readonly (Value | undefined)[] = positional
  if (named !== undefined && named.size > 0) {
    const filled: (Value | undefined)[] = positional.slice()
    bindNamed(what, parameters, filled, named)
    bound = filled
  }
  for (let index = 0; index < parameters.required; index++) {
    if (bound[index] === undefined) throw refusal(`${what} lacks "${parameters.names[index] ?? ''}"; it ${takes(parameters)}.`)
  }
  return bound
}

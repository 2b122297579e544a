import type { Run } from '../run.ts'
import type { Bound } from '../values/argument.ts'
import { bindArguments, type Parameters } from '../values/bind-arguments.ts'
import type { Arguments } from '../values/callable.ts'
import type { Value } from '../values/value.ts'

export interface Method<Self> {
  readonly call: (run: Run, self: Self, args: Arguments) => Value
}

/** Parameter names with spaces between them; those from `required` on may be left out. Python takes most by position only. */
export function method<Self>(
  name: string,
  parameters: string,
  required: number,
  apply: (run: Run, self: Self, args: Bound) => Value,
  named = false,
): readonly [string, Method<Self>] {
  const signature: Parameters = { names: parameters === '' ? [] : parameters.split(' '), required, positionalOnly: !named }
  const what = `The method "${name}"`
  return [name, { call: (run, self, args) => apply(run, self, bindArguments(what, signature, args)) }]
}

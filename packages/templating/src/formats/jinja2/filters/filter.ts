import type { Run } from '../run.ts'
import type { Bound } from '../values/argument.ts'
import { bindArguments, type Parameters } from '../values/bind-arguments.ts'
import type { Arguments } from '../values/callable.ts'
import { Markup } from '../values/markup.ts'
import { toStr } from '../values/print.ts'
import type { Value } from '../values/value.ts'

export interface Filter {
  readonly call: (run: Run, value: Value, args: Arguments) => Value
}

/** Parameter names with spaces between them; those from `required` on may be left out. */
export function filter(
  name: string,
  parameters: string,
  required: number,
  apply: (run: Run, value: Value, args: Bound) => Value,
): readonly [string, Filter] {
  const signature: Parameters = { names: parameters === '' ? [] : parameters.split(' '), required }
  return [name, { call: (run, value, args) => apply(run, value, bindArguments(`The filter "${name}"`, signature, args)) }]
}

/** A value as text; markup stays markup. */
export const softText = (run: Run, value: Value): string | Markup => (value instanceof Markup ? value : toStr(run, value))

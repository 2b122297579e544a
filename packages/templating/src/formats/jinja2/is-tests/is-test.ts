import type { Run } from '../run.ts'
import type { Bound } from '../values/argument.ts'
import { bindArguments, type Parameters } from '../values/bind-arguments.ts'
import type { Arguments } from '../values/callable.ts'
import { dictKey } from '../values/dict-key.ts'
import { textOf } from '../values/markup.ts'
import type { Value } from '../values/value.ts'

export interface Test {
  readonly call: (run: Run, value: Value, args: Arguments) => boolean
}

/** A name to look up; what cannot be a key is refused as one. */
export function nameOf(value: Value): string {
  dictKey(value)
  return textOf(value) ?? ''
}

/** Parameter names with spaces between them, all of them required. */
export function test(name: string, parameters: string, holds: (run: Run, value: Value, args: Bound) => boolean): readonly [string, Test] {
  const names = parameters === '' ? [] : parameters.split(' ')
  const signature: Parameters = { names, required: names.length }
  return [name, { call: (run, value, args) => holds(run, value, bindArguments(`The test "${name}"`, signature, args)) }]
}

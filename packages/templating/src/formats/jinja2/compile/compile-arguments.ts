import { refusal } from '../failure.ts'
import type { CallArguments } from '../parser/ast.ts'
import type { Run } from '../run.ts'
import type { Frame } from '../runtime/frame.ts'
import { NO_ARGUMENTS, type Arguments } from '../values/callable.ts'
import { toList } from '../values/iterate.ts'
import { isMapping, mappingEntries } from '../values/mapping.ts'
import { textOf } from '../values/markup.ts'
import type { Value } from '../values/value.ts'
import { compile, type Evaluate, type Scope } from './scope.ts'

export type EvaluateArguments = (frame: Frame) => Arguments

function evaluateAll(parts: readonly Evaluate[]): (frame: Frame) => Value[] {
  const [first, second] = parts
  if (first !== undefined && parts.length === 1) return (frame) => [first(frame)]
  if (first !== undefined && second !== undefined && parts.length === 2) return (frame) => [first(frame), second(frame)]
  return (frame) => parts.map((part) => part(frame))
}

function spreadNamed(run: Run, named: Map<string, Value>, mapping: Value): void {
  if (!isMapping(mapping)) throw refusal('A mapping must stand after "**".')
  for (const [key, value] of mappingEntries(run, mapping)) {
    const name = textOf(key)
    if (name === undefined) throw refusal('The keys of a mapping after "**" must be text.')
    if (named.has(name)) throw refusal(`The argument "${name}" is given twice; remove one.`)
    named.set(name, value)
  }
}

/** Arguments are worked out from left to right. */
export function compileArguments(scope: Scope, args: CallArguments): EvaluateArguments {
  const positional = evaluateAll(args.positional.map((argument) => compile(scope, argument)))
  const named = args.named.map(([name, argument]) => [name, compile(scope, argument)] as const)
  const spread = args.spread === undefined ? undefined : compile(scope, args.spread)
  const namedSpread = args.spreadNamed === undefined ? undefined : compile(scope, args.spreadNamed)
  const plain = named.length === 0 && spread === undefined && namedSpread === undefined
  if (plain && args.positional.length === 0) return () => NO_ARGUMENTS
  if (plain) return (frame) => ({ positional: positional(frame), named: undefined })
  return (frame) => {
    const values = positional(frame)
    if (spread !== undefined) values.push(...toList(frame.run, spread(frame)))
    const names = new Map<string, Value>()
    for (const [name, evaluate] of named) names.set(name, evaluate(frame))
    if (namedSpread !== undefined) spreadNamed(frame.run, names, namedSpread(frame))
    return { positional: values, named: names }
  }
}

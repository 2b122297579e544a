import { forbidden } from '../failure.ts'
import { fillDict } from '../methods/dict-methods.ts'
import type { Run } from '../run.ts'
import { bindArguments } from '../values/bind-arguments.ts'
import { BuiltIn, type Arguments } from '../values/callable.ts'
import { Dict } from '../values/dict.ts'
import { textOf } from '../values/markup.ts'
import { toRepr } from '../values/print.ts'
import { Namespace } from '../values/namespace.ts'
import type { Value } from '../values/value.ts'
import { Cycler } from './cycler.ts'
import { Joiner } from './joiner.ts'
import { rangeFunction } from './range-function.ts'

function makeDict(run: Run, args: Arguments): Dict {
  const dict = new Dict()
  fillDict(run, dict, args)
  return dict
}

function makeNamespace(run: Run, args: Arguments): Namespace {
  const namespace = new Namespace()
  for (const [key, value] of makeDict(run, args).entries()) namespace.set(textOf(key) ?? toRepr(run, key), value)
  return namespace
}

function makeJoiner(_run: Run, args: Arguments): Joiner {
  const [separator = ', '] = bindArguments('"joiner"', { names: ['sep'], required: 0 }, args)
  return new Joiner(separator)
}

function refuseLipsum(): never {
  throw forbidden('"lipsum" makes random text, so a preview would differ from what is sent; write the text itself.')
}

export const GLOBALS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['range', new BuiltIn('function', 'function safe_range', (_run, args) => rangeFunction(args))],
  ['dict', new BuiltIn('type', "class 'dict'", makeDict)],
  ['namespace', new BuiltIn('type', "class 'jinja2.utils.Namespace'", makeNamespace)],
  ['cycler', new BuiltIn('type', "class 'jinja2.utils.Cycler'", (_run, { positional }) => new Cycler(positional))],
  ['joiner', new BuiltIn('type', "class 'jinja2.utils.Joiner'", makeJoiner)],
  ['lipsum', new BuiltIn('function', 'function generate_lorem_ipsum', refuseLipsum)],
])

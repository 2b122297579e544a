import type { CallBlock, Macro as MacroNode, Signature, Statement } from '../parser/ast.ts'
import { allExpressions, allStatements, statementParts } from '../parser/tree-parts.ts'
import { Frame } from '../runtime/frame.ts'
import { Macro, type MacroShape } from '../runtime/macro.ts'
import { Sink } from '../runtime/sink.ts'
import { errorAt, type Span } from '../span.ts'
import { Markup } from '../values/markup.ts'
import { toStr } from '../values/print.ts'
import { Undefined } from '../values/undefined.ts'
import { analyzeExpression, analyzeStatements } from './analyze.ts'
import { compileCall } from './compile-access.ts'
import { isEscaping } from './compile-operators.ts'
import { compileTarget } from './compile-target.ts'
import { compileEntry } from './enter-frame.ts'
import { compile, compileBody, innerScope, type Execute, type Scope } from './scope.ts'
import { FunctionScope, Symbols } from './symbols.ts'
import { escapeHtml } from '../values/markup.ts'

function mentioned(statements: readonly Statement[], wanted: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const statement of allStatements(statements, false)) {
    for (const expression of statementParts(statement).expressions) {
      for (const part of allExpressions(expression)) if (part.kind === 'name' && wanted.includes(part.name)) found.add(part.name)
    }
  }
  return found
}

function shapeOf(
  scope: Scope,
  name: string | undefined,
  { parameters, defaults }: Signature,
  body: readonly Statement[],
  span: Span,
): MacroShape {
  const names = parameters.map((parameter) => parameter.name)
  const special = mentioned(body, ['caller', 'kwargs', 'varargs'])
  const callerAt = names.indexOf('caller')
  if (special.has('caller') && callerAt >= 0 && callerAt < names.length - defaults.length) {
    throw errorAt(scope.compilation.source, span, 'A parameter named "caller" needs a default, or must be left out.')
  }
  return {
    name,
    parameters: names,
    usesCaller: special.has('caller') && callerAt < 0,
    usesKwargs: special.has('kwargs') && !names.includes('kwargs'),
    usesVarargs: special.has('varargs') && !names.includes('varargs'),
  }
}

function specialNames({ usesCaller, usesKwargs, usesVarargs }: MacroShape): readonly string[] {
  return [...(usesCaller ? ['caller'] : []), ...(usesKwargs ? ['kwargs'] : []), ...(usesVarargs ? ['varargs'] : [])]
}

/** A macro's function: a frame of its own, arguments, defaults, body. */
function compileFunction(
  scope: Scope,
  name: string | undefined,
  signature: Signature,
  body: readonly Statement[],
  span: Span,
): (frame: Frame) => Macro {
  const shape = shapeOf(scope, name, signature, body, span)
  const own = new FunctionScope(scope.symbols.scope)
  const inner = innerScope(scope, new Symbols(own, scope.symbols))
  const slots = [...shape.parameters, ...specialNames(shape)].map((parameter) => inner.symbols.declare(parameter))
  for (const fallback of signature.defaults) analyzeExpression(inner.symbols, fallback)
  analyzeStatements(inner.symbols, body)
  const enter = compileEntry(inner)
  const required = signature.parameters.length - signature.defaults.length
  const defaults = signature.defaults.map((fallback) => compile(inner, fallback))
  const execute = compileBody(inner, body)
  return (outer) =>
    new Macro(shape, (values) => {
      const frame = new Frame(outer.run, outer.context, own.size, outer)
      enter(frame)
      for (const [index, slot] of slots.entries()) frame.slots[slot.index] = values[index]
      for (const [index, parameter] of shape.parameters.entries()) {
        const slot = slots[index]
        if (slot === undefined || frame.slots[slot.index] !== undefined) continue
        const missing = new Undefined(`The parameter "${parameter}" was not given a value.`)
        frame.slots[slot.index] = defaults[index - required]?.(frame) ?? missing
      }
      const sink = new Sink(outer.run)
      execute(frame, sink)
      return sink.text
    })
}

export function compileMacro(scope: Scope, { name, signature, body, span }: MacroNode): Execute {
  const make = compileFunction(scope, name, signature, body, span)
  const assign = compileTarget(scope, { kind: 'name', name, span })
  return (frame) => assign(frame, make(frame))
}

/** `{% call f(…) %}`: the body becomes the `caller` of what is called. */
export function compileCallBlock(scope: Scope, { signature, call, body, span }: CallBlock): Execute {
  const makeCaller = compileFunction(scope, undefined, signature, body, span)
  const evaluate = compileCall(scope, call, makeCaller)
  const { autoescape } = scope
  return (frame, sink) => {
    const value = evaluate(frame)
    const text = toStr(frame.run, value)
    sink.add(isEscaping(frame.run, autoescape) && !(value instanceof Markup) ? escapeHtml(text) : text)
  }
}

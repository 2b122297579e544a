import { PyFloat } from '../../../python/number.ts'
import type { Expression, FilterStep, Statement } from '../parser/ast.ts'
import { argumentExpressions } from '../parser/parse-arguments.ts'
import { Sink } from '../runtime/sink.ts'
import { escapeHtml, Markup } from '../values/markup.ts'
import { toStr } from '../values/print.ts'
import { isTrue } from '../values/truth.ts'
import { analyzeExpression, analyzeStatements, declareTarget } from './analyze.ts'
import { compileFilterStep } from './compile-filter.ts'
import { isEscaping } from './compile-operators.ts'
import { compileTarget } from './compile-target.ts'
import { compileEntry } from './enter-frame.ts'
import { compile, compileBody, innerScope, type Autoescape, type Evaluate, type Execute, type Scope } from './scope.ts'

type Node<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>

/** A body with a frame of its own, rendered to text and led through filters. */
function compileCaptured(scope: Scope, body: readonly Statement[], filters: readonly FilterStep[]): Evaluate {
  const inner = innerScope(scope)
  for (const filter of filters) for (const part of argumentExpressions(filter.args)) analyzeExpression(inner.symbols, part)
  analyzeStatements(inner.symbols, body)
  const enter = compileEntry(inner)
  const execute = compileBody(inner, body)
  const { autoescape } = scope
  const captured: Evaluate = (frame) => {
    enter(frame)
    const sink = new Sink(frame.run)
    execute(frame, sink)
    return isEscaping(frame.run, autoescape) ? new Markup(sink.text) : sink.text
  }
  return filters.reduce((evaluate, filter) => compileFilterStep(inner, filter, evaluate), captured)
}

export function compileSetBlock(scope: Scope, { target, filters, body }: Node<'set-block'>): Execute {
  const evaluate = compileCaptured(scope, body, filters)
  const assign = compileTarget(scope, target)
  return (frame) => {
    const value = evaluate(frame)
    assign(frame, frame.run.autoescape && !(value instanceof Markup) ? new Markup(toStr(frame.run, value)) : value)
  }
}

/** Prints what an expression gives. */
export function compilePrint(evaluate: Evaluate, autoescape: Autoescape): Execute {
  if (autoescape === false) return (frame, sink) => sink.add(toStr(frame.run, evaluate(frame)))
  return (frame, sink) => {
    const value = evaluate(frame)
    const text = toStr(frame.run, value)
    sink.add(isEscaping(frame.run, autoescape) && !(value instanceof Markup) ? escapeHtml(text) : text)
  }
}

export const compileFilterBlock = (scope: Scope, { filters, body }: Node<'filter-block'>): Execute =>
  compilePrint(compileCaptured(scope, body, filters), scope.autoescape)

const constantOf = (expression: Expression): Autoescape => {
  if (expression.kind !== 'const') return 'dynamic'
  const { value } = expression
  return value instanceof PyFloat ? value.value !== 0 : Boolean(value)
}

export function compileAutoescape(scope: Scope, { value, body }: Node<'autoescape'>): Execute {
  const outer = innerScope(scope)
  analyzeExpression(outer.symbols, value)
  analyzeStatements(outer.symbols, body)
  const enter = compileEntry(outer)
  const decide = compile(outer, value)
  const execute = compileBody({ ...outer, autoescape: constantOf(value) }, body)
  return (frame, sink) => {
    const { run } = frame
    const before = run.autoescape
    enter(frame)
    run.autoescape = isTrue(run, decide(frame))
    execute(frame, sink)
    run.autoescape = before
  }
}

export function compileWith(scope: Scope, { bindings, body }: Node<'with'>): Execute {
  const inner = innerScope(scope)
  for (const [target] of bindings) declareTarget(inner.symbols, target)
  analyzeStatements(inner.symbols, body)
  const enter = compileEntry(inner)
  const assignments = bindings.map(([target, value]) => ({ assign: compileTarget(inner, target), evaluate: compile(scope, value) }))
  const execute = compileBody(inner, body)
  return (frame, sink) => {
    enter(frame)
    for (const { assign, evaluate } of assignments) assign(frame, evaluate(frame))
    execute(frame, sink)
  }
}

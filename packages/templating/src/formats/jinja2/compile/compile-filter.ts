import { closeNames } from '../../../close-names.ts'
import type { TemplateCause } from '../../../template-cause.ts'
import { refusal } from '../failure.ts'
import { FILTERS } from '../filters/registry.ts'
import type { Filter } from '../filters/filter.ts'
import type { CallArguments, Expression, FilterStep } from '../parser/ast.ts'
import { errorAt, type Span } from '../span.ts'
import { TESTS } from '../is-tests/registry.ts'
import type { Test } from '../is-tests/is-test.ts'
import type { Value } from '../values/value.ts'
import { compileArguments } from './compile-arguments.ts'
import { compile, type Evaluate, type Scope } from './scope.ts'

function unknownMessage(kind: 'filter' | 'test', name: string, among: Iterable<string>): string {
  const [close] = closeNames(name, among)
  return `There is no ${kind} named "${name}".${close === undefined ? '' : ` Did you mean "${close}"?`}`
}

const unknownCause = (kind: 'filter' | 'test', name: string): TemplateCause => ({
  kind: kind === 'filter' ? 'unknown-filter' : 'unknown-test',
  values: { name },
})

/** In a branch an unknown name is refused only when it is reached. */
function lookUp<Found>(scope: Scope, kind: 'filter' | 'test', name: string, table: ReadonlyMap<string, Found>, span: Span): Found | string {
  const found = table.get(name)
  if (found !== undefined) return found
  const message = unknownMessage(kind, name, table.keys())
  if (!scope.soft) throw errorAt(scope.compilation.source, span, message, 'template_syntax', unknownCause(kind, name))
  return message
}

const failing =
  (span: Span, message: string, cause: TemplateCause): Evaluate =>
  (frame) => {
    frame.run.at = span
    throw refusal(message, cause)
  }

/** A filter on what `evaluate` gives. */
export function compileFilterStep(scope: Scope, { name, args, span }: FilterStep, evaluate: Evaluate): Evaluate {
  const filter = lookUp<Filter>(scope, 'filter', name, FILTERS, span)
  if (typeof filter === 'string') return failing(span, filter, unknownCause('filter', name))
  const evaluateArguments = compileArguments(scope, args)
  return (frame) => {
    const value = evaluate(frame)
    const given = evaluateArguments(frame)
    frame.run.at = span
    frame.run.step()
    return filter.call(frame.run, value, given)
  }
}

export const compileFilter = (scope: Scope, node: Extract<Expression, { kind: 'filter' }>): Evaluate =>
  compileFilterStep(scope, node, compile(scope, node.target))

export function compileTest(
  scope: Scope,
  { target, name, args, span }: { target: Expression; name: string; args: CallArguments; span: Span },
): Evaluate {
  const test = lookUp<Test>(scope, 'test', name, TESTS, span)
  if (typeof test === 'string') return failing(span, test, unknownCause('test', name))
  const evaluate = compile(scope, target)
  const evaluateArguments = compileArguments(scope, args)
  return (frame): Value => {
    const value = evaluate(frame)
    const given = evaluateArguments(frame)
    frame.run.at = span
    frame.run.step()
    return test.call(frame.run, value, given)
  }
}

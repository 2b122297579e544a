import type { Expression, Signature, Statement, Target } from './ast.ts'
import { argumentExpressions } from './parse-arguments.ts'

const present = (...parts: readonly (Expression | undefined)[]): readonly Expression[] => parts.filter((part) => part !== undefined)

/** The expressions directly inside one, in source order. */
export function expressionParts(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'const':
    case 'name':
      return []
    case 'tuple':
    case 'list':
      return expression.items
    case 'dict':
      return expression.entries.flat()
    case 'not':
    case 'negative':
    case 'positive':
      return [expression.operand]
    case 'and':
    case 'or':
    case 'binary':
      return [expression.left, expression.right]
    case 'compare':
      return [expression.first, ...expression.rest.map((link) => link.operand)]
    case 'concat':
      return expression.parts
    case 'condition':
      return present(expression.whenTrue, expression.test, expression.whenFalse)
    case 'attribute':
      return [expression.target]
    case 'item':
      return [expression.target, expression.key]
    case 'slice':
      return present(expression.target, expression.start, expression.stop, expression.step)
    case 'call':
      return [expression.callee, ...argumentExpressions(expression.args)]
    default:
      return [expression.target, ...argumentExpressions(expression.args)]
  }
}

export interface StatementParts {
  readonly expressions: readonly Expression[]
  readonly targets: readonly Target[]
  readonly bodies: readonly (readonly Statement[])[]
}

const NOTHING: StatementParts = { expressions: [], targets: [], bodies: [] }

const macroParts = ({ parameters, defaults }: Signature, body: readonly Statement[], call: readonly Expression[]): StatementParts => ({
  expressions: [...call, ...defaults],
  targets: parameters,
  bodies: [body],
})

/** What stands directly inside a statement. */
export function statementParts(statement: Statement): StatementParts {
  switch (statement.kind) {
    case 'data':
    case 'jsonpath':
      return NOTHING
    case 'output':
      return { ...NOTHING, expressions: [statement.expression] }
    case 'if':
      return {
        ...NOTHING,
        expressions: statement.branches.map((branch) => branch.test),
        bodies: [...statement.branches.map((branch) => branch.body), statement.otherwise],
      }
    case 'for':
      return {
        expressions: present(statement.iterable, statement.filter),
        targets: [statement.target],
        bodies: [statement.body, statement.otherwise],
      }
    case 'set':
      return { ...NOTHING, expressions: [statement.value], targets: [statement.target] }
    case 'set-block':
      return {
        expressions: statement.filters.flatMap((filter) => argumentExpressions(filter.args)),
        targets: [statement.target],
        bodies: [statement.body],
      }
    case 'with':
      return {
        expressions: statement.bindings.map(([, value]) => value),
        targets: statement.bindings.map(([target]) => target),
        bodies: [statement.body],
      }
    case 'macro':
      return macroParts(statement.signature, statement.body, [])
    case 'call-block':
      return macroParts(statement.signature, statement.body, [statement.call])
    case 'filter-block':
      return { ...NOTHING, expressions: statement.filters.flatMap((filter) => argumentExpressions(filter.args)), bodies: [statement.body] }
    case 'autoescape':
      return { ...NOTHING, expressions: [statement.value], bodies: [statement.body] }
    default:
      return { ...NOTHING, bodies: [statement.body] }
  }
}

/** Every statement of a tree, outer before inner. */
export function* allStatements(statements: readonly Statement[], intoBlocks = true): Generator<Statement, void> {
  for (const statement of statements) {
    yield statement
    if (statement.kind === 'block' && !intoBlocks) continue
    for (const body of statementParts(statement).bodies) yield* allStatements(body, intoBlocks)
  }
}

export function* allExpressions(expression: Expression): Generator<Expression, void> {
  yield expression
  for (const part of expressionParts(expression)) yield* allExpressions(part)
}

/** Every name a target writes to. */
export function targetNames(target: Target): readonly string[] {
  if (target.kind === 'name') return [target.name]
  return target.kind === 'tuple' ? target.items.flatMap(targetNames) : []
}

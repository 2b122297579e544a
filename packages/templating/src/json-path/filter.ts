import type { JsonPath, LogicalExpression, Operand } from './ast.ts'
import { Comparison } from './comparison.ts'
import { matchesPattern, valueOfFunction, type Evaluation } from './functions.ts'

/** Runs a path that stands inside a filter; lent by the evaluator, which runs filters in turn. */
export type RunPath = (path: JsonPath, current: unknown) => readonly unknown[]

/** Decides filter expressions for one item after another. */
export class FilterEvaluator {
  readonly evaluation: Evaluation
  readonly run: RunPath

  constructor(evaluation: Evaluation, run: RunPath) {
    this.evaluation = evaluation
    this.run = run
  }

  holds(expression: LogicalExpression, current: unknown): boolean {
    this.evaluation.spend(1)
    if (expression.kind === 'or') return expression.parts.some((part) => this.holds(part, current))
    if (expression.kind === 'and') return expression.parts.every((part) => this.holds(part, current))
    if (expression.kind === 'not') return !this.holds(expression.inner, current)
    if (expression.kind === 'test') return this.test(expression.operand, current)
    const left = this.value(expression.left, current)
    const right = this.value(expression.right, current)
    return new Comparison(this.evaluation.spend).holds(expression.operator, left, right)
  }

  private test(operand: Operand, current: unknown): boolean {
    if (operand.kind !== 'call') return this.nodes(operand, current).length > 0
    const [text, pattern] = operand.args.map((argument) => this.value(argument, current))
    return matchesPattern(text, pattern, operand.name === 'search', this.evaluation)
  }

  private nodes(operand: Operand, current: unknown): readonly unknown[] {
    if (operand.kind === 'query') return this.run(operand.path, current)
    const value = this.value(operand, current)
    return value === undefined ? [] : [value]
  }

  /** undefined where there is nothing. */
  private value(operand: Operand, current: unknown): unknown {
    if (operand.kind === 'literal') return operand.value
    if (operand.kind === 'query') return this.run(operand.path, current)[0]
    const nodes = operand.args.flatMap((argument) => this.nodes(argument, current))
    return valueOfFunction(operand.name, nodes, this.evaluation)
  }
}

import type { Expression, Statement, Target } from '../parser/ast.ts'
import { argumentExpressions } from '../parser/parse-arguments.ts'
import { allExpressions } from '../parser/tree-parts.ts'
import type { Symbols } from './symbols.ts'

export function analyzeExpression(symbols: Symbols, expression: Expression): void {
  for (const part of allExpressions(expression)) if (part.kind === 'name') symbols.load(part.name)
}

function analyzeTarget(symbols: Symbols, target: Target): void {
  if (target.kind === 'name') symbols.store(target.name)
  else if (target.kind === 'member') symbols.load(target.name)
  else for (const item of target.items) analyzeTarget(symbols, item)
}

/** The names of a loop or `with` target hold a value from the start. */
export function declareTarget(symbols: Symbols, target: Target): void {
  if (target.kind === 'name') symbols.declare(target.name)
  else if (target.kind === 'tuple') for (const item of target.items) declareTarget(symbols, item)
}

function branch(symbols: Symbols, analyze: (inner: Symbols) => void): Symbols {
  const copy = symbols.branch()
  analyze(copy)
  return copy
}

function analyzeIf(symbols: Symbols, { branches, otherwise }: Extract<Statement, { kind: 'if' }>): void {
  const [first, ...rest] = branches
  if (first === undefined) return
  analyzeExpression(symbols, first.test)
  const body = branch(symbols, (inner) => analyzeStatements(inner, first.body))
  const others = branch(symbols, (inner) => {
    for (const other of rest) {
      analyzeExpression(inner, other.test)
      inner.merge([branch(inner, (innermost) => analyzeStatements(innermost, other.body))])
    }
  })
  symbols.merge([body, others, branch(symbols, (inner) => analyzeStatements(inner, otherwise))])
}

/** Bodies with a frame of their own are left out: they are analyzed when that frame is made. */
function analyzeStatement(symbols: Symbols, statement: Statement): void {
  switch (statement.kind) {
    case 'output':
      return analyzeExpression(symbols, statement.expression)
    case 'if':
      return analyzeIf(symbols, statement)
    case 'for':
      return analyzeExpression(symbols, statement.iterable)
    case 'set':
      analyzeExpression(symbols, statement.value)
      return analyzeTarget(symbols, statement.target)
    case 'set-block':
      return analyzeTarget(symbols, statement.target)
    case 'with':
      for (const [, value] of statement.bindings) analyzeExpression(symbols, value)
      return undefined
    case 'macro':
      return symbols.store(statement.name)
    case 'call-block':
      return analyzeExpression(symbols, statement.call)
    case 'filter-block':
      for (const filter of statement.filters) for (const part of argumentExpressions(filter.args)) analyzeExpression(symbols, part)
      return undefined
    default:
      return undefined
  }
}

/** Finds the names that a frame loads and stores, in the order of the text. */
export function analyzeStatements(symbols: Symbols, statements: readonly Statement[]): void {
  for (const statement of statements) analyzeStatement(symbols, statement)
}

import { parseJsonPath } from '../../json-path/parse.ts'
import { rootNameOf } from '../../json-path/root-name.ts'
import type { SourcePositions } from '../../source-positions.ts'
import type { Placeholder, TemplateVariable } from '../../template-format.ts'
import type { NameUse } from './compile/scope.ts'
import type { Mark } from './lexer/token.ts'
import type { Expression, Statement } from './parser/ast.ts'
import { allExpressions, allStatements, statementParts } from './parser/tree-parts.ts'
import type { Span } from './span.ts'

const endOf = ({ offset, length }: Span): number => offset + length

function rootOf(expression: Expression): Expression {
  let root = expression
  while (root.kind === 'attribute' || root.kind === 'item' || root.kind === 'slice') root = root.target
  return root
}

/** Where what is written after each name ends: its attributes and subscripts, but no method that is called. By the name's offset. */
function pathEnds(statements: readonly Statement[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  const called = new Set<Expression>()
  const visit = (expression: Expression): void => {
    if (expression.kind === 'call' && expression.callee.kind === 'attribute') called.add(expression.callee)
    if (expression.kind !== 'attribute' && expression.kind !== 'item' && expression.kind !== 'slice') return
    const root = rootOf(expression)
    if (root.kind !== 'name' || called.has(expression)) return
    ends.set(root.span.offset, Math.max(ends.get(root.span.offset) ?? 0, endOf(expression.span)))
  }
  for (const statement of allStatements(statements)) {
    for (const expression of statementParts(statement).expressions) for (const part of allExpressions(expression)) visit(part)
  }
  return ends
}

interface Use extends NameUse {
  readonly path: string
}

const withoutDot = (path: string): string => (path.startsWith('.') ? path.slice(1) : path).trim()

function jsonPathUse({ expression, span }: Extract<Statement, { kind: 'jsonpath' }>): Use | undefined {
  const name = rootNameOf(parseJsonPath(expression))
  if (name === undefined) return undefined
  const dotted = `$.${name}`
  const rest = expression.startsWith(dotted) ? expression.slice(dotted.length) : expression.slice(expression.indexOf(']') + 1)
  return { name, span, path: withoutDot(rest) }
}

/** What a template reads, each name at its first use. */
export function findVariables(
  positions: SourcePositions,
  statements: readonly Statement[],
  uses: readonly NameUse[],
): readonly TemplateVariable[] {
  const ends = pathEnds(statements)
  const all = uses.map((use): Use => {
    const end = endOf(use.span)
    return { ...use, path: withoutDot(positions.source.slice(end, ends.get(use.span.offset) ?? end).trim()) }
  })
  for (const statement of allStatements(statements)) {
    const use = statement.kind === 'jsonpath' ? jsonPathUse(statement) : undefined
    if (use !== undefined) all.push(use)
  }
  const first = new Map<string, Use>()
  for (const use of all.toSorted((left, right) => left.span.offset - right.span.offset)) if (!first.has(use.name)) first.set(use.name, use)
  return Array.from(first.values(), ({ name, path, span }) => ({ name, path, span: positions.at(span.offset, span.length) }))
}

/** Every tag, with the first input that it names. */
export function findPlaceholders(positions: SourcePositions, marks: readonly Mark[], uses: readonly NameUse[]): readonly Placeholder[] {
  const sorted = uses.toSorted((left, right) => left.span.offset - right.span.offset)
  let next = 0
  return marks.map(({ kind, offset, length }) => {
    while ((sorted[next]?.span.offset ?? Infinity) < offset) next++
    const use = sorted[next]
    const inside = use !== undefined && use.span.offset < offset + length
    return { name: inside ? use.name : '', kind, span: positions.at(offset, length) }
  })
}

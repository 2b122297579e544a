import type { BinaryOperator, CompareLink, CompareOperator, Expression } from './ast.ts'
import { depthOver, nested } from './depth.ts'
import { parseFilterChain, parsePostfix } from './parse-postfix.ts'
import { parsePrimary } from './parse-primary.ts'
import type { TokenStream } from './token-stream.ts'

/** `a if b else c` and everything that binds tighter. */
export const parseExpression = (stream: TokenStream): Expression => nested(stream, () => parseCondition(stream))

/** Everything but the inline if: the test of `{% if %}` and the iterable of `{% for … if %}`. */
export const parseUnconditional = (stream: TokenStream): Expression => nested(stream, () => parseOr(stream))

function parseCondition(stream: TokenStream): Expression {
  let whenTrue = parseOr(stream)
  while (stream.isName('if')) {
    const at = stream.next()
    const test = parseOr(stream)
    const whenFalse = stream.skipName('else') ? parseExpression(stream) : undefined
    whenTrue = { kind: 'condition', test, whenTrue, whenFalse, span: at, depth: depthOver(stream, at, test, whenTrue, whenFalse) }
  }
  return whenTrue
}

function parseOr(stream: TokenStream): Expression {
  let left = parseAnd(stream)
  while (stream.isName('or')) {
    const at = stream.next()
    const right = parseAnd(stream)
    left = { kind: 'or', left, right, span: at, depth: depthOver(stream, at, left, right) }
  }
  return left
}

function parseAnd(stream: TokenStream): Expression {
  let left = parseNot(stream)
  while (stream.isName('and')) {
    const at = stream.next()
    const right = parseNot(stream)
    left = { kind: 'and', left, right, span: at, depth: depthOver(stream, at, left, right) }
  }
  return left
}

function parseNot(stream: TokenStream): Expression {
  if (!stream.isName('not')) return parseCompare(stream)
  const at = stream.next()
  const operand = nested(stream, () => parseNot(stream))
  return { kind: 'not', operand, span: at, depth: depthOver(stream, at, operand) }
}

const COMPARISONS: ReadonlyMap<string, CompareOperator> = new Map(
  (['==', '!=', '<', '<=', '>', '>='] as const).map((operator) => [operator, operator]),
)

function takeComparison(stream: TokenStream): CompareOperator | undefined {
  const { kind, text } = stream.current
  const comparison = kind === 'operator' ? COMPARISONS.get(text) : undefined
  if (comparison !== undefined) stream.next()
  else if (stream.skipName('in')) return 'in'
  else if (stream.isName('not') && stream.following.kind === 'name' && stream.following.text === 'in') {
    stream.next()
    stream.next()
    return 'not in'
  }
  return comparison
}

function parseCompare(stream: TokenStream): Expression {
  const first = parseSum(stream)
  let at = stream.current
  const span = at
  const rest: CompareLink[] = []
  for (let operator = takeComparison(stream); operator !== undefined; operator = takeComparison(stream)) {
    rest.push({ operator, operand: parseSum(stream) })
    at = stream.current
  }
  if (rest.length === 0) return first
  return { kind: 'compare', first, rest, span, depth: depthOver(stream, at, first, ...rest.map((link) => link.operand)) }
}

/** A chain of binary operators of one rank, from the left. */
function parseChain(stream: TokenStream, operators: readonly BinaryOperator[], parse: (stream: TokenStream) => Expression): Expression {
  let left = parse(stream)
  for (;;) {
    const at = stream.current
    const operator = at.kind === 'operator' ? operators.find((candidate) => candidate === at.text) : undefined
    if (operator === undefined) return left
    stream.next()
    const right = parse(stream)
    left = { kind: 'binary', operator, left, right, span: at, depth: depthOver(stream, at, left, right) }
  }
}

const SUMS = ['+', '-'] as const
const PRODUCTS = ['*', '/', '//', '%'] as const
const POWERS = ['**'] as const

const parseSum = (stream: TokenStream): Expression => parseChain(stream, SUMS, parseConcat)

/** `~` binds tighter than `+` and looser than `*`. */
function parseConcat(stream: TokenStream): Expression {
  const first = parseProduct(stream)
  if (!stream.isOperator('~')) return first
  const parts = [first]
  const at = stream.current
  while (stream.skipOperator('~')) parts.push(parseProduct(stream))
  return { kind: 'concat', parts, span: at, depth: depthOver(stream, at, ...parts) }
}

const parseProduct = (stream: TokenStream): Expression => parseChain(stream, PRODUCTS, parsePower)

/** From the left, unlike in Python: `2 ** 3 ** 2` is 64. */
const parsePower = (stream: TokenStream): Expression => parseChain(stream, POWERS, (inner) => parseFilterChain(inner, parseUnary(inner)))

/** A sign binds looser than what follows a value and tighter than filters: `-x|abs` is `(-x)|abs`. */
function parseUnary(stream: TokenStream): Expression {
  const at = stream.current
  const kind = stream.isOperator('-') ? 'negative' : stream.isOperator('+') ? 'positive' : undefined
  if (kind === undefined) return parsePostfix(stream, parsePrimary(stream))
  stream.next()
  const operand = nested(stream, () => parseUnary(stream))
  return parsePostfix(stream, { kind, operand, span: at, depth: depthOver(stream, at, operand) })
}

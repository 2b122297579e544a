import type { Token } from '../lexer/token.ts'
import type { Span } from '../span.ts'
import type { CallArguments, Expression, FilterStep, SliceBounds } from './ast.ts'
import { argumentExpressions, NO_ARGUMENTS, parseArguments } from './parse-arguments.ts'
import { depthOver, nested } from './depth.ts'
import { parsePrimary } from './parse-primary.ts'
import type { TokenStream } from './token-stream.ts'

function parseDot(stream: TokenStream, target: Expression): Expression {
  const at = stream.next()
  const name = stream.current
  const depth = depthOver(stream, at, target)
  if (name.kind === 'name') {
    stream.next()
    return { kind: 'attribute', target, name: name.text, span: name, depth }
  }
  if (name.kind !== 'number' || typeof name.value === 'object' || name.text.includes('.')) {
    throw stream.error('A name or a whole number is expected after the dot.')
  }
  stream.next()
  return { kind: 'item', target, key: { kind: 'const', value: name.value ?? 0, span: name, depth: 1 }, span: name, depth }
}

const endsBound = (stream: TokenStream): boolean => stream.isOperator(':') || stream.isOperator(']') || stream.isOperator(',')
const parseBound = (stream: TokenStream): Expression | undefined => (endsBound(stream) ? undefined : stream.expression())

function parseSlice(stream: TokenStream, start: Expression | undefined): SliceBounds {
  stream.expectOperator(':')
  const stop = parseBound(stream)
  const step = stream.skipOperator(':') ? parseBound(stream) : undefined
  return { start, stop, step }
}

function itemOf(stream: TokenStream, target: Expression, keys: readonly Expression[], at: Span): Expression {
  const [first] = keys
  const depth = depthOver(stream, at, target, ...keys)
  if (keys.length === 1 && first !== undefined) return { kind: 'item', target, key: first, span: at, depth }
  const key: Expression = { kind: 'tuple', items: keys, span: at, depth }
  return { kind: 'item', target, key, span: at, depth: depthOver(stream, at, target, key) }
}

const between = (from: Span, to: Span): Span => ({ offset: from.offset, length: to.offset + to.length - from.offset })

function parseSubscript(stream: TokenStream, target: Expression): Expression {
  const at = stream.next()
  const keys: Expression[] = []
  while (!stream.isOperator(']')) {
    if (keys.length > 0) stream.expectOperator(',')
    const start = stream.isOperator(':') ? undefined : stream.expression()
    if (stream.isOperator(':')) {
      if (keys.length > 0) throw stream.error('A slice stands alone in its brackets.')
      const bounds = parseSlice(stream, start)
      const span = between(at, stream.expectOperator(']'))
      return { kind: 'slice', target, ...bounds, span, depth: depthOver(stream, at, target, bounds.start, bounds.stop, bounds.step) }
    }
    if (start !== undefined) keys.push(start)
  }
  return itemOf(stream, target, keys, between(at, stream.expectOperator(']')))
}

function parseCall(stream: TokenStream, callee: Expression): Expression {
  const at = stream.current
  const args = parseArguments(stream)
  return { kind: 'call', callee, args, span: at, depth: depthOver(stream, at, callee, ...argumentExpressions(args)) }
}

/** Attributes, subscripts and calls after a value. */
export function parsePostfix(stream: TokenStream, start: Expression): Expression {
  let node = start
  for (;;) {
    if (stream.isOperator('.')) node = parseDot(stream, node)
    else if (stream.isOperator('[')) node = parseSubscript(stream, node)
    else if (stream.isOperator('(')) node = parseCall(stream, node)
    else return node
  }
}

/** A filter's or a test's name may have dots. */
function parseDottedName(stream: TokenStream): { readonly name: string; readonly span: Token } {
  const span = stream.expectKind('name', 'A name')
  let name = span.text
  while (stream.skipOperator('.')) name += `.${stream.expectKind('name', 'A name').text}`
  return { name, span }
}

/** `name(arguments)` after a `|`, or at the start of a filter block. */
export function parseFilterStep(stream: TokenStream): FilterStep {
  const { name, span } = parseDottedName(stream)
  return { name, span, args: stream.isOperator('(') ? parseArguments(stream) : NO_ARGUMENTS }
}

/** Every filter that follows. */
export function parseFilterSteps(stream: TokenStream): readonly FilterStep[] {
  const steps: FilterStep[] = []
  while (stream.skipOperator('|')) steps.push(parseFilterStep(stream))
  return steps
}

const TEST_ARGUMENT_KINDS: ReadonlySet<string> = new Set(['name', 'string', 'number'])

/** `is divisibleby 3` needs no parentheses around its one argument. */
function startsBareArgument(stream: TokenStream): boolean {
  const { kind, text } = stream.current
  if (kind === 'operator') return text === '[' || text === '{'
  return TEST_ARGUMENT_KINDS.has(kind) && !(kind === 'name' && (text === 'else' || text === 'or' || text === 'and'))
}

function parseTestArguments(stream: TokenStream): CallArguments {
  if (stream.isOperator('(')) return parseArguments(stream)
  if (!startsBareArgument(stream)) return NO_ARGUMENTS
  if (stream.isName('is')) throw stream.error('Tests cannot be chained with "is"; join them with "and".')
  const argument = nested(stream, () => parsePostfix(stream, parsePrimary(stream)))
  return { positional: [argument], named: [] }
}

function parseTest(stream: TokenStream, target: Expression): Expression {
  stream.next()
  const negation = stream.isName('not') ? stream.next() : undefined
  const { name, span } = parseDottedName(stream)
  const args = parseTestArguments(stream)
  const depth = depthOver(stream, span, target, ...argumentExpressions(args))
  const test: Expression = { kind: 'test', target, name, args, span, depth }
  return negation === undefined ? test : { kind: 'not', operand: test, span: negation, depth: depthOver(stream, negation, test) }
}

function parseFilter(stream: TokenStream, target: Expression): Expression {
  stream.next()
  const step = parseFilterStep(stream)
  return { kind: 'filter', target, ...step, depth: depthOver(stream, step.span, target, ...argumentExpressions(step.args)) }
}

/** Filters, tests and calls after an operand. */
export function parseFilterChain(stream: TokenStream, start: Expression): Expression {
  let node = start
  for (;;) {
    if (stream.isOperator('|')) node = parseFilter(stream, node)
    else if (stream.isName('is')) node = parseTest(stream, node)
    else if (stream.isOperator('(')) node = parseCall(stream, node)
    else return node
  }
}

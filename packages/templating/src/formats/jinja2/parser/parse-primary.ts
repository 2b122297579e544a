import { causeOf } from '../../../template-cause.ts'
import { describeToken } from '../lexer/token.ts'
import type { Expression } from './ast.ts'
import { depthOver } from './depth.ts'
import { parseTuple } from './parse-tuple.ts'
import type { TokenStream } from './token-stream.ts'

const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['none', null],
  ['None', null],
])

function parseName(stream: TokenStream): Expression {
  const span = stream.next()
  const constant = CONSTANTS.get(span.text)
  return constant === undefined ? { kind: 'name', name: span.text, span, depth: 1 } : { kind: 'const', value: constant, span, depth: 1 }
}

/** Strings that stand side by side are one string. */
function parseStrings(stream: TokenStream): Expression {
  const span = stream.next()
  let value = span.text
  while (stream.isKind('string')) value += stream.next().text
  return { kind: 'const', value, span, depth: 1 }
}

function parseList(stream: TokenStream): Expression {
  const span = stream.next()
  const items: Expression[] = []
  while (!stream.isOperator(']')) {
    if (items.length > 0) stream.expectOperator(',')
    if (stream.isOperator(']')) break
    items.push(stream.expression())
  }
  stream.expectOperator(']')
  return { kind: 'list', items, span, depth: depthOver(stream, span, ...items) }
}

function parseDict(stream: TokenStream): Expression {
  const span = stream.next()
  const entries: (readonly [Expression, Expression])[] = []
  while (!stream.isOperator('}')) {
    if (entries.length > 0) stream.expectOperator(',')
    if (stream.isOperator('}')) break
    const key = stream.expression()
    stream.expectOperator(':')
    entries.push([key, stream.expression()])
  }
  stream.expectOperator('}')
  return { kind: 'dict', entries, span, depth: depthOver(stream, span, ...entries.flat()) }
}

function parseParenthesized(stream: TokenStream): Expression {
  stream.next()
  const inner = parseTuple(stream, { explicit: true })
  stream.expectOperator(')')
  return inner
}

/** A name, a literal or something in brackets. */
export function parsePrimary(stream: TokenStream): Expression {
  const { kind, text } = stream.current
  if (kind === 'name') return parseName(stream)
  if (kind === 'string') return parseStrings(stream)
  if (kind === 'number') {
    const span = stream.next()
    return { kind: 'const', value: span.value ?? 0, span, depth: 1 }
  }
  if (kind === 'operator' && text === '(') return parseParenthesized(stream)
  if (kind === 'operator' && text === '[') return parseList(stream)
  if (kind === 'operator' && text === '{') return parseDict(stream)
  const message = `A value is expected here, but ${describeToken(stream.current)} stands in its place.`
  throw stream.error(message, stream.current, 'template_syntax', causeOf('value-expected'))
}

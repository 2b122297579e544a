import { describeToken } from '../lexer/token.ts'
import type { Span } from '../span.ts'
import type { Expression } from './ast.ts'
import { depthOver } from './depth.ts'
import type { TokenStream } from './token-stream.ts'

export interface TupleRules {
  /** What one item is; a whole expression unless told otherwise. */
  readonly parse?: (stream: TokenStream) => Expression
  /** Inside parentheses, where `()` is the empty tuple. */
  readonly explicit?: boolean
}

function endsTuple(stream: TokenStream): boolean {
  const { kind, text } = stream.current
  return kind === 'output-end' || kind === 'tag-end' || (kind === 'operator' && text === ')')
}

const tupleOf = (stream: TokenStream, items: readonly Expression[], span: Span): Expression => ({
  kind: 'tuple',
  items,
  span,
  depth: depthOver(stream, span, ...items),
})

/** One expression, or a tuple where commas follow. A comma may end it. */
export function parseTuple(stream: TokenStream, { parse = (inner) => inner.expression(), explicit = false }: TupleRules = {}): Expression {
  const span = stream.current
  const items: Expression[] = []
  let first: Expression | undefined
  while (!endsTuple(stream)) {
    const item = parse(stream)
    first ??= item
    items.push(item)
    if (!stream.isOperator(',')) return items.length === 1 ? first : tupleOf(stream, items, span)
    stream.next()
  }
  if (items.length === 0 && !explicit) {
    throw stream.error(`An expression is expected here, but ${describeToken(stream.current)} stands in its place.`)
  }
  return tupleOf(stream, items, span)
}

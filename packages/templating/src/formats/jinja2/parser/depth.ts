import type { Span } from '../span.ts'
import type { Expression } from './ast.ts'
import type { TokenStream } from './token-stream.ts'

/** Parentheses, brackets, unary operators and `else` parts open at once. */
const MAX_OPEN_EXPRESSIONS = 100
/** Height of an expression's tree, which evaluation climbs: a chain of operators counts every link. */
const MAX_EXPRESSION_DEPTH = 300

/** The depth of a node over these parts. */
export function depthOver(stream: TokenStream, at: Span, ...parts: readonly (Expression | undefined)[]): number {
  let depth = 0
  for (const part of parts) if (part !== undefined && part.depth > depth) depth = part.depth
  if (depth >= MAX_EXPRESSION_DEPTH) {
    throw stream.error(
      `This expression has more than ${MAX_EXPRESSION_DEPTH} steps in a row; split it with {% set %}.`,
      at,
      'template_limit',
      { kind: 'too-deep', values: { limit: MAX_EXPRESSION_DEPTH } },
    )
  }
  return depth + 1
}

/** Guards what recurses while parsing. */
export function nested<Result>(stream: TokenStream, parse: () => Result): Result {
  if (stream.expressionDepth >= MAX_OPEN_EXPRESSIONS) {
    const message = `Expressions are nested more than ${MAX_OPEN_EXPRESSIONS} deep; split this one with {% set %}.`
    throw stream.error(message, stream.current, 'template_limit', { kind: 'too-deep', values: { limit: MAX_OPEN_EXPRESSIONS } })
  }
  stream.expressionDepth++
  const result = parse()
  stream.expressionDepth--
  return result
}

/** Literals keep what JSON tells apart: an int beyond 2^53 is a bigint. */
export type PathLiteral = string | number | bigint | boolean | null

export type Selector =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'slice'; readonly start?: number; readonly end?: number; readonly step: number }
  | { readonly kind: 'filter'; readonly test: LogicalExpression }

export interface Segment {
  readonly descendant: boolean
  readonly selectors: readonly Selector[]
}

/**
 * A JSONPath taken apart.
 * @see https://www.rfc-editor.org/rfc/rfc9535
 */
export interface JsonPath {
  /** `current` starts at the item that a filter looks at (`@`). */
  readonly from: 'root' | 'current'
  readonly segments: readonly Segment[]
}

export type FunctionName = 'length' | 'count' | 'match' | 'search' | 'value'

interface FunctionCall {
  readonly kind: 'call'
  readonly name: FunctionName
  readonly args: readonly Operand[]
}

/** What can be compared or handed to a function. */
export type Operand =
  | { readonly kind: 'literal'; readonly value: PathLiteral }
  | { readonly kind: 'query'; readonly path: JsonPath }
  | FunctionCall

export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>='

export type LogicalExpression =
  | { readonly kind: 'or'; readonly parts: readonly LogicalExpression[] }
  | { readonly kind: 'and'; readonly parts: readonly LogicalExpression[] }
  | { readonly kind: 'not'; readonly inner: LogicalExpression }
  | { readonly kind: 'comparison'; readonly operator: ComparisonOperator; readonly left: Operand; readonly right: Operand }
  | { readonly kind: 'test'; readonly operand: Operand }

/** At most one node can match: names and single indices only. */
export const isSingular = (path: JsonPath): boolean =>
  path.segments.every(({ descendant, selectors }) => {
    const [only] = selectors
    return !descendant && selectors.length === 1 && (only?.kind === 'name' || only?.kind === 'index')
  })

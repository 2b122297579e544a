import type { PyFloat } from '../../../python/number.ts'
import type { TemplateCause } from '../../../template-cause.ts'
import type { Span } from '../span.ts'

export type TokenKind =
  | 'data'
  | 'output-begin'
  | 'output-end'
  | 'tag-begin'
  | 'tag-end'
  | 'jsonpath'
  | 'name'
  | 'string'
  | 'number'
  | 'operator'
  | 'failure'
  | 'end'

export interface Token extends Span {
  readonly kind: TokenKind
  /** The decoded text of `data` and `string`, the message of a `failure`, the spelling of anything else. */
  readonly text: string
  /** `failure` only. */
  readonly cause?: TemplateCause
  /** `number` only. */
  readonly value?: number | bigint | PyFloat
}

/** A placeholder as the lexer sees it: where the braces stand. */
export interface Mark extends Span {
  readonly kind: 'variable' | 'statement' | 'comment'
}

export interface LexedTemplate {
  /** Ends with `end` or with the first `failure`, so that a parse error before it is the one reported. */
  readonly tokens: readonly Token[]
  readonly marks: readonly Mark[]
}

const DESCRIPTIONS: Partial<Record<TokenKind, string>> = {
  'output-begin': '{{',
  'output-end': '}}',
  'tag-begin': '{%',
  'tag-end': '%}',
  jsonpath: '{{',
  data: 'text',
  end: 'the end of the template',
}

/** How an error message names a token. */
export function describeToken(token: Token): string {
  const description = DESCRIPTIONS[token.kind]
  if (token.kind === 'end' || token.kind === 'data') return description ?? token.kind
  return `"${description ?? token.text}"`
}

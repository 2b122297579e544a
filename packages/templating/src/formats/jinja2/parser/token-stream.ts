import { describeToken, type LexedTemplate, type Token, type TokenKind } from '../lexer/token.ts'
import type { TemplateCause } from '../../../template-cause.ts'
import { errorAt, type Span } from '../span.ts'
import type { TemplateErrorCode, TemplateError } from '../../../template-error.ts'
import type { Expression } from './ast.ts'

/** What is wanted in its spelling; undefined where it has none but a name in English. */
const spelled = (wanted: string): string | undefined => /^"(.+)"$/.exec(wanted)?.[1]

function unexpected(token: Token, description: string): TemplateCause | undefined {
  const wanted = spelled(description)
  if (wanted === undefined) return undefined
  if (token.kind === 'end') return { kind: 'ends-early', values: { wanted } }
  const found = spelled(describeToken(token))
  return found === undefined ? undefined : { kind: 'expected', values: { wanted, found } }
}

/** A recursive-descent parser's cursor. A lexer failure is thrown when the parser gets there, not before. */
export class TokenStream {
  readonly source: string
  readonly #tokens: readonly Token[]
  readonly #last: Token
  #index = 0
  /** Parentheses, brackets, operators and inline ifs that are open at once. */
  expressionDepth = 0
  /** Tags that wait for their end, innermost last. */
  readonly openTags: string[] = []

  readonly #parseExpression: (stream: TokenStream) => Expression

  /** The grammar of a whole expression is handed in, because its parts contain it again. */
  constructor(source: string, lexed: LexedTemplate, parseExpression: (stream: TokenStream) => Expression) {
    this.source = source
    this.#parseExpression = parseExpression
    this.#tokens = lexed.tokens
    this.#last = lexed.tokens.at(-1) ?? { kind: 'end', text: '', offset: 0, length: 0 }
    this.#check()
  }

  expression(): Expression {
    return this.#parseExpression(this)
  }

  get current(): Token {
    return this.#tokens[this.#index] ?? this.#last
  }

  /** The token after the current one. */
  get following(): Token {
    return this.#tokens[this.#index + 1] ?? this.#last
  }

  next(): Token {
    const token = this.current
    if (token.kind !== 'end') this.#index++
    this.#check()
    return token
  }

  isKind(kind: TokenKind): boolean {
    return this.current.kind === kind
  }

  isName(word: string): boolean {
    return this.current.kind === 'name' && this.current.text === word
  }

  isOperator(operator: string): boolean {
    return this.current.kind === 'operator' && this.current.text === operator
  }

  skipName(word: string): boolean {
    if (!this.isName(word)) return false
    this.next()
    return true
  }

  skipOperator(operator: string): boolean {
    if (!this.isOperator(operator)) return false
    this.next()
    return true
  }

  expectOperator(operator: string): Token {
    return this.isOperator(operator) ? this.next() : this.#unexpected(`"${operator}"`)
  }

  expectKind(kind: TokenKind, description: string): Token {
    return this.current.kind === kind ? this.next() : this.#unexpected(description)
  }

  expectName(word: string): Token {
    return this.isName(word) ? this.next() : this.#unexpected(`"${word}"`)
  }

  error(message: string, span: Span = this.current, code: TemplateErrorCode = 'template_syntax', cause?: TemplateCause): TemplateError {
    return errorAt(this.source, span, message, code, cause)
  }

  #unexpected(wanted: string): never {
    const token = this.current
    throw this.error(
      `${wanted} is expected here, but ${describeToken(token)} stands in its place.`,
      token,
      'template_syntax',
      unexpected(token, wanted),
    )
  }

  #check(): void {
    const token = this.current
    if (token.kind === 'failure') throw this.error(token.text, token, 'template_syntax', token.cause)
  }
}

import { isPySpace } from '../../../python/whitespace.ts'
import type { TemplateCause } from '../../../template-cause.ts'
import type { Span } from '../span.ts'
import { readNumber } from './number-literal.ts'
import { decodeString } from './string-literal.ts'
import type { Token, TokenKind } from './token.ts'
import { skipSpace } from './whitespace.ts'

const NAME = /[\p{XID_Start}_][\p{XID_Continue}]*/uy
const OPERATORS2: ReadonlySet<string> = new Set(['//', '**', '==', '!=', '>=', '<='])
const OPERATORS1: ReadonlySet<string> = new Set('+-/*%~[](){}><=.:|,;')
const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
])

/** Where a tag ended: after its braces and, with `-`, after the whitespace that follows. Undefined where it does not end. */
export type TagEnd = { readonly braceEnd: number; readonly next: number } | undefined

/** The quote's end, one past the closing quote; -1 when it is never closed. */
function quoteEnd(source: string, from: number, end: number): number {
  const quote = source.charCodeAt(from)
  for (let at = from + 1; at < end; at++) {
    const code = source.charCodeAt(at)
    if (code === 92) at++
    else if (code === quote) return at + 1
  }
  return -1
}

/** Reads the inside of `{{ … }}` and `{% … %}`: one pass, no look back. */
export class TagScanner {
  readonly #source: string
  readonly #end: number
  readonly #tokens: Token[]
  #at = 0
  #open: string[] = []

  constructor(source: string, end: number, tokens: Token[]) {
    this.#source = source
    this.#end = end
    this.#tokens = tokens
  }

  /** Pushes the tokens from `from` up to the closing braces, or up to a failure. */
  scan(from: number, braces: '}}' | '%}'): TagEnd {
    this.#at = from
    this.#open = []
    while (this.#at < this.#end) {
      const closed = this.#open.length === 0 ? this.#closing(braces) : undefined
      if (closed !== undefined) return closed
      if (isPySpace(this.#source.charCodeAt(this.#at))) this.#at++
      else if (!this.#token()) return undefined
    }
    return undefined
  }

  #closing(braces: '}}' | '%}'): TagEnd {
    const sign = this.#source[this.#at]
    const signed = sign === '-' || (sign === '+' && braces === '%}')
    const start = signed ? this.#at + 1 : this.#at
    const braceEnd = start + 2
    if (!this.#source.startsWith(braces, start) || braceEnd > this.#end) return undefined
    this.#push(braces === '}}' ? 'output-end' : 'tag-end', braceEnd, braces)
    return { braceEnd, next: sign === '-' ? skipSpace(this.#source, braceEnd, this.#end) : braceEnd }
  }

  #token(): boolean {
    const code = this.#source.charCodeAt(this.#at)
    if (code >= 48 && code <= 57) return this.#number()
    if (code === 34 || code === 39) return this.#string()
    NAME.lastIndex = this.#at
    const name = NAME.exec(this.#source)?.[0]
    if (name === undefined) return this.#operator()
    this.#push('name', this.#at + name.length, name)
    return true
  }

  #number(): boolean {
    const { end, value } = readNumber(this.#source, this.#at)
    if (value === undefined) return this.#fail('This integer has more digits than can be read; write a shorter one.', end - this.#at)
    this.#tokens.push({ kind: 'number', text: this.#source.slice(this.#at, end), value, offset: this.#at, length: end - this.#at })
    this.#at = end
    return true
  }

  #string(): boolean {
    const end = quoteEnd(this.#source, this.#at, this.#end)
    if (end < 0) {
      const quote = this.#source[this.#at] ?? 'quote'
      return this.#fail(`This string is never closed; add the missing ${quote}.`, 1, {
        kind: 'unclosed',
        values: { what: quote, missing: quote },
      })
    }
    const decoded = decodeString(this.#source.slice(this.#at + 1, end - 1))
    if ('problem' in decoded) return this.#fail(decoded.problem, end - this.#at)
    this.#push('string', end, decoded.text)
    return true
  }

  #operator(): boolean {
    const two = this.#source.slice(this.#at, this.#at + 2)
    const operator = OPERATORS2.has(two) ? two : two.slice(0, 1)
    if (!OPERATORS1.has(operator.slice(0, 1)) && operator.length < 2) return this.#unexpectedCharacter()
    const closer = CLOSERS.get(operator)
    if (closer !== undefined) this.#open.push(closer)
    else if (operator === ')' || operator === ']' || operator === '}') {
      const expected = this.#open.pop()
      if (expected === undefined)
        return this.#fail(`"${operator}" closes nothing; remove it or add what it should close.`, 1, {
          kind: 'closes-nothing',
          values: { what: operator },
        })
      if (expected !== operator)
        return this.#fail(`"${operator}" stands where "${expected}" is due.`, 1, {
          kind: 'expected',
          values: { wanted: expected, found: operator },
        })
    }
    this.#push('operator', this.#at + operator.length, operator)
    return true
  }

  #unexpectedCharacter(): boolean {
    const character = String.fromCodePoint(this.#source.codePointAt(this.#at) ?? 0)
    const hint = character === '$' ? 'A JSONPath stands alone in an output tag: {{$.a.b}}.' : 'Quote it if it is text.'
    return this.#fail(`The character "${character}" has no meaning inside a tag. ${hint}`, character.length, {
      kind: 'strange-character',
      values: { character },
    })
  }

  #push(kind: TokenKind, end: number, text: string): void {
    this.#tokens.push({ kind, text, offset: this.#at, length: end - this.#at })
    this.#at = end
  }

  #fail(message: string, length: number, cause?: TemplateCause): boolean {
    const span: Span = { offset: this.#at, length }
    this.#tokens.push({ kind: 'failure', text: message, ...(cause && { cause }), ...span })
    return false
  }
}

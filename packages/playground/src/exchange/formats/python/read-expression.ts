import { templateOf } from './format-string.ts'
import type { PythonToken } from './lex-python.ts'
import { PythonTemplate, type PythonValue, Unread } from './python-value.ts'

/** What a program was found to be made of, and what its names hold. */
export interface PythonScope {
  readonly text: string
  readonly tokens: readonly PythonToken[]
  readonly names: ReadonlyMap<string, PythonValue>
}

/** A value, and the place of the token behind it. */
type Piece = readonly [value: PythonValue, next: number]

/** Far deeper than a request, far above what a stack holds. */
const MAX_DEPTH = 100
const MAX_SOURCE = 80
const CONSTANTS: ReadonlyMap<string, PythonValue> = new Map<string, PythonValue>([
  ['True', true],
  ['False', false],
  ['None', null],
])

const OPENING = '([{'
const CLOSING = ')]}'

export const isMark = (token: PythonToken | undefined, value: string): boolean => token?.kind === 'mark' && token.value === value

/** Where an expression is over: at a comma, a colon, an equals sign, a closing bracket or the end of a line of its own. */
function expressionEnd({ tokens }: PythonScope, from: number): number {
  let depth = 0
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at]
    if (token?.kind === 'end') return at
    if (token?.kind !== 'mark') continue
    if (OPENING.includes(token.value)) depth++
    else if (CLOSING.includes(token.value) && depth-- === 0) return at
    else if (depth === 0 && ',:='.includes(token.value)) return at
  }
  return tokens.length
}

function unread(scope: PythonScope, from: number): Piece {
  const next = expressionEnd(scope, from)
  const first = scope.tokens[from]
  const last = scope.tokens[Math.max(from, next - 1)]
  const source = scope.text.slice(first?.at ?? 0, last?.end ?? 0)
  const name = next === from + 1 && first?.kind === 'name' ? first.value : null
  return [new Unread(source.length > MAX_SOURCE ? `${source.slice(0, MAX_SOURCE)}…` : source, first?.line ?? 1, name), next]
}

const asTemplate = (value: PythonValue): PythonTemplate | null =>
  value instanceof PythonTemplate ? value : typeof value === 'string' ? new PythonTemplate(value, [], []) : null

/** Texts one behind the other, with or without a plus. */
function joined(before: PythonValue, after: PythonValue): PythonValue | null {
  const [a, b] = [asTemplate(before), asTemplate(after)]
  if (a === null || b === null) return null
  const text = a.text + b.text
  return typeof before === 'string' && typeof after === 'string'
    ? text
    : new PythonTemplate(text, [...a.names, ...b.names], [...a.runs, ...b.runs])
}

function texts(scope: PythonScope, from: number): Piece {
  let value: PythonValue = ''
  let at = from
  for (let token = scope.tokens[at]; token?.kind === 'text'; token = scope.tokens[++at]) {
    const next = token.isFormat ? templateOf(token.value, token.line) : token.value
    value = joined(value, next) ?? value
  }
  return [value, at]
}

function list(scope: PythonScope, from: number, close: string, depth: number): Piece | null {
  const items: PythonValue[] = []
  let at = from + 1
  let hasComma = false
  while (!isMark(scope.tokens[at], close)) {
    const [value, next] = readExpression(scope, at, depth + 1)
    items.push(value)
    at = next
    if (isMark(scope.tokens[at], ',')) {
      hasComma = true
      at++
    } else if (!isMark(scope.tokens[at], close)) return null
  }
  const [only] = items
  return [close === ')' && items.length === 1 && !hasComma && only !== undefined ? only : items, at + 1]
}

function record(scope: PythonScope, from: number, depth: number): Piece | null {
  const members = new Map<string, PythonValue>()
  let at = from + 1
  while (!isMark(scope.tokens[at], '}')) {
    const [key, colon] = readExpression(scope, at, depth + 1)
    if (typeof key !== 'string' || !isMark(scope.tokens[colon], ':')) return null
    const [value, next] = readExpression(scope, colon + 1, depth + 1)
    members.set(key, value)
    at = next
    if (isMark(scope.tokens[at], ',')) at++
    else if (!isMark(scope.tokens[at], '}')) return null
  }
  return [members, at + 1]
}

/** The arguments of a call by their names; those without one are under their place. `from` is behind the bracket. */
export function readArguments(scope: PythonScope, from: number, depth = 0): readonly [ReadonlyMap<string, PythonValue>, number] {
  const given = new Map<string, PythonValue>()
  let at = from
  while (at < scope.tokens.length && !isMark(scope.tokens[at], ')')) {
    const name = scope.tokens[at]
    const isNamed = name?.kind === 'name' && isMark(scope.tokens[at + 1], '=') && !isMark(scope.tokens[at + 2], '=')
    const [value, next] = readExpression(scope, isNamed ? at + 2 : at, depth + 1)
    given.set(isNamed ? name.value : String(given.size), value)
    at = isMark(scope.tokens[next], ',') ? next + 1 : Math.max(next, at + 1)
  }
  return [given, at + 1]
}

function atom(scope: PythonScope, from: number, depth: number): Piece | null {
  const token = scope.tokens[from]
  if (token?.kind === 'text') return texts(scope, from)
  if (token?.kind === 'number') return [token.value, from + 1]
  if (token?.kind === 'name') {
    const held = (CONSTANTS.has(token.value) ? CONSTANTS : scope.names).get(token.value)
    if (token.value === 'dict' && isMark(scope.tokens[from + 1], '(')) return readArguments(scope, from + 2, depth)
    return held === undefined ? null : [held, from + 1]
  }
  const number = scope.tokens[from + 1]
  if (isMark(token, '-') && number?.kind === 'number') return [-number.value, from + 2]
  if (isMark(token, '[')) return list(scope, from, ']', depth)
  if (isMark(token, '(')) return list(scope, from, ')', depth)
  return isMark(token, '{') ? record(scope, from, depth) : null
}

/** `.strip()` behind a text, which changes nothing but its ends. */
const isStrip = ({ tokens }: PythonScope, at: number): boolean => {
  const name = tokens[at + 1]
  return (
    isMark(tokens[at], '.') && name?.kind === 'name' && name.value === 'strip' && isMark(tokens[at + 2], '(') && isMark(tokens[at + 3], ')')
  )
}

function stripped(value: PythonValue): PythonValue {
  if (typeof value === 'string') return value.trim()
  return value instanceof PythonTemplate ? new PythonTemplate(value.text.trim(), value.names, value.runs) : value
}

/** The value that stands at a place. What would have to be run is a piece of the program, as it is written. */
export function readExpression(scope: PythonScope, from: number, depth = 0): Piece {
  let piece = depth > MAX_DEPTH ? null : atom(scope, from, depth)
  while (piece !== null) {
    const [value, at]: Piece = piece
    if (isStrip(scope, at)) piece = [stripped(value), at + 4]
    else if (isMark(scope.tokens[at], '+')) {
      const [more, next] = readExpression(scope, at + 1, depth + 1)
      const both = joined(value, more)
      piece = both === null ? null : [both, next]
    } else break
  }
  return piece !== null && expressionEnd(scope, piece[1]) === piece[1] ? piece : unread(scope, from)
}

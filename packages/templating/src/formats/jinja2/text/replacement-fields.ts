import { refusal } from '../failure.ts'

export interface ReplacementField {
  /** What stands before the field, escapes resolved. */
  readonly literal: string
  /** Absent after the last field. */
  readonly field?: {
    readonly name: string
    readonly conversion: string | undefined
    readonly spec: string
  }
}

/** The end of a field: its closing brace, with inner braces balanced. */
function fieldEnd(source: string, from: number): number {
  let depth = 1
  for (let at = from; at < source.length; at++) {
    const character = source[at]
    if (character === '{') depth++
    else if (character === '}' && --depth === 0) return at
  }
  throw refusal('A "{" of the format string is never closed; write "{{" for a brace.')
}

/** Where the name ends: at `!` or `:` outside brackets. */
function nameEnd(inside: string): number {
  let at = 0
  while (at < inside.length && inside[at] !== '!' && inside[at] !== ':') {
    const close = inside[at] === '[' ? inside.indexOf(']', at) : -1
    if (inside[at] === '{') throw refusal('A "{" stands inside the name of a format field; write "{{" for a brace.')
    at = close < 0 ? at + 1 : close + 1
  }
  return at
}

function readField(inside: string): NonNullable<ReplacementField['field']> {
  const end = nameEnd(inside)
  const name = inside.slice(0, end)
  if (inside[end] !== '!') return { name, conversion: undefined, spec: inside.slice(end + 1) }
  const conversion = inside[end + 1]
  const after = inside[end + 2]
  if (conversion === undefined || (after !== undefined && after !== ':'))
    throw refusal('After "!" one of s, r and a stands, then ":" or the end of the field.')
  return { name, conversion, spec: inside.slice(end + 3) }
}

const BRACE = /[{}]/g

/** Splits a format string into its literal text and its fields. */
export function* replacementFields(source: string): Generator<ReplacementField, void> {
  let literal = ''
  let at = 0
  for (;;) {
    BRACE.lastIndex = at
    const brace = BRACE.exec(source)
    if (brace === null) break
    literal += source.slice(at, brace.index)
    at = brace.index + 1
    if (source[at] === brace[0]) {
      literal += brace[0]
      at++
      continue
    }
    if (brace[0] === '}') throw refusal('A single "}" stands in the format string; write "}}" for a brace.')
    const end = fieldEnd(source, at)
    yield { literal, field: readField(source.slice(at, end)) }
    literal = ''
    at = end + 1
  }
  yield { literal: literal + source.slice(at) }
}

const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/** What may come next. */
type Next = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma' | 'nothing'

function matchEnd(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : null
}

/** What stops a text from being JSON where it stops: the text's end, or what ought to stand there. */
export const JSON_FAULTS = ['end', 'value', 'key', 'colon', 'comma', 'after', 'string'] as const
export type JsonFaultKind = (typeof JSON_FAULTS)[number]

export interface JsonFaultPlace {
  readonly kind: JsonFaultKind
  readonly offset: number
}

/** Where a string ends that begins at `start`; null where it does not. By hand: a pattern for this can take for ever. */
function stringEnd(text: string, start: number): number | null {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 34) return at + 1
    if (unit < 32) return null
    if (unit !== 92) continue
    const end = matchEnd(ESCAPE, text, at)
    if (end === null) return null
    at = end - 1
  }
  return null
}

function afterSpace(text: string, start: number): number {
  let at = start
  while (' \t\n\r'.includes(text[at] ?? '.')) at++
  return at
}

const isValue = (next: Next): boolean => next === 'value' || next === 'value-or-end'

const WANTED: Readonly<Record<Next, JsonFaultKind>> = {
  value: 'value',
  'value-or-end': 'value',
  key: 'key',
  'key-or-end': 'key',
  colon: 'colon',
  comma: 'comma',
  nothing: 'after',
}

function closes(mark: string, next: Next, inside: string | undefined): boolean {
  if (mark === ']') return inside === '[' && (next === 'value-or-end' || next === 'comma')
  return mark === '}' && inside === '{' && (next === 'key-or-end' || next === 'comma')
}

/** What is wrong with a token that begins as it may. */
const kindAt = (text: string, at: number): JsonFaultKind => (at >= text.length ? 'end' : text[at] === '"' ? 'string' : 'value')

/**
 * Where a text stops being JSON, and why: the first token that has no place there. Engines say this in different words, and some of them
 * not at all. *Shape*: `offset` is the text's length where only its end is missing. One pass.
 */
export function jsonFault(text: string): JsonFaultPlace {
  const open: string[] = []
  let next: Next = 'value'
  let at = 0
  const afterValue = (): Next => (open.length === 0 ? 'nothing' : 'comma')
  for (;;) {
    at = afterSpace(text, at)
    const mark = text[at] ?? ''
    const wanted = next
    let end: number | null = at + 1
    if ((mark === '{' || mark === '[') && isValue(next)) {
      open.push(mark)
      next = mark === '{' ? 'key-or-end' : 'value-or-end'
    } else if (closes(mark, next, open.at(-1))) {
      open.pop()
      next = afterValue()
    } else if (mark === ',' && next === 'comma') next = open.at(-1) === '{' ? 'key' : 'value'
    else if (mark === ':' && next === 'colon') next = 'value'
    else if (mark === '"' && (next === 'key' || next === 'key-or-end' || isValue(next))) {
      end = stringEnd(text, at)
      next = isValue(next) ? afterValue() : 'colon'
    } else if (isValue(next)) {
      end = matchEnd(SCALAR, text, at)
      next = afterValue()
    } else return { kind: at >= text.length ? 'end' : WANTED[wanted], offset: at }
    if (end === null) return { kind: kindAt(text, at), offset: at }
    at = end
  }
}

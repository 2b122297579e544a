/** One token, with the white space before it. */
const TOKEN =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[ -!#-[\]-\uffff]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y

/** What may come next. */
type Next = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma' | 'nothing'

const opens = (mark: string | undefined, next: Next): boolean =>
  (mark === '{' || mark === '[') && (next === 'value' || next === 'value-or-end')

function closes(mark: string | undefined, next: Next, inside: string | undefined): boolean {
  if (mark === ']') return inside === '[' && (next === 'value-or-end' || next === 'comma')
  return mark === '}' && inside === '{' && (next === 'key-or-end' || next === 'comma')
}

/**
 * Where a text stops being JSON: the offset of the first token that has no place there. Engines say this in different words, and some of
 * them not at all. The text's length where only its end is missing.
 */
export function jsonFaultOffset(text: string): number {
  const open: string[] = []
  let next: Next = 'value'
  let at = 0
  const afterValue = (): Next => (open.length === 0 ? 'nothing' : 'comma')
  for (;;) {
    TOKEN.lastIndex = at
    const found = TOKEN.exec(text)
    const start = at + (/^[ \t\r\n]*/.exec(text.slice(at, at + 10_000))?.[0].length ?? 0)
    if (found === null) return start
    const [whole, mark, string, scalar] = found
    if (opens(mark, next)) {
      open.push(mark ?? '')
      next = mark === '{' ? 'key-or-end' : 'value-or-end'
    } else if (closes(mark, next, open.at(-1))) {
      open.pop()
      next = afterValue()
    } else if (mark === ',' && next === 'comma') next = open.at(-1) === '{' ? 'key' : 'value'
    else if (mark === ':' && next === 'colon') next = 'value'
    else if (string !== undefined && (next === 'key' || next === 'key-or-end')) next = 'colon'
    else if ((string ?? scalar) !== undefined && (next === 'value' || next === 'value-or-end')) next = afterValue()
    else return start
    at += whole.length
  }
}

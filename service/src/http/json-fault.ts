const STRING = /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[ !#-[\]-\uffff]*)*"/y
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const BLANK = /[ \t\n\r]*/y

type Expected = 'value' | 'key' | 'colon' | 'end'

/** Where a text stops being JSON: the offset of the first thing that cannot stand there, or the end where something is missing. */
export function jsonFault(text: string): number {
  const open: string[] = []
  let at = 0
  let expected: Expected = 'value'
  /** Right after `{` or `[`, where the container may close at once. */
  let fresh = false
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found === null) return false
    at += found[0].length
    return true
  }
  const close = (): void => {
    open.pop()
    at++
    expected = 'end'
  }
  while (true) {
    skip(BLANK)
    const unit = text[at]
    const inside = open.at(-1)
    if (unit === undefined) return at
    if ((fresh || expected === 'end') && inside !== undefined && unit === inside) close()
    else if (expected === 'value' && (unit === '{' || unit === '[')) {
      open.push(unit === '{' ? '}' : ']')
      expected = unit === '{' ? 'key' : 'value'
      fresh = true
      at++
      continue
    } else if (expected === 'value' && (skip(STRING) || skip(SCALAR))) expected = 'end'
    else if (expected === 'key' && skip(STRING)) expected = 'colon'
    else if (expected === 'colon' && unit === ':') {
      at++
      expected = 'value'
    } else if (expected === 'end' && inside !== undefined && unit === ',') {
      at++
      expected = inside === '}' ? 'key' : 'value'
    } else return at
    fresh = false
  }
}

const LINE_ENDS = String.raw`\n\r\u2028\u2029`
const SPACE = String.raw`\t\n\x0b\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff`
/** What is no space, as ranges, because a class has no way to leave something out of another. */
const NO_SPACE = String.raw`\x00-\x08\x0e-\x1f!-\x9f\u00a1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ufefe\uff00-\x{10ffff}`

/** Letters that mean something behind a backslash in JavaScript; the linear engine reads meanings into some of the others. */
const MEANT = /[bBdDwWsSnrtvfcxupP]/
const LETTER = /[A-Za-z]/

/**
 * A pattern of JavaScript, spelled so that the linear engine means the same by it: spaces and ends of lines beyond ASCII, letters with a
 * backslash that need none, and brackets inside a class.
 *
 * @throws SyntaxError for a reference by name, which the engine would read as letters
 */
export function toLinearPattern(source: string, flags: string): string {
  let pattern = ''
  let isInClass = false
  for (let at = 0; at < source.length; at++) {
    const unit = source.charAt(at)
    if (unit === '\\') {
      at += 1
      pattern += escaped(source.charAt(at), isInClass)
    } else if (isInClass) {
      isInClass = unit !== ']'
      pattern += unit === '[' ? '\\[' : unit
    } else if (unit === '.' && !flags.includes('s')) pattern += `[^${LINE_ENDS}]`
    else {
      isInClass = unit === '['
      pattern += unit
    }
  }
  return pattern
}

function escaped(unit: string, isInClass: boolean): string {
  if (unit === 'k') throw new SyntaxError(String.raw`\k`)
  if (unit === 'b' && isInClass) return String.raw`\x08`
  if (unit === 's') return isInClass ? SPACE : `[${SPACE}]`
  if (unit === 'S') return isInClass ? NO_SPACE : `[^${SPACE}]`
  return LETTER.test(unit) && !MEANT.test(unit) ? unit : `\\${unit}`
}

/** A list as a text writes it, and how it is written again with other items. */
export interface ReadList {
  readonly items: readonly string[]
  write(items: readonly string[]): string
}

const BULLET = /^(\s*(?:[-*•–]\s+))/u
const NUMBERED = /^\s*\d+([.)])\s+/u

function jsonList(text: string): ReadList | null {
  if (!/^\s*\[[\s\S]*\]\s*$/u.test(text)) return null
  try {
    const values: unknown = JSON.parse(text)
    if (!Array.isArray(values)) return null
    const texts = new Map(values.map((value: unknown) => [typeof value === 'string' ? value : JSON.stringify(value), value]))
    return {
      items: values.map((value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))),
      write: (items) => JSON.stringify(items.map((item) => (texts.has(item) ? texts.get(item) : item))),
    }
  } catch {
    return null
  }
}

/** Lines keep their bullets; numbers are given anew, for they count places, not items. */
function lineList(text: string): ReadList | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length < 2) return null
  const number = lines.every((line) => NUMBERED.test(line)) ? NUMBERED.exec(lines[0] ?? '')?.[1] : undefined
  const bullet = BULLET.exec(lines[0] ?? '')?.[1] ?? ''
  const items = lines.map((line) => (number === undefined ? line.replace(BULLET, '') : line.replace(NUMBERED, '')).trim())
  return {
    items,
    write: (sorted) => sorted.map((item, index) => (number === undefined ? bullet : `${index + 1}${number} `) + item).join('\n'),
  }
}

function rowList(text: string): ReadList | null {
  const row = text.trim().replace(/[.\s]+$/u, '')
  const mark = [';', ',', '、', '|'].find((candidate) => row.includes(candidate))
  const split = (separator: RegExp): readonly string[] =>
    row
      .split(separator)
      .map((item) => item.trim())
      .filter((item) => item !== '')
  if (mark !== undefined) {
    // A comma within a number parts nothing.
    const separator =
      mark === ',' ? /,(?!\d{3}(?!\d))\s*(?:(?:and|or|und|et|y)\s+)?|\s+(?:and|und|et|y)\s+/iu : mark === '|' ? /\|/u : /[;、]/u
    const items = split(separator)
    return items.length < 2 ? null : { items, write: (sorted) => sorted.join(mark === '、' ? mark : mark === '|' ? ' | ' : `${mark} `) }
  }
  const named = split(/\s+(?:and|und|et|y)\s+/iu)
  const items = named.length > 1 ? named : split(/\s+/u)
  // Running text is no list.
  return items.length < 2 || /[.?!](?:\s|$)|[。？！]/u.test(row)
    ? null
    : { items, write: (sorted) => sorted.join(named.length > 1 ? ', ' : ' ') }
}

/** Reads a JSON array, lines, a row with commas, or words; null for less than two items. */
export const readList = (text: string): ReadList | null => jsonList(text) ?? lineList(text) ?? rowList(text)

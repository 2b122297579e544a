/**
 * The clipboard's form of a table, as spreadsheets write it: tabs between cells, line ends between rows; a cell with a tab, a line end
 * or a quote in it stands in quotes, and quotes in it are doubled.
 *
 * *Shape*: rows may differ in length; a final line end begins no row; an empty text is no row.
 */
export function parseTable(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= text.length) {
    const cell = text.charAt(at) === '"' ? quotedCell(text, at) : plainCell(text, at)
    row.push(cell.value)
    const end = text.charAt(cell.end)
    at = cell.end + (end === '\r' && text.charAt(cell.end + 1) === '\n' ? 2 : 1)
    if (end === '\t') continue
    rows.push(row)
    row = []
    if (end === '' || at >= text.length) break
  }
  return rows.length === 1 && rows[0]?.length === 1 && rows[0][0] === '' ? [] : rows
}

interface ReadCell {
  readonly value: string
  /** The index of the tab or line end after it, or of the text's end. */
  readonly end: number
}

function plainCell(text: string, from: number): ReadCell {
  let end = from
  while (end < text.length && !'\t\r\n'.includes(text.charAt(end))) end += 1
  return { value: text.slice(from, end), end }
}

/** A cell that begins with a quote but is not closed before its end is text that happens to begin with one. */
function quotedCell(text: string, from: number): ReadCell {
  let value = ''
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) return plainCell(text, from)
    value += text.slice(at, quote)
    if (text.charAt(quote + 1) !== '"') {
      const isClosed = quote + 1 >= text.length || '\t\r\n'.includes(text.charAt(quote + 1))
      return isClosed ? { value: value.replaceAll('\r\n', '\n'), end: quote + 1 } : plainCell(text, from)
    }
    value += '"'
    at = quote + 2
  }
}

/** A table as text that `parseTable` and spreadsheets read back. */
export const formatTable = (table: readonly (readonly string[])[]): string => table.map((row) => row.map(formatCell).join('\t')).join('\n')

const formatCell = (value: string): string => (/[\t\r\n]|^"/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

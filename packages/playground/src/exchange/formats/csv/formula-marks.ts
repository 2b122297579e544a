/**
 * A cell that a spreadsheet would take for a formula. Wide forms count, as some programs narrow them; marks in front count, so that
 * marking can be undone.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/
const MARKED = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

type Table = readonly (readonly string[])[]

/**
 * The number of marks that `unmarked` would remove: every mark of a writer that marks formulas, none of a file in which a formula
 * stands unmarked, as no such writer made that.
 */
export function countMarks(table: Table): number {
  let marks = 0
  for (const cells of table)
    for (const cell of cells) {
      if (MARKED.test(cell)) marks++
      else if (FORMULA.test(cell)) return 0
    }
  return marks
}

export const unmarked = (cells: readonly string[]): readonly string[] =>
  cells.some((cell) => MARKED.test(cell)) ? cells.map((cell) => (MARKED.test(cell) ? cell.slice(1) : cell)) : cells

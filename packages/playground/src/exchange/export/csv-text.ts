import { FORMULA } from '../formats/csv/formula-marks.ts'

/** Marks that a reader might take for the one between cells. */
const SPLITTING = /[;\t|]/

/**
 * A table as CSV by RFC 4180. A cell that a spreadsheet would take for a formula begins with a mark that our reader takes off again;
 * values of lines are never cut or changed otherwise.
 */
export async function csvText(fields: readonly string[], data: readonly (readonly string[])[]): Promise<string> {
  const { default: Papa } = await import('papaparse')
  const isSingle = fields.length < 2
  const text = Papa.unparse(
    { fields: [...fields], data: data.map((cells) => [...cells]) },
    { escapeFormulae: FORMULA, newline: '\r\n', quotes: (value: string) => SPLITTING.test(value) || (isSingle && value === '') },
  )
  return `${text}\r\n`
}

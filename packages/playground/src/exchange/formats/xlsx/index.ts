import { readTable } from '../../data/table-reading.ts'
import type { FormatInput, FormatReader } from '../../import/format-reader.ts'
import { MAX_CELLS, MAX_READ_ROWS, MAX_SHEET_TAGS } from '../../import/limits.ts'
import { withSpecialColumns } from '../../promptfoo/special-columns.ts'
import { readZip } from './read-zip.ts'
import { ZipFault } from './zip-fault.ts'
import { type SheetScan, scanSheet } from './scan-sheet.ts'
import { storeZip } from './store-zip.ts'
import { type WorkbookSheet, sheetsOf } from './workbook.ts'

const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'

/** `<` */
const OPEN = 0x3c

/** The list of sheets is small in every workbook that a program wrote. */
const MAX_INDEX_BYTES = 2_000_000

/** Dates as people write them into prompts: the day, and the time where there is one. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  // Days are counted in fractions, so a full second can come out just short of one.
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19)
}

function valueText(value: unknown): string {
  if (value instanceof Date) return dateText(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

async function unpack({ bytes, problems, limits: { unpackedBytes } }: FormatInput): Promise<ReadonlyMap<string, Uint8Array> | null> {
  try {
    const files = await readZip(bytes ?? new Uint8Array(), (name) => /^xl\/.*\.(xml|rels)$/.test(name), unpackedBytes)
    const isWorkbook = [WORKBOOK, RELATIONS].every((name) => (files.get(name)?.byteLength ?? MAX_INDEX_BYTES) < MAX_INDEX_BYTES)
    if (isWorkbook) return files
    problems.add('error', 'not-a-spreadsheet', {})
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error
    if (error.kind === 'too-large') problems.add('error', 'unpacked-too-large', { limitBytes: unpackedBytes })
    else problems.add('error', 'spreadsheet-unreadable', { fault: error.kind })
  }
  return null
}

function isTooLarge({ rows, columns }: SheetScan, { problems }: FormatInput): boolean {
  if (rows > MAX_READ_ROWS + 1) problems.add('error', 'too-many-rows', { limit: MAX_READ_ROWS })
  else if (rows * columns > MAX_CELLS) problems.add('error', 'too-many-cells', { limit: MAX_CELLS })
  else return false
  return true
}

function tell(scan: SheetScan, sheets: readonly WorkbookSheet[], read: WorkbookSheet, { problems }: FormatInput): void {
  const others = sheets.filter((sheet) => sheet !== read)
  if (others.length > 0) problems.add('notice', 'other-sheets', { read: read.name, names: others.map(({ name }) => name).join(', ') })
  const [used = ''] = scan.formulas
  const [missing = ''] = scan.unsaved
  if (scan.formulas.length > 0) problems.add('notice', 'formula-value-used', { cell: used, count: scan.formulas.length })
  if (scan.unsaved.length > 0) problems.add('warning', 'formula-without-value', { cell: missing, count: scan.unsaved.length })
}

/** What one sheet is read with: the others stay unread. */
const neededFiles = (files: ReadonlyMap<string, Uint8Array>, sheet: WorkbookSheet): Map<string, Uint8Array> =>
  new Map([...files].filter(([name]) => name === sheet.path || !name.startsWith('xl/worksheets/')))

function hasMoreTags(files: ReadonlyMap<string, Uint8Array>, limit: number): boolean {
  let tags = 0
  for (const bytes of files.values())
    for (let at = bytes.indexOf(OPEN); at >= 0; at = bytes.indexOf(OPEN, at + 1)) if (++tags > limit) return true
  return false
}

/** One sheet as texts. The library gets an archive of what was looked through here, and nothing else of the file. */
async function cellsOf(files: ReadonlyMap<string, Uint8Array>, sheet: WorkbookSheet, number: number, xml: string) {
  const { readSheet } = await import('read-excel-file/universal')
  const archive = await storeZip(neededFiles(files, sheet).set(sheet.path, new TextEncoder().encode(xml)))
  const rows = await readSheet(archive, number, { trim: false })
  return rows.map((cells, index) => ({ line: index + 1, cells: cells.map(valueText) }))
}

/** Workbooks of spreadsheet programs. Formulas are never worked out: what the program saved beside them is read. */
export const readXlsx: FormatReader = async (input) => {
  const files = await unpack(input)
  if (files === null) return null
  const text = (path: string): string => new TextDecoder().decode(files.get(path) ?? new Uint8Array())
  const sheets = sheetsOf(text(WORKBOOK), text(RELATIONS))
  const sheet = sheets.find(({ name }) => name === input.options.sheet) ?? sheets[0]
  if (sheet === undefined) {
    input.problems.add('error', 'not-a-spreadsheet', {})
    return null
  }
  if (hasMoreTags(neededFiles(files, sheet), MAX_SHEET_TAGS)) {
    input.problems.add('error', 'too-many-tags', { limit: MAX_SHEET_TAGS })
    return null
  }
  const scan = scanSheet(text(sheet.path))
  if (isTooLarge(scan, input)) return null
  tell(scan, sheets, sheet, input)
  try {
    const lines = await cellsOf(files, sheet, sheets.indexOf(sheet) + 1, scan.xml)
    const filled = lines.filter(({ cells }) => cells.some((cell) => cell !== ''))
    const hasHeader = input.options.header ?? true
    const table = readTable(filled, hasHeader, input.problems)
    return table === null ? null : { ...withSpecialColumns(table, input.problems), hasHeader }
  } catch {
    input.problems.add('error', 'spreadsheet-unreadable', { fault: 'sheet' })
    return null
  }
}

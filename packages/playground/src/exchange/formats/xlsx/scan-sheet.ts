import { attributesOf } from './workbook.ts'

/** What is known of a sheet before its cells are read. */
export interface SheetScan {
  readonly rows: number
  readonly columns: number
  /** The cells with formulas that a program saved with their results, `B2`, in the order of the file. */
  readonly formulas: readonly string[]
  /** Those that were saved without. */
  readonly unsaved: readonly string[]
  /** The sheet with errors as texts, and without cells that have nothing to read. */
  readonly xml: string
}

const MAX_COLUMN_LETTERS = 4

function placeOf(reference: string): { readonly row: number; readonly column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(reference) ?? []
  if (letters.length > MAX_COLUMN_LETTERS) return { row: Number(digits), column: Number.POSITIVE_INFINITY }
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(digits), column }
}

const CELL_START = /<((?:\w+:)?c)(?=[\s/>])/g
const ROW = /<(?:\w+:)?row(\s[^<>]*)>/g

interface RawCell {
  readonly name: string
  readonly attributes: string
  readonly content: string
  readonly start: number
  readonly end: number
}

/** The cells of a sheet in one pass. What is cut off ends them: no tag is looked for twice. */
function* cellsOf(sheet: string): Generator<RawCell> {
  CELL_START.lastIndex = 0
  for (let found = CELL_START.exec(sheet); found !== null; found = CELL_START.exec(sheet)) {
    const [opening, name = ''] = found
    const tagEnd = sheet.indexOf('>', found.index)
    if (tagEnd < 0) return
    const isEmpty = sheet[tagEnd - 1] === '/'
    const close = isEmpty ? tagEnd + 1 : sheet.indexOf(`</${name}>`, tagEnd)
    if (close < 0) return
    const end = isEmpty ? close : close + name.length + 3
    const attributes = sheet.slice(found.index + opening.length, isEmpty ? tagEnd - 1 : tagEnd)
    yield { name, attributes, content: isEmpty ? '' : sheet.slice(tagEnd + 1, close), start: found.index, end }
    CELL_START.lastIndex = end
  }
}

/** A cell as it can be read. One with a kind but no value, or with an error, would stop the reading of the whole sheet. */
function readable(cell: RawCell, kind: string | undefined, hasValue: boolean, whole: string): string {
  if (!hasValue) return kind === undefined ? whole : ''
  if (kind !== 'e') return whole
  return `<${cell.name}${cell.attributes.replace(/(\s)t\s*=\s*["']e["']/, '$1t="str"')}>${cell.content}</${cell.name}>`
}

/** Looks through the text of a sheet: how far it reaches, and where its formulas are. */
export function scanSheet(sheet: string): SheetScan {
  let rows = 0
  let columns = 0
  let copied = 0
  const formulas: string[] = []
  const unsaved: string[] = []
  const xml: string[] = []
  for (const [, attributes = ''] of sheet.matchAll(ROW)) rows = Math.max(rows, Number(attributesOf(attributes).get('r') ?? 0))
  for (const cell of cellsOf(sheet)) {
    const held = attributesOf(cell.attributes)
    const reference = held.get('r') ?? ''
    const place = placeOf(reference)
    rows = Math.max(rows, place.row)
    columns = Math.max(columns, place.column)
    const isFormula = /<(?:\w+:)?f[\s>/]/.test(cell.content)
    const hasValue = /<(?:\w+:)?(v|is)[\s>]/.test(cell.content)
    if (isFormula) (hasValue ? formulas : unsaved).push(reference)
    xml.push(sheet.slice(copied, cell.start), readable(cell, held.get('t'), hasValue, sheet.slice(cell.start, cell.end)))
    copied = cell.end
  }
  return { rows, columns, formulas, unsaved, xml: xml.join('') + sheet.slice(copied) }
}

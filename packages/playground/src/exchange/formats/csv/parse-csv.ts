export interface CsvRecord {
  /** Where it starts, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export interface CsvFault {
  readonly kind: 'unclosed-quote' | 'stray-quote'
  readonly line: number
}

export interface ParsedCsv {
  readonly records: readonly CsvRecord[]
  readonly faults: readonly CsvFault[]
  /** The kinds of line ends between records. */
  readonly newlines: ReadonlySet<string>
  /** What there was too much of, so that reading stopped. */
  readonly cut: 'records' | 'cells' | null
}

export interface CsvReadingOptions {
  readonly maxRecords?: number
  readonly maxCells?: number
  /** Told now and then how far it is; `share` of one. */
  readonly onProgress?: (share: number) => void
}

const isLineEnd = (unit: number): boolean => unit === 10 || unit === 13
/** How many records go by between two words of progress. */
const TOLD_EVERY = 5000

/**
 * Splits delimited text by RFC 4180: quoted cells keep delimiters, line ends and doubled quotes. Line ends of every kind end a record,
 * also mixed; lines without anything are no records. One pass, linear.
 *
 * A cell that goes on behind its closing quote is taken as it is written; so is one whose quote never closes, to the end of its line.
 */
export function parseCsv(
  text: string,
  delimiter: string | null,
  { maxRecords = Number.POSITIVE_INFINITY, maxCells = Number.POSITIVE_INFINITY, onProgress }: CsvReadingOptions = {},
): ParsedCsv {
  const records: CsvRecord[] = []
  const faults: CsvFault[] = []
  const newlines = new Set<string>()
  const limit = delimiter?.charCodeAt(0) ?? -1
  let at = 0
  let line = 1
  let cells: string[] = []
  let startLine = 1
  let startsAt = 0
  let cellsLeft = maxCells

  /** Where the text ends that no quote protects. */
  function bareEnd(from: number): number {
    let end = from
    for (; end < text.length; end++) {
      const unit = text.charCodeAt(end)
      if (unit === limit || isLineEnd(unit)) break
    }
    return end
  }

  function quoted(): string {
    const start = at
    let from = at + 1
    let close = from
    let isDoubled = false
    for (;;) {
      close = text.indexOf('"', from)
      if (close < 0) {
        faults.push({ kind: 'unclosed-quote', line })
        at = bareEnd(start)
        return text.slice(start, at)
      }
      from = close + 1
      if (text[from] !== '"') break
      isDoubled = true
      from++
    }
    at = bareEnd(from)
    const isStray = at > from && text.slice(from, at).trim() !== ''
    if (isStray) faults.push({ kind: 'stray-quote', line })
    const inside = text.slice(start + 1, close)
    const value = isStray ? text.slice(start, at) : isDoubled ? inside.replaceAll('""', '"') : inside
    for (const _ of text.slice(start, at).matchAll(/\r\n|\n|\r/g)) line++
    return value
  }

  function bare(): string {
    const start = at
    at = bareEnd(at)
    return text.slice(start, at)
  }

  while (at < text.length || cells.length > 0) {
    if (cellsLeft-- <= 0) return { records, faults, newlines, cut: 'cells' }
    cells.push(text[at] === '"' ? quoted() : bare())
    if (at < text.length && text.charCodeAt(at) === limit) {
      at++
      continue
    }
    if (cells.length > 1 || at > startsAt) {
      if (records.length >= maxRecords) return { records, faults, newlines, cut: 'records' }
      records.push({ line: startLine, cells })
      if (records.length % TOLD_EVERY === 0) onProgress?.(at / text.length)
    }
    if (at < text.length) {
      const newline = text.startsWith('\r\n', at) ? '\r\n' : text.charAt(at)
      newlines.add(newline)
      at += newline.length
      line++
    }
    cells = []
    startLine = line
    startsAt = at
  }
  return { records, faults, newlines, cut: null }
}

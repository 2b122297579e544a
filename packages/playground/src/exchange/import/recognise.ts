import { decodeText, isBinary } from '../data/decode-text.ts'
import { FORMAT_READERS } from '../formats/registry.ts'
import { detectFormat } from './detect-format.ts'
import type { FormatId } from './format-id.ts'
import type { FormatInput } from './format-reader.ts'
import { MAX_FILE_BYTES, MAX_PLACED_ROWS } from './limits.ts'
import { isFatal } from './problem.ts'
import { type ProblemList, createProblemList } from './problem-list.ts'
import type { ImportSource, RecogniseOptions, Recognised, RecognisedRow, Recognition, TextEncoding } from './recognition.ts'

const ZIP = [0x50, 0x4b, 3, 4]
/** What spreadsheet programs wrote before 2007. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]
const starts = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte)

type Input = Pick<FormatInput, 'format' | 'text' | 'bytes' | 'document'> & { readonly encoding: TextEncoding | null }

function textInput(bytes: Uint8Array | string, name: string, options: RecogniseOptions, problems: ProblemList): Input | null {
  const decoded =
    typeof bytes === 'string'
      ? { text: bytes.replace(/^\ufeff/, ''), encoding: null, isDamaged: false }
      : decodeText(bytes, options.encoding)
  if (decoded.isDamaged) problems.add('warning', 'bad-encoding', { encoding: decoded.encoding ?? '' })
  if (decoded.text.trim() === '') {
    problems.add('error', 'empty', {})
    return null
  }
  const found = detectFormat(name, decoded.text, options.format, problems)
  return found === null ? null : { ...found, text: decoded.text, bytes: null, encoding: decoded.encoding }
}

function inputOf({ name, content }: ImportSource, options: RecogniseOptions, problems: ProblemList): Input | null {
  const bytes = typeof content === 'string' ? content.length : content.byteLength
  if (bytes >= MAX_FILE_BYTES) {
    problems.add('error', 'file-too-large', { bytes, limitBytes: MAX_FILE_BYTES })
    return null
  }
  if (typeof content === 'string') return textInput(content, name, options, problems)
  if (starts(content, ZIP)) return { format: 'xlsx', text: '', bytes: content, encoding: null }
  const refusal = starts(content, COMPOUND) ? 'old-spreadsheet' : isBinary(content) && options.encoding === undefined ? 'binary' : null
  if (refusal !== null) {
    problems.add('error', refusal, {})
    return null
  }
  return textInput(content, name, options, problems)
}

/** Characters that are kept but that not every place can take. */
function tellOfCharacters(rows: readonly RecognisedRow[], problems: ProblemList): void {
  for (const { line, cells } of rows) {
    if (cells.some((cell) => !cell.isWellFormed())) problems.add('notice', 'lone-surrogate', {}, line)
    if (cells.some((cell) => cell.includes('\0'))) problems.add('notice', 'nul-character', {}, line)
  }
}

async function read(input: Input, name: string, options: RecogniseOptions, problems: ProblemList): Promise<Recognised | null> {
  const reader = await FORMAT_READERS[input.format]()
  const reading = await reader({ ...input, name, options, problems })
  if (reading === null) return null
  const { rows = [], columns = [], variants = [], checks = [], delimiter = null, hasHeader = true } = reading
  tellOfCharacters(rows, problems)
  if (rows.length > MAX_PLACED_ROWS) problems.add('warning', 'rows-beyond-size', { rows: rows.length, offered: MAX_PLACED_ROWS })
  if (rows.length === 0 && variants.length === 0 && checks.length === 0) problems.add('error', 'no-rows', {})
  const { format, encoding } = input
  return { ok: true, format, encoding, delimiter, hasHeader, columns, rows, variants, checks, problems: problems.all() }
}

/**
 * The first step of an import: finds out what a file, a drop or a paste is, and reads it. Nothing in it is executed, nothing it names
 * is fetched, and nothing changes.
 *
 * *Errors*: a file that cannot be taken is refused with the problems that say what and where. It never rejects for what a file holds.
 */
export async function recognise(source: ImportSource, options: RecogniseOptions = {}): Promise<Recognition> {
  const problems = createProblemList()
  const input = inputOf(source, options, problems)
  const format: FormatId | null = input?.format ?? null
  const recognised = input === null ? null : await read(input, source.name, options, problems)
  return recognised === null || isFatal(problems.all()) ? { ok: false, format, problems: problems.all() } : recognised
}

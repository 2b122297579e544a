import { decodeText, isBinary } from '../data/decode-text.ts'
import { FORMAT_READERS } from '../formats/registry.ts'
import { checkContent } from './check-content.ts'
import { detectFormat } from './detect-format.ts'
import type { FormatId } from './format-id.ts'
import type { FormatInput } from './format-reader.ts'
import { MAX_PLACED_ROWS } from './limits.ts'
import { isFatal } from './problem.ts'
import { type ProblemList, createProblemList } from './problem-list.ts'
import { type ReadingConditions, UNWATCHED } from './reading-conditions.ts'
import type { ImportSource, RecogniseOptions, Recognised, Recognition, TextEncoding } from './recognition.ts'
import { endingOf } from './text-format.ts'

const ZIP = [0x50, 0x4b, 3, 4]
/** What spreadsheet programs wrote before 2007. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]
const starts = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte)

type Input = Pick<FormatInput, 'format' | 'text' | 'bytes' | 'document'> & { readonly encoding: TextEncoding | null }

/** What everything that is done for one file knows. */
interface Reading {
  readonly name: string
  readonly options: RecogniseOptions
  readonly problems: ProblemList
  readonly conditions: ReadingConditions
}

async function textInput(bytes: Uint8Array | string, { name, options, problems, conditions }: Reading): Promise<Input | null> {
  const decoded =
    typeof bytes === 'string'
      ? { text: bytes.replace(/^\ufeff/, ''), encoding: null, isDamaged: false }
      : decodeText(bytes, options.encoding)
  if (decoded.isDamaged) problems.add('warning', 'bad-encoding', { encoding: decoded.encoding ?? '' })
  const { text, encoding } = decoded
  if (!/\S/.test(text)) {
    problems.add('error', 'empty', {})
    return null
  }
  conditions.onProgress({ step: 'recognising', share: null })
  await conditions.breathe()
  const onProgress = (share: number) => conditions.onProgress({ step: 'recognising', share })
  const found = detectFormat({ name, text, asked: options.format, problems, onProgress })
  return found === null ? null : { ...found, text, bytes: null, encoding }
}

async function inputOf(content: Uint8Array | string, reading: Reading): Promise<Input | null> {
  const { name, options, problems, conditions } = reading
  const bytes = typeof content === 'string' ? content.length : content.byteLength
  const { fileBytes, refusal: tooLarge } = conditions.limits
  if (bytes >= fileBytes) {
    problems.add('error', tooLarge, { bytes, limitBytes: fileBytes })
    return null
  }
  if (typeof content === 'string') return textInput(content, reading)
  if (starts(content, ZIP)) {
    const ending = endingOf(name)
    if (['csv', 'tsv', 'json', 'jsonl', 'yaml', 'yml', 'txt'].includes(ending)) problems.add('notice', 'other-kind', { said: `.${ending}` })
    return { format: 'xlsx', text: '', bytes: content, encoding: null }
  }
  const refusal = starts(content, COMPOUND) ? 'old-spreadsheet' : isBinary(content) && options.encoding === undefined ? 'binary' : null
  if (refusal !== null) {
    problems.add('error', refusal, {})
    return null
  }
  return textInput(content, reading)
}

async function read(input: Input, { name, options, problems, conditions }: Reading): Promise<Recognised | null> {
  conditions.onProgress({ step: 'reading', share: null })
  const reader = await FORMAT_READERS[input.format]()
  await conditions.breathe()
  const onProgress = (share: number) => conditions.onProgress({ step: 'reading', share })
  const found = await reader({ ...input, name, options, problems, limits: conditions.limits, onProgress })
  if (found === null) return null
  conditions.onProgress({ step: 'checking', share: null })
  await conditions.breathe()
  const { rows = [], columns = [], variants = [], checks = [], delimiter = null, hasHeader = true } = found
  checkContent({ rows, columns, variants }, problems)
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
export async function recognise(
  { name, content }: ImportSource,
  options: RecogniseOptions = {},
  conditions: ReadingConditions = UNWATCHED,
): Promise<Recognition> {
  const reading: Reading = { name, options, problems: createProblemList(), conditions }
  const input = await inputOf(content, reading)
  const format: FormatId | null = input?.format ?? null
  const recognised = input === null ? null : await read(input, reading)
  const problems = reading.problems.all()
  return recognised === null || isFatal(problems) ? { ok: false, format, problems } : recognised
}

import { type JsonDocument, parsedJson, parsedLines, tellFault } from '../data/json-document.ts'
import { hasMoreValues } from '../data/json-depth.ts'
import { isList, isObject } from '../data/json-object.ts'
import { guessDelimiter } from '../formats/csv/guess-delimiter.ts'
import type { FormatId } from './format-id.ts'
import { MAX_CELLS } from './limits.ts'
import type { ProblemList } from './problem-list.ts'
import { endingOf, textFormat } from './text-format.ts'
import { shapeOfLines, shapeOfValue } from './shape-of.ts'

export interface Detected {
  readonly format: FormatId
  readonly document?: JsonDocument
}

/** A text under the name that it came with. */
export interface NamedText {
  readonly name: string
  readonly text: string
  /** The format that somebody said it has. */
  readonly asked?: FormatId | undefined
  readonly problems: ProblemList
  readonly onProgress?: (share: number) => void
}

const LINE_ENDINGS: ReadonlySet<string> = new Set(['jsonl', 'ndjson'])
const TABLE_ENDINGS: ReadonlySet<string> = new Set(['csv', 'tsv', 'tab'])
const SHEET_ENDINGS: ReadonlySet<string> = new Set(['xlsx', 'xls', 'xlsm', 'ods'])

/** More than a bracket: a table may begin with one too. */
const JSON_START = /^(\{\s*["}]|\[\s*([[{"\]\d-]|true|false|null))/
/** What no JSON begins with. */
const NO_JSON = /^(?!["{[\d-]|true\b|false\b|null\b)/

const JSON_FORMATS: ReadonlySet<FormatId> = new Set([
  'json',
  'jsonl',
  'openai-evals',
  'fine-tune',
  'snapshot',
  'configuration',
  'conversation',
  'results-jsonl',
  'request',
])

/** The JSON of a text, whole or by lines; null with an error where it is neither. */
function documentOf({ text, problems, onProgress = () => undefined }: NamedText, isLineFile: boolean): JsonDocument | null {
  if (hasMoreValues(text, MAX_CELLS)) {
    problems.add('error', 'too-many-values', { limit: MAX_CELLS })
    return null
  }
  const whole = parsedJson(text)
  if (whole.ok) return { kind: 'value', value: whole.value, exact: whole.exact }
  const lines = parsedLines(text, onProgress)
  // One good line among bad ones is a file of lines; none is one value with a fault in it.
  if (lines.lines.length > (isLineFile ? 0 : 1) || (isLineFile && lines.faults.length > 1)) return lines
  if (lines.lines.length === 1 && lines.faults.length > 0 && text.trimStart().startsWith('{')) return lines
  tellFault(whole.fault, 'error', problems)
  return null
}

function ofJson(given: NamedText, isLineFile: boolean): Detected | null {
  const document = documentOf(given, isLineFile)
  if (document === null) return null
  const format =
    document.kind === 'value' ? shapeOfValue(document.value, isLineFile) : shapeOfLines(document.lines.map(({ value }) => value))
  return { format, document }
}

/** JSON of objects that has a name of another kind; null where it is none from end to end. */
function hiddenJson(given: NamedText): Detected | null {
  if (!JSON_START.test(given.text.trimStart()) || hasMoreValues(given.text, MAX_CELLS)) return null
  const whole = parsedJson(given.text)
  if (!whole.ok) {
    const { lines, faults } = parsedLines(given.text, () => undefined)
    return faults.length === 0 && lines.length > 1 && lines.every(({ value }) => isObject(value)) ? ofJson(given, true) : null
  }
  return isObject(whole.value) || (isList(whole.value) && whole.value.some(isObject)) ? ofJson(given, false) : null
}

/** What is under a name that says something else; null where the name is right. */
function ofAnotherKind(given: NamedText, ending: string): Detected | null {
  const { text } = given
  const start = text.trimStart()
  if (TABLE_ENDINGS.has(ending)) return hiddenJson(given)
  if (ending === 'yaml' || ending === 'yml') {
    const found = hiddenJson(given)
    return found?.format === 'promptfoo' ? null : found
  }
  if (SHEET_ENDINGS.has(ending)) return hiddenJson(given) ?? { format: textFormat('', text) }
  if (!(ending === 'json' || LINE_ENDINGS.has(ending)) || !NO_JSON.test(start)) return null
  const format = textFormat('', text)
  const isTable = format === 'csv' || format === 'tsv'
  return isTable && guessDelimiter(text) === null ? null : { format }
}

/** Finds out what a text is: by what it says first, by its name where that is not enough. Null with an error where it is damaged. */
export function detectFormat(given: NamedText): Detected | null {
  const { name, text, asked, problems } = given
  const ending = endingOf(name)
  if (asked !== undefined) {
    if (!JSON_FORMATS.has(asked)) return { format: asked }
    const document = documentOf(given, LINE_ENDINGS.has(ending))
    return document === null ? null : { format: asked, document }
  }
  const other = ofAnotherKind(given, ending)
  if (other !== null) {
    problems.add('notice', 'other-kind', { said: `.${ending}` })
    return other
  }
  if (ending === 'json' || LINE_ENDINGS.has(ending)) return ofJson(given, LINE_ENDINGS.has(ending))
  const hasTelling = ending !== '' && ['yaml', 'yml', 'py', ...TABLE_ENDINGS].includes(ending)
  return !hasTelling && JSON_START.test(text.trimStart()) ? ofJson(given, false) : { format: textFormat(ending, text) }
}

import { type JsonDocument, parsedJson, parsedLines, tellFault } from '../data/json-document.ts'
import type { FormatId } from './format-id.ts'
import type { ProblemList } from './problem-list.ts'
import { shapeOfLines, shapeOfValue } from './shape-of.ts'

export interface Detected {
  readonly format: FormatId
  readonly document?: JsonDocument
}

const endingOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
const JSON_ENDINGS: ReadonlySet<string> = new Set(['json', 'jsonl', 'ndjson'])
const LINE_ENDINGS: ReadonlySet<string> = new Set(['jsonl', 'ndjson'])

const PAGE = /^<(!doctype html|html)\b/i
const CURL = /^(\$ )?curl(\.exe)?\s/
/** More than a bracket: a table may begin with one too. */
const JSON_START = /^(\{\s*["}]|\[\s*([[{"\]\d-]|true|false|null))/

/** The first lines of a configuration written by hand name what it has. */
const PROMPTFOO = /^(prompts|providers|targets|tests|defaultTest|scenarios) *:/m

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
function documentOf(text: string, isLineFile: boolean, problems: ProblemList): JsonDocument | null {
  const whole = parsedJson(text)
  if (whole.ok) return { kind: 'value', value: whole.value, exact: whole.exact }
  const lines = parsedLines(text)
  // One good line among bad ones is a file of lines; none is one value with a fault in it.
  if (lines.lines.length > (isLineFile ? 0 : 1) || (isLineFile && lines.faults.length > 1)) return lines
  if (lines.lines.length === 1 && lines.faults.length > 0 && text.trimStart().startsWith('{')) return lines
  tellFault(whole.fault, 'error', problems)
  return null
}

function ofJson(text: string, isLineFile: boolean, problems: ProblemList): Detected | null {
  const document = documentOf(text, isLineFile, problems)
  if (document === null) return null
  const format =
    document.kind === 'value' ? shapeOfValue(document.value, isLineFile) : shapeOfLines(document.lines.map(({ value }) => value))
  return { format, document }
}

/** Finds out what a text is: by what it says first, by its name where that is not enough. Null with an error where it is damaged. */
export function detectFormat(name: string, text: string, asked: FormatId | undefined, problems: ProblemList): Detected | null {
  const start = text.trimStart()
  const ending = endingOf(name)
  if (asked !== undefined) {
    if (!JSON_FORMATS.has(asked)) return { format: asked }
    const document = documentOf(text, LINE_ENDINGS.has(ending), problems)
    return document === null ? null : { format: asked, document }
  }
  if (JSON_ENDINGS.has(ending)) return ofJson(text, LINE_ENDINGS.has(ending), problems)
  if (ending === 'yaml' || ending === 'yml') return { format: 'promptfoo' }
  if (ending === 'csv') return { format: 'csv' }
  if (ending === 'tsv' || ending === 'tab') return { format: 'tsv' }
  if (ending === 'html' || ending === 'htm' || PAGE.test(start)) return { format: 'report' }
  if (CURL.test(start)) return { format: 'curl' }
  if (JSON_START.test(start)) return ofJson(text, false, problems)
  if (PROMPTFOO.test(text.slice(0, 65_536))) return { format: 'promptfoo' }
  return { format: text.includes('\t') && !text.slice(0, text.search(/[\r\n]|$/)).includes(',') ? 'tsv' : 'csv' }
}

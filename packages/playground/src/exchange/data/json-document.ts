import { parseJson } from '@vitrine/templating'
import { MAX_JSON_DEPTH, isDeeperThan } from './json-depth.ts'
import { jsonFaultOffset } from './json-fault-offset.ts'
import { lineAt } from './line-at.ts'
import type { Severity } from '../import/problem.ts'
import type { ProblemList } from '../import/problem-list.ts'

/** A value as settings and messages need it, and once more digit for digit, for what becomes text. */
export interface JsonReading {
  readonly value: unknown
  /** With long integers as `bigint` and `1.0` as `PyFloat`. */
  readonly exact: () => unknown
}

export interface JsonLine extends JsonReading {
  readonly line: number
}

/** `lines` of a JSONL file that are JSON, and those that are not. A single value stands in line 1. */
export type JsonDocument =
  | ({ readonly kind: 'value' } & JsonReading)
  | { readonly kind: 'lines'; readonly lines: readonly JsonLine[]; readonly faults: readonly JsonFault[] }

export interface JsonFault {
  readonly line: number
  /** `depth`: it is JSON, but nested deeper than anything here could walk. */
  readonly kind: 'syntax' | 'depth'
  readonly detail: string
}

/** Tells a fault in the words of problems. */
export function tellFault({ line, kind, detail }: JsonFault, severity: Severity, problems: ProblemList): void {
  if (kind === 'depth') problems.add(severity, 'too-deep', {}, line)
  else problems.add(severity, 'json-syntax', { detail }, line)
}

/** The words of the engine without its excerpt of the text, which may hold anything. */
const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message.replace(/,? ?(\.\.\.)?".*"(\.\.\.)? is not valid JSON$/s, '').slice(0, 200) : 'not JSON'

export type ParsedJson = ({ readonly ok: true } & JsonReading) | { readonly ok: false; readonly fault: JsonFault }

/** An integer of thousands of digits is not worth what it costs: then the rounded value has to do. */
function exactValue(text: string, rounded: unknown): unknown {
  try {
    return parseJson(text)
  } catch {
    return rounded
  }
}

export function parsedJson(text: string): ParsedJson {
  try {
    const value: unknown = JSON.parse(text)
    if (!isDeeperThan(text, MAX_JSON_DEPTH)) return { ok: true, value, exact: () => exactValue(text, value) }
    return { ok: false, fault: { line: 1, kind: 'depth', detail: '' } }
  } catch (error) {
    return { ok: false, fault: { line: lineAt(text, jsonFaultOffset(text)), kind: 'syntax', detail: wordsOf(error) } }
  }
}

/** One JSON value a line; lines without one are passed over. */
export function parsedLines(text: string): JsonDocument & { readonly kind: 'lines' } {
  const lines: JsonLine[] = []
  const faults: JsonFault[] = []
  for (const [index, source] of text.split(/\r\n|\n|\r/).entries()) {
    if (source.trim() === '') continue
    const parsed = parsedJson(source)
    if (parsed.ok) lines.push({ line: index + 1, value: parsed.value, exact: parsed.exact })
    else faults.push({ ...parsed.fault, line: index + 1 })
  }
  return { kind: 'lines', lines, faults }
}

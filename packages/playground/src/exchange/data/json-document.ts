import { parseJson } from '@vitrine/templating'
import { MAX_READ_ROWS } from '../import/limits.ts'
import { MAX_JSON_DEPTH, isDeeperThan } from './json-depth.ts'
import { type JsonFaultKind, jsonFault } from './json-fault.ts'
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
  readonly kind: JsonFaultKind | 'depth'
  /** The character that has no place there; empty at the end. Not more: a text may hold anything. */
  readonly found: string
}

/** Tells a fault in the words of problems. */
export function tellFault({ line, kind, found }: JsonFault, severity: Severity, problems: ProblemList): void {
  if (kind === 'depth') problems.add(severity, 'too-deep', {}, line)
  else problems.add(severity, 'json-syntax', { fault: kind, found }, line)
}

/** How many lines go by between two words of progress. */
const TOLD_EVERY = 5000

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
    return { ok: false, fault: { line: 1, kind: 'depth', found: '' } }
  } catch {
    const { kind, offset } = jsonFault(text)
    return { ok: false, fault: { line: lineAt(text, offset), kind, found: String.fromCodePoint(text.codePointAt(offset) ?? 32).trim() } }
  }
}

/** The lines of a text one after the other: a file may be nothing but line ends. */
function* linesOf(text: string): Generator<{ readonly line: number; readonly source: string; readonly end: number }> {
  const ends = /\r\n|\n|\r/g
  let start = 0
  for (let line = 1; ; line++) {
    const found = ends.exec(text)
    yield { line, source: text.slice(start, found?.index), end: found?.index ?? text.length }
    if (found === null) return
    start = ends.lastIndex
  }
}

/** One JSON value a line; lines without one are passed over. It stops behind the first line that is too many. */
export function parsedLines(
  text: string,
  onProgress: (share: number) => void = () => undefined,
): JsonDocument & { readonly kind: 'lines' } {
  const lines: JsonLine[] = []
  const faults: JsonFault[] = []
  for (const { line, source, end } of linesOf(text)) {
    if (source.trim() === '') continue
    if (lines.length > MAX_READ_ROWS || faults.length > MAX_READ_ROWS) break
    if ((lines.length + faults.length) % TOLD_EVERY === 0) onProgress(end / text.length)
    const parsed = parsedJson(source)
    if (parsed.ok) lines.push({ line, value: parsed.value, exact: parsed.exact })
    else faults.push({ ...parsed.fault, line })
  }
  return { kind: 'lines', lines, faults }
}

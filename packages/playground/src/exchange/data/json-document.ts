import { parseJson } from '@vitrine/templating'
import { jsonFaultOffset } from './json-fault-offset.ts'
import { lineAt } from './line-at.ts'

export interface JsonLine {
  readonly line: number
  readonly value: unknown
}

/** `lines` of a JSONL file that are JSON, and those that are not. A single value stands in line 1. */
export type JsonDocument =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'lines'; readonly lines: readonly JsonLine[]; readonly faults: readonly JsonFault[] }

export interface JsonFault {
  readonly line: number | null
  readonly detail: string
}

/** The words of the engine without its excerpt of the text, which may hold anything. */
const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message.replace(/,? ?(\.\.\.)?".*"(\.\.\.)? is not valid JSON$/s, '').slice(0, 200) : 'not JSON'

export type ParsedJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: JsonFault }

export function parsedJson(text: string): ParsedJson {
  try {
    return { ok: true, value: parseJson(text) }
  } catch (error) {
    return { ok: false, fault: { line: lineAt(text, jsonFaultOffset(text)), detail: wordsOf(error) } }
  }
}

/** One JSON value a line; lines without one are passed over. */
export function parsedLines(text: string): JsonDocument & { readonly kind: 'lines' } {
  const lines: JsonLine[] = []
  const faults: JsonFault[] = []
  for (const [index, source] of text.split(/\r\n|\n|\r/).entries()) {
    if (source.trim() === '') continue
    const parsed = parsedJson(source)
    if (parsed.ok) lines.push({ line: index + 1, value: parsed.value })
    else faults.push({ line: index + 1, detail: parsed.fault.detail })
  }
  return { kind: 'lines', lines, faults }
}

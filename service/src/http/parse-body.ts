import { jsonFault } from './json-fault.ts'
import { type Refusal, refuse } from './refusal.ts'

export type BodyParsing = { readonly ok: true; readonly value: unknown } | Refusal

/** Line and column of an offset, both from 1. */
function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** Parses once, so that nobody after it can read another document out of the same bytes. Of a repeated key the last one counts. */
export function parseBody(text: string, parse: (text: string) => unknown = JSON.parse): BodyParsing {
  if (text.trim() === '') {
    return refuse('invalid_request', 'The body is empty. Send the JSON object that this route takes; /docs shows it.', {
      issues: [{ path: '', message: 'empty' }],
    })
  }
  try {
    return { ok: true, value: parse(text) }
  } catch {
    const { line, column } = placeOf(text, jsonFault(text))
    return refuse('invalid_request', `The body is not JSON: it goes wrong at line ${line}, column ${column}. Mend it there.`, {
      issues: [{ path: '', message: `not JSON at line ${line}, column ${column}` }],
      line,
      column,
    })
  }
}

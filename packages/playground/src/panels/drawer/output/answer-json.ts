/** A text as JSON, whatever value that is. */
export function parseAnswer(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false }
  }
}

export type AnswerJson = { readonly isJson: true; readonly value: object } | { readonly isJson: false }

/** More than this is shown as the text it is. UTF-16 units. */
const LONGEST = 2_000_000

/** The answer as an object or list, where it is one. A lone number or word reads better as text. */
export function answerJson(text: string): AnswerJson {
  if (text.length > LONGEST || !/^\s*[[{]/.test(text)) return { isJson: false }
  const parsed = parseAnswer(text)
  return parsed.ok && typeof parsed.value === 'object' && parsed.value !== null ? { isJson: true, value: parsed.value } : { isJson: false }
}

export interface JsonEntry {
  readonly name: string
  readonly value: unknown
}

/** The members of an object or the items of a list, with their names; null for what has none. */
export function entriesOf(value: unknown): readonly JsonEntry[] | null {
  if (Array.isArray(value)) return value.map((item: unknown, index) => ({ name: String(index), value: item }))
  if (typeof value !== 'object' || value === null) return null
  return Object.entries(value).map(([name, held]: [string, unknown]) => ({ name, value: held }))
}

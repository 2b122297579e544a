import { parseJson, PyFloat, type TemplateValue, toJsonText } from '@vitrine/templating'

/**
 * A JSON value to be compared.
 *
 * *Shape*: `id` is equal for equal values read with the same `Identities`, whatever the order of their names; `text` of a leaf is as
 * JSON writes it, numbers with all their digits.
 */
export type JsonValue =
  | { readonly kind: 'leaf'; readonly id: number; readonly text: string }
  | { readonly kind: 'list'; readonly id: number; readonly items: readonly JsonValue[] }
  | { readonly kind: 'object'; readonly id: number; readonly members: ReadonlyMap<string, JsonValue> }

/** Longer texts are compared as text. UTF-16 units. */
const LONGEST = 1_000_000
const MOST_VALUES = 60_000
const DEEPEST = 100

/** JSON that is too much to be compared by its values. */
export class TooMuchJson extends Error {}

/** Numbers equal values alike, over both sides. */
export class Identities {
  readonly #ids = new Map<string, number>()
  #values = 0

  of(form: string): number {
    this.#values += 1
    if (this.#values > 2 * MOST_VALUES) throw new TooMuchJson('too many values')
    const known = this.#ids.get(form) ?? this.#ids.size
    this.#ids.set(form, known)
    return known
  }
}

/** Whether a text is a JSON object or list, by its look: cheap, and right where it is JSON at all. */
export const looksLikeDocument = (text: string): boolean => /^\s*[[{]/.test(text) && /[\]}]\s*$/.test(text)

/**
 * An object or a list; null where the text is none.
 *
 * @throws TooMuchJson
 */
export function readDocument(text: string, identities: Identities): JsonValue | null {
  if (!looksLikeDocument(text)) return null
  if (text.length > LONGEST) throw new TooMuchJson('too long')
  let value: TemplateValue
  try {
    value = parseJson(text)
  } catch (error) {
    if (error instanceof RangeError) throw new TooMuchJson('too deep')
    return null
  }
  return toValue(value, identities, 0)
}

const isList = (value: object): value is readonly TemplateValue[] => Array.isArray(value)

function toValue(value: TemplateValue, identities: Identities, depth: number): JsonValue {
  if (depth > DEEPEST) throw new TooMuchJson('too deep')
  if (typeof value !== 'object' || value === null || value instanceof PyFloat) return toLeaf(value, identities)
  if (isList(value)) {
    const items = value.map((item) => toValue(item, identities, depth + 1))
    return { kind: 'list', items, id: identities.of(`[${items.map(({ id }) => id).join()}`) }
  }
  const members = new Map(Object.entries(value).map(([name, held]) => [name, toValue(held, identities, depth + 1)] as const))
  const forms = [...members].map(([name, { id }]) => `${JSON.stringify(name)}:${id}`)
  return { kind: 'object', members, id: identities.of(`{${forms.toSorted().join()}`) }
}

/** `1.0` and `1` are one number; two that only a double would hold for the same are not. */
function toLeaf(value: TemplateValue, identities: Identities): JsonValue {
  const text = toJsonText(value)
  const number = value instanceof PyFloat ? value.value : value
  const form = typeof number === 'number' && Number.isFinite(number) ? String(number) : text
  return { kind: 'leaf', text, id: identities.of(`=${form}`) }
}

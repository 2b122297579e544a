import { CREDENTIAL_SHAPES, isSecretHeader, REDACTED } from './credential-shapes.ts'
import { keySpellings, plainSpellings } from './key-spellings.ts'

// Beyond it nobody reads, and every reader that calls itself would run out of stack.
const DEEPEST = 64
// A key of one or two characters is none, and taking it out would shred the text.
const LEAST_KEY_CHARS = 4
const LEAST_ANY_CASE_CHARS = 8

export interface Redactor {
  text(text: string): string
  /** Of a request: it holds what we wrote ourselves. */
  headers(headers: Readonly<Record<string, string>>): Record<string, string>
  /** Of an answer, which may quote anybody's credentials. */
  replyHeaders(headers: Readonly<Record<string, string>>): Record<string, string>
  /** The same JSON with every text in it redacted, keys included, and cut off where it is nested beyond all reason. */
  json(value: unknown): unknown
  /** Takes out the call's own key alone and leaves the rest of the text as it is, byte for byte. */
  ownKey(text: string): string
  /** Whether the call's own key may stand in this text, by a look that costs nearly nothing. */
  mayHold(text: string): boolean
  /** The same value where the call's own key stands nowhere in its texts, else a copy without it. */
  answer<Value>(value: Value): Value
}

/** Removes a call's own key, wherever it is echoed, and everything else that looks like a credential. */
export const createRedactor = (apiKey: string | null): Redactor => new KeyRedactor(apiKey)

/** One for each call, so it does its work only once there is something to be taken out. */
class KeyRedactor implements Redactor {
  readonly #key: string | null
  /** As it stands in what we wrote and in answers; the many other ways are for those who quote it in a failure. */
  readonly #plain: readonly string[]
  #pattern: RegExp | null = null

  constructor(apiKey: string | null) {
    this.#key = apiKey === null || apiKey.length < LEAST_KEY_CHARS ? null : apiKey
    this.#plain = this.#key === null ? [] : plainSpellings(this.#key)
  }

  ownKey(text: string): string {
    return this.#plain.reduce((rest, spelling) => (rest.includes(spelling) ? rest.replaceAll(spelling, REDACTED) : rest), text)
  }

  text(text: string): string {
    return CREDENTIAL_SHAPES.reduce((rest, [shape, shown]) => rest.replace(shape, shown), this.#withoutKey(text))
  }

  #withoutKey(text: string): string {
    if (this.#key === null || text.length < this.#key.length) return text
    this.#pattern ??= new RegExp(keySpellings(this.#key).map(escaped).join('|'), this.#key.length < LEAST_ANY_CASE_CHARS ? 'g' : 'gi')
    return text.replace(this.#pattern, REDACTED)
  }

  headers(headers: Readonly<Record<string, string>>): Record<string, string> {
    return shownHeaders(headers, (value) => this.ownKey(value))
  }

  replyHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
    return shownHeaders(headers, (value) => this.text(value))
  }

  json(value: unknown): unknown {
    return mapTexts(value, (text) => this.text(text), 0)
  }

  mayHold(text: string): boolean {
    return this.#key !== null && text.length >= this.#key.length
  }

  answer<Value>(value: Value): Value
  answer(value: unknown): unknown {
    // What is looked for stands nowhere in nearly every answer, and then there is nothing to be copied.
    return this.#plain.some((key) => holds(value, key, 0)) ? mapTexts(value, (text) => this.ownKey(text), 0) : value
  }
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

function mapTexts(value: unknown, shown: (text: string) => string, depth: number): unknown {
  if (typeof value === 'string') return shown(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth > DEEPEST) return '…'
  if (Array.isArray(value)) return value.map((item: unknown) => mapTexts(item, shown, depth + 1))
  const result: Record<string, unknown> = {}
  for (const [key, held] of Object.entries(value)) {
    const isSecret = typeof held === 'string' && isSecretHeader(key.toLowerCase())
    setOwn(result, shown(key), isSecret ? REDACTED : mapTexts(held, shown, depth + 1))
  }
  return result
}

function shownHeaders(headers: Readonly<Record<string, string>>, shown: (value: string) => string): Record<string, string> {
  const result: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase()
    setOwn(result, lower, isSecretHeader(lower) ? REDACTED : shown(value))
  }
  return result
}

/** A name such as `__proto__` stays a name. */
function setOwn(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true })
}

function holds(value: unknown, key: string, depth: number): boolean {
  if (typeof value === 'string') return value.length >= key.length && value.includes(key)
  if (typeof value !== 'object' || value === null) return false
  // Deeper than anything is read: to be safe it is taken for a place where the key may be.
  if (depth > DEEPEST) return true
  for (const name in value) {
    if (name.includes(key) || holds(Reflect.get(value, name), key, depth + 1)) return true
  }
  return false
}

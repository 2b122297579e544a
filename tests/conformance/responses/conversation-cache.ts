import { fieldsOf, listOf, numberOf, type Fields } from './fields.ts'
import { met, same, unknownWish, type Verdict } from './verdict.ts'

/** What the seed keeps of a turn between two calls. */
interface Kept {
  readonly messages: readonly unknown[]
  readonly tokens: number
  readonly atMs: number
}

/**
 * The seed's memory of conversations. The service that this project is has none: a caller sends its history, or names a stored answer. So
 * it lives here, for the cases that speak of it.
 */
export class ConversationCache {
  readonly #kept = new Map<string, Kept>()
  readonly #maxSize: number
  readonly #ttlMs: number
  readonly #now: () => number

  constructor({ maxSize, ttlHours, now }: { readonly maxSize: number; readonly ttlHours: number; readonly now: () => number }) {
    this.#maxSize = maxSize
    this.#ttlMs = ttlHours * 3_600_000
    this.#now = now
  }

  get size(): number {
    return this.#kept.size
  }

  set(conversation: string, parent: string, messages: readonly unknown[], tokens: number): void {
    const key = `${conversation}:${parent}`
    this.#kept.delete(key)
    this.#kept.set(key, { messages, tokens, atMs: this.#now() })
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > this.#maxSize && oldest !== undefined) this.#kept.delete(oldest)
  }

  /** Reading makes an entry the youngest again; its age counts from when it was set. */
  get(key: string): readonly unknown[] | null {
    const kept = this.#fresh(key)
    if (kept === null) return null
    this.#kept.delete(key)
    this.#kept.set(key, kept)
    return kept.messages
  }

  has(key: string): boolean {
    return this.#fresh(key) !== null
  }

  tokens(key: string): number {
    return this.#fresh(key)?.tokens ?? 0
  }

  addTokens(key: string, tokens: number): void {
    const kept = this.#fresh(key)
    if (kept !== null) this.#kept.set(key, { ...kept, tokens: kept.tokens + tokens })
  }

  invalidate(key: string): void {
    this.#kept.delete(key)
  }

  clear(): void {
    this.#kept.clear()
  }

  #fresh(key: string): Kept | null {
    const kept = this.#kept.get(key)
    if (kept === undefined) return null
    if (this.#now() - kept.atMs <= this.#ttlMs) return kept
    this.#kept.delete(key)
    return null
  }
}

export function judgeCache(input: unknown, expected: unknown): Verdict {
  const { ops, maxSize, ttlHours } = fieldsOf(input)
  let nowMs = 0
  const cache = new ConversationCache({ maxSize: numberOf(maxSize) ?? 100, ttlHours: numberOf(ttlHours) ?? 2, now: () => nowMs })
  for (const [name, conversation, parent, messages, tokens] of listOf(ops).map(listOf)) {
    const key = `${String(conversation)}:${String(parent)}`
    if (name === 'set') cache.set(String(conversation), String(parent), listOf(messages), numberOf(tokens) ?? 0)
    else if (name === 'get') cache.get(key)
    else if (name === 'invalidate') cache.invalidate(key)
    else if (name === 'updateTokenCount' || name === 'addTokens') cache.addTokens(key, numberOf(messages) ?? 0)
    else if (name === 'clear') cache.clear()
    else if (name === 'advanceMs') nowMs += numberOf(conversation) ?? 0
    else return met(null, unknownWish(String(name)))
  }
  const problems = Object.entries(fieldsOf(expected)).flatMap(([name, wanted]) => cacheProblems(cache, name, wanted))
  return met({ size: cache.size }, ...problems)
}

function cacheProblems(cache: ConversationCache, name: string, wanted: unknown): readonly (string | null)[] {
  const entries: Fields = fieldsOf(wanted)
  if (name === 'size') return [same(name, cache.size, wanted)]
  const read = { get: (key: string) => cache.get(key), has: (key: string) => cache.has(key), tokens: (key: string) => cache.tokens(key) }
  if (name !== 'get' && name !== 'has' && name !== 'tokens') return [unknownWish(name)]
  return Object.entries(entries).map(([key, value]) => same(`${name} ${key}`, read[name](key), value))
}

/** How often each key was seen, for the keys seen last: the oldest is forgotten where there are more than `capacity`. */
export class Attempts {
  readonly #counts = new Map<string, number>()
  readonly #capacity: number

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  get size(): number {
    return this.#counts.size
  }

  /** Counts one more and tells how many that makes. */
  next(key: string): number {
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.delete(key)
    this.#counts.set(key, count)
    for (const oldest of this.#counts.keys()) {
      if (this.#counts.size <= this.#capacity) break
      this.#counts.delete(oldest)
    }
    return count
  }
}

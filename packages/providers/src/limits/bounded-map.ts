/** A map that forgets what was not asked for the longest. */
export class BoundedMap<Value> {
  readonly #most: number
  readonly #values = new Map<string, Value>()

  constructor(most: number) {
    this.#most = most
  }

  get size(): number {
    return this.#values.size
  }

  getOrCreate(key: string, create: () => Value): Value {
    const known = this.#values.get(key)
    const value = known ?? create()
    if (known !== undefined) this.#values.delete(key)
    else if (this.#values.size >= this.#most) {
      const oldest = this.#values.keys().next()
      if (oldest.done !== true) this.#values.delete(oldest.value)
    }
    this.#values.set(key, value)
    return value
  }
}

import { dictKey, type DictKey } from './dict-key.ts'
import { PyObject, type Value } from './value.ts'

/** A dict that the template made: its keys are whatever can be hashed, in the order of insertion. */
export class Dict extends PyObject {
  readonly typeName = 'dict'
  override readonly hashable = false
  readonly #entries = new Map<DictKey, [Value, Value]>()

  constructor(entries: Iterable<readonly [Value, Value]> = []) {
    super()
    for (const [key, value] of entries) this.set(key, value)
  }

  get size(): number {
    return this.#entries.size
  }

  get(key: Value): Value | undefined {
    return this.#entries.get(dictKey(key))?.[1]
  }

  set(key: Value, value: Value): void {
    const found = this.#entries.get(dictKey(key))
    if (found === undefined) this.#entries.set(dictKey(key), [key, value])
    else found[1] = value
  }

  delete(key: Value): void {
    this.#entries.delete(dictKey(key))
  }

  clear(): void {
    this.#entries.clear()
  }

  entries(): Iterable<readonly [Value, Value]> {
    return this.#entries.values()
  }

  override repr(inner: (value: unknown) => string): string {
    const parts: string[] = []
    for (const [key, value] of this.entries()) parts.push(`${inner(key)}: ${inner(value)}`)
    return `{${parts.join(', ')}}`
  }

  override item(key: Value): Value | undefined {
    return this.get(key)
  }

  override *iterate(): Generator<Value, void> {
    for (const [key] of this.#entries.values()) yield key
  }

  override get length(): number {
    return this.size
  }
}

import { PyObject, type Value } from './value.ts'

/** Where Python prints an address, which would differ each time. */
const ADDRESS = '0x000000000000'

/** A sequence that is worked out while it is read, and can be read once. */
export class Lazy extends PyObject {
  readonly typeName: string
  readonly #shown: string
  readonly #iterator: Iterator<Value, unknown>

  /** `shown` is how Python prints it, up to its address: `generator object do_map`. */
  constructor(typeName: string, shown: string, iterator: Iterator<Value, unknown>) {
    super()
    this.typeName = typeName
    this.#shown = shown
    this.#iterator = iterator
  }

  override repr(): string {
    return `<${this.#shown} at ${ADDRESS}>`
  }

  override iterate(): Iterator<Value, unknown> {
    return this.#iterator
  }
}

export const generator = (name: string, iterator: Iterator<Value, unknown>): Lazy =>
  new Lazy('generator', `generator object ${name}`, iterator)

/** `<name of an object at an address>`, with an address that is always the same. */
export const addressed = (what: string): string => `<${what} at ${ADDRESS}>`

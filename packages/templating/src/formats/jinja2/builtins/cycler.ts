import { refusal } from '../failure.ts'
import { BuiltIn } from '../values/callable.ts'
import { addressed } from '../values/lazy.ts'
import { PyObject, type Value } from '../values/value.ts'

/** Goes through its items over and over. */
export class Cycler extends PyObject {
  readonly typeName = 'Cycler'
  readonly #items: readonly Value[]
  #position = 0

  constructor(items: readonly Value[]) {
    super()
    if (items.length === 0) throw refusal('"cycler" needs at least one item.')
    this.#items = items
  }

  override repr(): string {
    return addressed('jinja2.utils.Cycler object')
  }

  override attribute(name: string): Value | undefined {
    if (name === 'current') return this.#items[this.#position] ?? null
    if (name === 'next') return this.#method(name, () => this.#next())
    return name === 'reset' ? this.#method(name, () => this.#reset()) : undefined
  }

  #method(name: string, call: () => Value): Value {
    return new BuiltIn('method', `bound method Cycler.${name}`, call)
  }

  #next(): Value {
    const current = this.#items[this.#position] ?? null
    this.#position = (this.#position + 1) % this.#items.length
    return current
  }

  #reset(): null {
    this.#position = 0
    return null
  }
}

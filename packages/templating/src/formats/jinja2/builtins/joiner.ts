import type { Run } from '../run.ts'
import { Callable } from '../values/callable.ts'
import { addressed } from '../values/lazy.ts'
import type { Value } from '../values/value.ts'

/** Gives nothing the first time and its separator every time after. */
export class Joiner extends Callable {
  readonly typeName = 'Joiner'
  readonly #separator: Value
  #used = false

  constructor(separator: Value) {
    super()
    this.#separator = separator
  }

  override repr(): string {
    return addressed('jinja2.utils.Joiner object')
  }

  override attribute(name: string): Value | undefined {
    if (name === 'sep') return this.#separator
    return name === 'used' ? this.#used : undefined
  }

  override call(_run: Run): Value {
    const value = this.#used ? this.#separator : ''
    this.#used = true
    return value
  }
}

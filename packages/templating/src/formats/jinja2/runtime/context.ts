import type { TemplateInputs } from '../../../template-format.ts'
import type { Value } from '../values/value.ts'

/** Where a name is looked up that no frame knows: what the template set at its top, then the inputs, then the globals. */
export class Context {
  readonly #inputs: TemplateInputs
  readonly #globals: ReadonlyMap<string, Value>
  readonly #locals: ReadonlyMap<string, Value>
  readonly #exported: Map<string, Value>

  constructor(
    inputs: TemplateInputs,
    globals: ReadonlyMap<string, Value>,
    locals: ReadonlyMap<string, Value> = new Map(),
    exported: Map<string, Value> = new Map(),
  ) {
    this.#inputs = inputs
    this.#globals = globals
    this.#locals = locals
    this.#exported = exported
  }

  /** Makes a variable of the top level visible in blocks. */
  export(name: string, value: Value): void {
    this.#exported.set(name, value)
  }

  /** Undefined where the name stands for nothing. */
  resolve(name: string): Value | undefined {
    const set = this.#locals.get(name) ?? this.#exported.get(name)
    if (set !== undefined) return set
    return Object.hasOwn(this.#inputs, name) ? this.#inputs[name] : this.#globals.get(name)
  }

  /** The same context with the variables around a scoped block. */
  with(locals: ReadonlyMap<string, Value>): Context {
    return new Context(this.#inputs, this.#globals, new Map([...this.#locals, ...locals]), this.#exported)
  }
}

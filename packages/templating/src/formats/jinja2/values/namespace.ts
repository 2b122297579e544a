import { PyObject, type Value } from './value.ts'

/** What `namespace(…)` makes: the one thing whose attributes a template may set. */
export class Namespace extends PyObject {
  readonly typeName = 'Namespace'
  readonly #members = new Map<string, Value>()

  set(name: string, value: Value): void {
    this.#members.set(name, value)
  }

  override attribute(name: string): Value | undefined {
    return this.#members.get(name)
  }

  override repr(inner: (value: unknown) => string): string {
    const members = Array.from(this.#members, ([name, value]) => `${inner(name)}: ${inner(value)}`)
    return `<Namespace {${members.join(', ')}}>`
  }
}

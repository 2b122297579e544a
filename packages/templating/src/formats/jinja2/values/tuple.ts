import { PyObject, type Value } from './value.ts'

export class Tuple extends PyObject {
  readonly typeName: string = 'tuple'
  readonly items: readonly Value[]

  constructor(items: readonly Value[]) {
    super()
    this.items = items
  }

  override repr(inner: (value: unknown) => string): string {
    const parts = this.items.map(inner)
    return parts.length === 1 ? `(${parts[0] ?? ''},)` : `(${parts.join(', ')})`
  }

  override iterate(): Iterator<Value, unknown> {
    return this.items.values()
  }

  override get length(): number {
    return this.items.length
  }
}

/** One group of the groupby filter: a pair that can also be read by name. */
export class Group extends Tuple {
  override readonly typeName = '_GroupTuple'

  override attribute(name: string): Value | undefined {
    if (name === 'grouper') return this.items[0]
    return name === 'list' ? this.items[1] : undefined
  }
}

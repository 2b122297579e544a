import type { Run } from '../run.ts'
import type { Mapping } from './mapping.ts'
import { mappingEntries, mappingSize } from './mapping.ts'
import { Tuple } from './tuple.ts'
import { PyObject, type Value } from './value.ts'

/** What `keys`, `values` and `items` of a dict give: a look at the dict that can be read again and again. */
export class DictView extends PyObject {
  readonly typeName: 'dict_keys' | 'dict_values' | 'dict_items'
  readonly #run: Run
  readonly #mapping: Mapping
  readonly #pick: (key: Value, value: Value) => Value

  constructor(run: Run, kind: 'keys' | 'values' | 'items', mapping: Mapping) {
    super()
    this.typeName = `dict_${kind}`
    this.#run = run
    this.#mapping = mapping
    this.#pick = kind === 'keys' ? (key) => key : kind === 'values' ? (_key, value) => value : (key, value) => new Tuple([key, value])
  }

  override repr(inner: (value: unknown) => string): string {
    return `${this.typeName}([${Array.from(this.iterate(), inner).join(', ')}])`
  }

  override *iterate(): Generator<Value, void> {
    for (const [key, value] of mappingEntries(this.#run, this.#mapping)) yield this.#pick(key, value)
  }

  override get length(): number {
    return mappingSize(this.#run, this.#mapping)
  }
}

import { type PrimitiveAtom, atom } from 'jotai'
import { type Cell, EMPTY_CELL } from './cell.ts'
import type { OutputRef } from './output-ref.ts'
import type { LoadableRow } from './row.ts'
import type { SetAtom } from './transaction.ts'

/** A value that is read as a field, and an atom for those who subscribe: of ten thousand answers only the few in sight ever have one. */
export class Told<Value> {
  #value: Value
  #atom: PrimitiveAtom<Value> | null = null

  constructor(value: Value) {
    this.#value = value
  }

  get value(): Value {
    return this.#value
  }

  /** To be read, and not to be written to. */
  get atom(): PrimitiveAtom<Value> {
    return (this.#atom ??= atom(this.#value))
  }

  tell(value: Value, set: SetAtom): void {
    this.#value = value
    if (this.#atom !== null) set(this.#atom, value)
  }
}

/** The answers of one row under one variant. Counting reads fields and subscribes to nothing. */
export interface Output extends OutputRef {
  /** By repetition; at least one. */
  readonly cells: Told<readonly Cell[]>
  /** The repetition that is looked at; one that is not there is the last. */
  readonly shownAtom: PrimitiveAtom<number>
  /** What was shown before the run that made the present answers; null where there was none. */
  readonly previous: Told<Cell | null>
  /** The cells before the run that is under way: they come back where none of it was sent. */
  before: readonly Cell[]
}

/**
 * One row with its atoms and its answers. `row` mirrors its atom. A deleted row's entry lives on only in the undo step that can bring
 * it back, with the very atoms that views may still hold.
 */
export interface RowEntry {
  readonly id: string
  readonly rowAtom: PrimitiveAtom<LoadableRow | null>
  /** By variant; one that nobody asked for yet is not in it. */
  readonly outputs: Map<string, Output>
  row: LoadableRow
}

/** Before anything ran. */
export const NO_CELLS: readonly Cell[] = [EMPTY_CELL]

export const createRowEntry = (row: LoadableRow): RowEntry => ({
  id: row.id,
  rowAtom: atom<LoadableRow | null>(null),
  outputs: new Map(),
  row,
})

export function outputOf(entry: RowEntry, variantId: string): Output {
  const known = entry.outputs.get(variantId) ?? {
    rowId: entry.id,
    variantId,
    cells: new Told(NO_CELLS),
    shownAtom: atom(0),
    previous: new Told<Cell | null>(null),
    before: NO_CELLS,
  }
  entry.outputs.set(variantId, known)
  return known
}

/** Without making an output of a row that has none. */
export const cellsIn = (entry: RowEntry, variantId: string): readonly Cell[] => entry.outputs.get(variantId)?.cells.value ?? NO_CELLS

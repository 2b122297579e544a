import type { Atom } from 'jotai'
import type { Cell } from './cell.ts'

/** A provider's request edited by hand, and what came of sending it. `cell` is null until it was sent. */
export interface EditedRequest {
  readonly text: string
  readonly cell: Cell | null
  readonly stop: (() => void) | null
}

/** Edited requests by output (`outputKey`); a branch beside its own result, which they do not touch. */
export interface EditedRequests {
  readonly allAtom: Atom<ReadonlyMap<string, EditedRequest>>
  edit(key: string, text: string): void
  /** A request is sent; one that was under way is stopped. `stop` tells requests of one output apart. */
  begin(key: string, cell: Cell, stop: () => void): void
  change(key: string, stop: () => void, change: (cell: Cell) => Cell): void
  /** Back to the form: what was edited and what came of it is forgotten. */
  leave(key: string): void
  dispose(): void
}

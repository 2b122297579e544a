import type { Message, ModelSettings, TemplateFormat } from '@vitrine/contracts'
import type { Check } from '../../checks/check.ts'
import type { CheckResult } from '../../checks/check-result.ts'
import type { Cell, CellState } from '../../state/cell.ts'
import type { Note } from '../../state/notes.ts'
import type { CellRef } from '../../state/output-ref.ts'
import type { PlaygroundSnapshot } from '../../state/snapshot.ts'
import type { NewRow } from '../mapping/new-row.ts'

export interface ExportVariant {
  readonly id: string
  readonly name: string
  readonly messages: readonly Message[]
  readonly templateFormat: TemplateFormat
  readonly llmConfig: ModelSettings
}

export interface ExportRow extends NewRow {
  readonly id: string
}

/** One answer. `state` is what the cell shows, `stale` included; `outcomes` are there once it was checked. */
export interface ExportResult extends CellRef {
  readonly state: CellState
  readonly cell: Cell
  /** What somebody said of the answer. */
  readonly note?: Pick<Note, 'rating' | 'text'>
  readonly outcomes?: readonly { readonly check: Check; readonly result: CheckResult }[]
}

/**
 * Everything that an export can be made of, as plain data.
 *
 * *Shape*: `columns` are the variables in the order of the table. `rows` are those to be exported, in order: all of them, or the
 * chosen ones, of which `leftOut` says how many are not here. `checks` hold for every row. `results` lack what never ran; those of the
 * same row and variant stand in the order of their repetitions.
 */
export interface ExportSource {
  /** What files are named after. */
  readonly name: string
  readonly mode: 'completion' | 'chat'
  readonly variants: readonly ExportVariant[]
  readonly columns: readonly string[]
  readonly rows: readonly ExportRow[]
  readonly leftOut: number
  readonly checks: readonly Check[]
  readonly results: readonly ExportResult[]
  readonly snapshot: PlaygroundSnapshot
}

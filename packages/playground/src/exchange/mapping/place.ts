import type { Message, ModelSettings } from '@vitrine/contracts'
import type { Check } from '../../checks/check.ts'
import type { ColumnSetting } from '../../state/column-setting.ts'
import type { RowValues } from '../../state/row-values.ts'
import { MAX_PLACED_ROWS } from '../import/limits.ts'
import type { ImportedPrompt, ImportedVariant, Recognised, RecognisedColumn } from '../import/recognition.ts'
import type { Mapping } from './mapping.ts'
import { type NewRow, newRow } from './new-row.ts'

/** A row that is already there. */
export interface CurrentRow {
  readonly id: string
  readonly data: RowValues
  readonly history: readonly Message[]
}

/**
 * The whole of what an import makes, to be applied as one step that one undo takes back.
 *
 * *Shape*: `columns` are the variables in order, those that were there first. `rows` are all rows: the very objects that stay, and new
 * ones, which have no id yet. `prompt`, `settings` and `checks` are absent where they stay as they are; `variants` holds everything
 * that was chosen, its first entry being `prompt` and `settings`. `columnSettings` are what the file says of variables; a type that it
 * does not say is text. `takenVariants` are the places in the file of those that were chosen. `leftOut` rows had no room.
 */
export interface Placement<Row extends CurrentRow> {
  readonly columns: readonly string[]
  readonly rows: readonly (Row | NewRow)[]
  readonly prompt?: ImportedPrompt
  readonly settings?: Partial<ModelSettings>
  readonly variants: readonly ImportedVariant[]
  readonly takenVariants?: readonly number[]
  readonly checks?: readonly Check[]
  readonly columnSettings?: readonly ColumnSetting[]
  readonly leftOut: number
}

export interface Current<Row extends CurrentRow> {
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  readonly checks?: readonly Check[]
}

const isEmpty = ({ data, history }: CurrentRow): boolean => history.length === 0 && Object.keys(data).length === 0

function columnsAfter(before: readonly string[], mapping: Mapping): readonly string[] {
  const named = mapping.columns.flatMap((role) => (role.kind === 'variable' ? [role.name] : []))
  return [...new Set([...before, ...named])]
}

/** What a file says of its columns, by the names that they get. */
function settingsAfter(columns: readonly RecognisedColumn[], mapping: Mapping): readonly ColumnSetting[] {
  return mapping.columns.flatMap((role, index) => {
    const setting = columns[index]?.setting
    return role.kind === 'variable' && setting !== undefined ? [{ ...setting, name: role.name }] : []
  })
}

/** Checks that are there already are not doubled. */
function joinedChecks(before: readonly Check[], added: readonly Check[]): readonly Check[] {
  const held = new Set(before.map((check) => JSON.stringify(check)))
  return [...before, ...added.filter((check) => !held.has(JSON.stringify(check)))]
}

/** What of a file decides where it goes; its rows only by their number. */
export type Placeable = Pick<Recognised, 'columns' | 'variants' | 'checks'> & { readonly rowCount: number }

/** A placement before its new rows are made: `added` of them come behind `kept`. */
export interface PlacementOutline<Row extends CurrentRow> extends Omit<Placement<Row>, 'rows'> {
  readonly kept: readonly Row[]
  readonly added: number
}

/** Where the rows of a file would go, beside those that are there or instead of them, without making any. */
export function outlineOf<Row extends CurrentRow>(
  current: Current<Row>,
  { columns, variants: offered, checks, rowCount }: Placeable,
  mapping: Mapping,
  how: 'append' | 'replace',
): PlacementOutline<Row> {
  const stays = how === 'append' && rowCount > 0 && !current.rows.every(isEmpty) ? current.rows : []
  // A file without rows, a request say, has nothing to put in the place of ours.
  const kept = rowCount === 0 ? current.rows : stays
  const added = Math.min(rowCount, Math.max(0, MAX_PLACED_ROWS - kept.length))
  const variants = mapping.variants.flatMap((index) => offered[index] ?? [])
  const [first] = variants
  const columnSettings = settingsAfter(columns, mapping)
  const takesChecks = mapping.takesChecks && checks.length > 0
  return {
    columns: columnsAfter(kept.length > 0 ? current.columns : [], mapping),
    kept,
    added,
    ...(first?.prompt ? { prompt: first.prompt } : {}),
    ...(first?.settings ? { settings: first.settings } : {}),
    variants,
    ...(variants.length > 0 ? { takenVariants: mapping.variants } : {}),
    ...(takesChecks ? { checks: how === 'append' ? joinedChecks(current.checks ?? [], checks) : checks } : {}),
    ...(columnSettings.length > 0 ? { columnSettings } : {}),
    leftOut: rowCount - added,
  }
}

/**
 * The third step: the rows of a file beside those that are there, or instead of them. A table that holds nothing but empty rows is
 * replaced either way. It changes nothing by itself.
 */
export function place<Row extends CurrentRow>(
  current: Current<Row>,
  recognised: Recognised,
  mapping: Mapping,
  how: 'append' | 'replace',
): Placement<Row> {
  const { kept, added, ...rest } = outlineOf(current, { ...recognised, rowCount: recognised.rows.length }, mapping, how)
  return { ...rest, rows: [...kept, ...recognised.rows.slice(0, added).map((row) => newRow(row, mapping.columns, recognised.columns))] }
}

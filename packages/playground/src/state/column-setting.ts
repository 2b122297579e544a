/** What the values of a column are. An image or a file is an address or a data URL, and goes to the model as a part of its own. */
export type ColumnType = 'text' | 'number' | 'json' | 'image' | 'file'

export const COLUMN_TYPES: readonly ColumnType[] = ['text', 'number', 'json', 'image', 'file']

/** What somebody said of a column; of most nothing is said. */
export interface ColumnSetting {
  readonly name: string
  /** `text` where it is absent. */
  readonly type?: ColumnType
  /** Not drawn, though a prompt reads it. */
  readonly isHidden?: true
  /** Drawn, though no prompt reads it. */
  readonly isShown?: true
  /** Where somebody put it among the others, from 0; those without a place come after, in order of first use. */
  readonly place?: number
}

export const settingOf = (columns: readonly ColumnSetting[], name: string): ColumnSetting =>
  columns.find((column) => column.name === name) ?? { name }

export const typeIn = (columns: readonly ColumnSetting[], name: string): ColumnType => settingOf(columns, name).type ?? 'text'

/** The settings with this one instead of the column's last; a setting that says nothing is none. */
export function withSetting(columns: readonly ColumnSetting[], setting: ColumnSetting): readonly ColumnSetting[] {
  const { name, type = 'text', isHidden, isShown, place } = setting
  const others = columns.filter((column) => column.name !== name)
  const said = {
    ...(type !== 'text' && { type }),
    ...(isHidden && { isHidden }),
    ...(isShown && { isShown }),
    ...(place !== undefined && { place }),
  }
  return Object.keys(said).length > 0 ? [...others, { name, ...said }] : others
}

/** What the settings say of values, in the order of the names: what is drawn makes no difference to what is sent. */
export function typesIn(columns: readonly ColumnSetting[]): readonly ColumnSetting[] {
  const typed = columns.flatMap(({ name, type }) => (type === undefined ? [] : [{ name, type }]))
  return typed.toSorted((left, right) => (left.name < right.name ? -1 : 1))
}

export const sameTypes = (left: readonly ColumnSetting[], right: readonly ColumnSetting[]): boolean =>
  left === right ||
  (left.length === right.length && left.every(({ name, type }, at) => right[at]?.name === name && right[at]?.type === type))

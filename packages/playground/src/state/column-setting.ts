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
}

export const settingOf = (columns: readonly ColumnSetting[], name: string): ColumnSetting =>
  columns.find((column) => column.name === name) ?? { name }

export const isHiddenIn = (columns: readonly ColumnSetting[], name: string): boolean => settingOf(columns, name).isHidden === true

/** The settings with this one in place of the column's last; a setting that says nothing is none. */
export function withSetting(columns: readonly ColumnSetting[], { name, type = 'text', isHidden }: ColumnSetting): readonly ColumnSetting[] {
  const others = columns.filter((column) => column.name !== name)
  const says = type !== 'text' || isHidden === true
  return says ? [...others, { name, ...(type !== 'text' && { type }), ...(isHidden && { isHidden }) }] : others
}

/**
 * The values of a row. Without a prototype, so that `__proto__` is a column like any other; an empty text is no value, so that a
 * cleared cell and a cell that never had anything are the same.
 */
export type RowValues = Readonly<Record<string, string>>

function emptyValues(): Record<string, string> {
  const values: Record<string, string> = Object.create(null)
  return values
}

export const NO_VALUES: RowValues = Object.freeze(emptyValues())

export function rowValues(entries: Iterable<readonly [string, string]>): RowValues {
  const values = emptyValues()
  for (const [name, value] of entries) if (value !== '') values[name] = value
  return values
}

export function withValue(values: RowValues, name: string, value: string): RowValues {
  if ((values[name] ?? '') === value) return values
  return rowValues([...Object.entries(values).filter(([held]) => held !== name || value !== ''), [name, value]])
}

import type { ColumnSetting } from './column-setting.ts'
import { moved, reordered } from './list-edit.ts'

/** Names as somebody put them; those without a place come after, in the order that they are given in. */
export function inColumnOrder(names: readonly string[], settings: readonly ColumnSetting[]): readonly string[] {
  const places = new Map(settings.flatMap(({ name, place }) => (place === undefined ? [] : [[name, place] as const])))
  if (places.size === 0) return names
  const placeOf = (name: string) => places.get(name) ?? Number.POSITIVE_INFINITY
  // Two without a place differ by nothing: infinities have no difference.
  return names.toSorted((left, right) => (placeOf(left) === placeOf(right) ? 0 : placeOf(left) - placeOf(right)))
}

export const hasColumnOrder = (settings: readonly ColumnSetting[]): boolean => settings.some(({ place }) => place !== undefined)

export function withoutColumnOrder(settings: readonly ColumnSetting[]): readonly ColumnSetting[] {
  return settings.flatMap(({ place: _place, ...setting }) => (Object.keys(setting).length > 1 ? [setting] : []))
}

/**
 * What is said of columns once one that is drawn has another index among the drawn; the very settings where nothing moves. All that are
 * read, drawn or were put somewhere get a place, so that whatever comes later comes after them; those out of sight keep theirs.
 */
export function withMovedColumn(
  settings: readonly ColumnSetting[],
  { read, drawn }: { readonly read: readonly string[]; readonly drawn: readonly string[] },
  name: string,
  to: number,
): readonly ColumnSetting[] {
  const after = moved(drawn, drawn.indexOf(name), to)
  if (after === drawn) return settings
  const placed = settings.filter(({ place }) => place !== undefined).map((setting) => setting.name)
  const order = reordered(inColumnOrder([...new Set([...read, ...drawn, ...placed])], settings), after)
  const said = new Map(settings.map((setting) => [setting.name, setting]))
  const ordered = new Set(order)
  return [
    ...order.map((column, place) => Object.assign({}, said.get(column), { name: column, place })),
    ...settings.filter((setting) => !ordered.has(setting.name)),
  ]
}

import type { ColumnType } from '../../state/column-setting.ts'
import type { ColumnKind } from './grid-keys.ts'

export interface GridColumn {
  /** A variable, or `#`, `#history`, `#expected`, or that of an output (`outputColumn`). */
  readonly id: string
  readonly kind: ColumnKind
  /** What its values are; text where it is absent. */
  readonly type?: ColumnType
  /** Whose outputs it holds; absent where it holds none. */
  readonly variantId?: string
}

/** By the longest of a few values, in characters: three widths, so that typing seldom moves a column. */
export function valueWidth(name: string, longest: number): number {
  const needed = Math.max(longest, name.length + 2)
  if (needed <= 12) return 104
  return needed <= 28 ? 164 : 248
}

const NUMBER = 48
/** Alone, and beside others. */
const OUTPUT_LEAST = 312
const OUTPUT_LEAST_OF_MANY = 264
const HISTORY = 224
/** As far as a value's column gives way before the grid scrolls sideways. */
const leastOf = (width: number): number => Math.max(88, Math.round(width * 0.53))

/**
 * The tracks of the grid: numbers and values as wide as they need, the output takes the rest.
 *
 * *Units*: CSS pixels; `least` is what the grid needs before it scrolls sideways.
 */
export function gridTracks(
  columns: readonly GridColumn[],
  widthOf: (column: string) => number,
  isFolded: boolean,
): { readonly template: string; readonly least: number } {
  if (isFolded) return { template: columns.map(({ kind }) => FOLDED[kind]).join(' '), least: 0 }
  const isOfMany = columns.filter(({ kind }) => kind === 'output').length > 1
  const widths = columns.map(({ id, kind }) => {
    if (kind === 'number') return NUMBER
    if (kind === 'output') return isOfMany ? OUTPUT_LEAST_OF_MANY : OUTPUT_LEAST
    return kind === 'history' ? HISTORY : widthOf(id)
  })
  const tracks = columns.map(({ kind }, at) => {
    const width = widths[at] ?? 0
    if (kind === 'number') return { least: width, css: `${width}px` }
    if (kind === 'output') return { least: width, css: `minmax(${width}px, 1fr)` }
    return { least: leastOf(width), css: `minmax(${leastOf(width)}px, ${width}px)` }
  })
  return { template: tracks.map(({ css }) => css).join(' '), least: tracks.reduce((sum, { least }) => sum + least, 0) }
}

const FOLDED: Readonly<Record<ColumnKind, string>> = {
  number: `${NUMBER}px`,
  value: 'minmax(0, 1fr)',
  history: 'minmax(0, 1fr)',
  output: '136px',
}

/** Beside open details the grid shows a case by its number, its first value and the state of the output that is looked at. */
export function foldedColumns(columns: readonly GridColumn[], variantId: string | null): readonly GridColumn[] {
  const first = columns.find(({ kind }) => kind === 'value') ?? columns.find(({ kind }) => kind === 'history')
  const outputs = columns.filter(({ kind }) => kind === 'output')
  const output = outputs.find((column) => column.variantId === variantId) ?? outputs[0]
  return columns.filter((column) => column.kind === 'number' || column === output || column === first)
}

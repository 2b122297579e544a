import type { ColumnKind } from './grid-keys.ts'

export interface GridColumn {
  /** A variable, or `#`, `#history`, `#output`. */
  readonly id: string
  readonly kind: ColumnKind
}

/** By the longest of a few values, in characters: three widths, so that typing seldom moves a column. */
export function valueWidth(name: string, longest: number): number {
  const needed = Math.max(longest, name.length + 2)
  if (needed <= 12) return 104
  return needed <= 28 ? 164 : 248
}

const NUMBER = 44
const OUTPUT_LEAST = 340
const HISTORY = 224

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
  const widths = columns.map(({ id, kind }) => {
    if (kind === 'number') return NUMBER
    if (kind === 'output') return OUTPUT_LEAST
    return kind === 'history' ? HISTORY : widthOf(id)
  })
  return {
    template: columns.map(({ kind }, at) => (kind === 'output' ? `minmax(${widths[at]}px, 1fr)` : `${widths[at]}px`)).join(' '),
    least: widths.reduce((sum, width) => sum + width, 0),
  }
}

const FOLDED: Readonly<Record<ColumnKind, string>> = {
  number: `${NUMBER}px`,
  value: 'minmax(0, 1fr)',
  history: 'minmax(0, 1fr)',
  output: '136px',
}

/** Beside open details the grid shows a case by its number, its first value and its state. */
export function foldedColumns(columns: readonly GridColumn[]): readonly GridColumn[] {
  const first = columns.find(({ kind }) => kind === 'value') ?? columns.find(({ kind }) => kind === 'history')
  return columns.filter((column) => column.kind === 'number' || column.kind === 'output' || column === first)
}

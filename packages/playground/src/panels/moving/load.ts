import type { Landing } from './landing.ts'

/** In the window, CSS pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** What is carried over the grid. */
export interface Load {
  /** Along which it is moved: rows along the block axis, a column along the inline one. */
  readonly axis: 'block' | 'inline'
  /** What it is called beside the pointer: so many cases, or the name of a column. */
  readonly label: number | string
  /** Where it would come to lie; null where it would stay. In the window, CSS pixels. */
  readonly landing: (pointer: Point) => Landing | null
  readonly put: (gap: number) => void
}

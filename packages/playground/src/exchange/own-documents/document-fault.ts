import type { ProblemList } from '../import/problem-list.ts'
import type { Shape } from './shape.ts'

/** What is wrong in a document of ours, and where; thrown while it is read, told as a problem at its edge. */
export class DocumentFault extends Error {
  readonly path: string
  readonly shape: Shape
  readonly names: string
  constructor(path: string, shape: Shape, names: readonly (string | number)[] = []) {
    super(shape)
    this.path = path
    this.shape = shape
    this.names = names.join(', ')
  }
}

/** The document, or null with an error that names the place. */
export function readOrTell<Value>(problems: ProblemList, read: () => Value): Value | null {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof DocumentFault)) throw error
    problems.add('error', 'wrong-shape', { path: error.path, fault: error.shape, names: error.names })
    return null
  }
}

import type { ProblemList } from '../import/problem-list.ts'

/** What is wrong in a document of ours, and where; thrown while it is read, told as a problem at its edge. */
export class DocumentFault extends Error {
  readonly path: string
  constructor(path: string, detail: string) {
    super(detail)
    this.path = path
  }
}

/** The document, or null with an error that names the place. */
export function readOrTell<Value>(problems: ProblemList, read: () => Value): Value | null {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof DocumentFault)) throw error
    problems.add('error', 'wrong-shape', { path: error.path, detail: error.message })
    return null
  }
}

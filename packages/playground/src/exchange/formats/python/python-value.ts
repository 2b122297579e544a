/** What an expression is: JSON as far as it is written out. */
export type PythonValue =
  | string
  | number
  | boolean
  | null
  | readonly PythonValue[]
  | ReadonlyMap<string, PythonValue>
  | PythonTemplate
  | Unread

/** A piece of a program, as it is written. */
export interface PythonSource {
  readonly source: string
  readonly line: number
}

/** A text with variables in it, in double braces. `runs` is what stands in its holes where that is more than a name. */
export class PythonTemplate {
  readonly text: string
  readonly names: readonly string[]
  readonly runs: readonly PythonSource[]
  constructor(text: string, names: readonly string[], runs: readonly PythonSource[]) {
    this.text = text
    this.names = names
    this.runs = runs
  }
}

/** An expression that would have to be run. `name` is there where it is a name and nothing else. */
export class Unread implements PythonSource {
  readonly source: string
  readonly line: number
  readonly name: string | null
  constructor(source: string, line: number, name: string | null) {
    this.source = source
    this.line = line
    this.name = name
  }
}

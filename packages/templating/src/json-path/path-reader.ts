/** A path that is not one. Stays inside `json-path`: `parseJsonPath` answers null. */
export class PathSyntaxError extends Error {}

const isBlank = (unit: string | undefined): boolean => unit === ' ' || unit === '\t' || unit === '\n' || unit === '\r'

/** A place in the text of a path, and the few moves that its grammar needs. */
export class PathReader {
  readonly text: string
  at = 0
  /** Brackets and parentheses that are open: the grammar recurs only through them. */
  depth = 0

  constructor(text: string) {
    this.text = text
  }

  get done(): boolean {
    return this.at >= this.text.length
  }

  peek(ahead = 0): string | undefined {
    return this.text[this.at + ahead]
  }

  startsWith(expected: string): boolean {
    return this.text.startsWith(expected, this.at)
  }

  take(expected: string): boolean {
    if (!this.startsWith(expected)) return false
    this.at += expected.length
    return true
  }

  expect(expected: string): void {
    if (!this.take(expected)) throw this.problem(`expected ${expected}`)
  }

  blanks(): void {
    while (isBlank(this.peek())) this.at++
  }

  takeWhile(accept: (unit: string) => boolean): string {
    const start = this.at
    for (let unit = this.peek(); unit !== undefined && accept(unit); unit = this.peek()) this.at++
    return this.text.slice(start, this.at)
  }

  nested<T>(read: () => T): T {
    if (++this.depth > 64) throw this.problem('nested too deeply')
    const result = read()
    this.depth--
    return result
  }

  problem(what: string): PathSyntaxError {
    return new PathSyntaxError(`${what} at ${this.at}`)
  }
}

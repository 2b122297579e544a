import type { TemplatePosition } from './template-error.ts'

/** Positions of a source asked for in rising order: all of them together take one pass. An earlier offset starts again. */
export class SourcePositions {
  readonly source: string
  private offset = 0
  private line = 1
  private lineStart = 0

  constructor(source: string) {
    this.source = source
  }

  at(offset: number, length: number): TemplatePosition {
    if (offset < this.offset) {
      this.offset = 0
      this.line = 1
      this.lineStart = 0
    }
    const end = Math.min(offset, this.source.length)
    for (; this.offset < end; this.offset++) {
      const unit = this.source.charCodeAt(this.offset)
      if (unit === 10 || (unit === 13 && this.source.charCodeAt(this.offset + 1) !== 10)) {
        this.line++
        this.lineStart = this.offset + 1
      }
    }
    return { offset: end, length, line: this.line, column: end - this.lineStart + 1 }
  }
}

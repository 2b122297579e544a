import { decimalDigit } from './decimal-digit.ts'
import { FormatRangeError, FormatSpecError } from './format-spec-error.ts'

export type Align = '<' | '>' | '=' | '^'

/** A format specification taken apart: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`. */
export interface FormatSpec {
  readonly fill: string
  /** Absent where the type's own alignment holds. */
  readonly align: Align | undefined
  readonly zeroPadded: boolean
  readonly sign: '' | '+' | '-' | ' '
  readonly noNegativeZero: boolean
  readonly alternate: boolean
  /** -1 where none is given; so is `precision`. */
  readonly width: number
  readonly grouping: '' | ',' | '_'
  readonly precision: number
  /** Empty where none is given. */
  readonly type: string
}

const ALIGNMENTS: ReadonlyMap<string | undefined, Align> = new Map([
  ['<', '<'],
  ['>', '>'],
  ['=', '='],
  ['^', '^'],
])
/** Python itself allows more, but nothing that wide could be printed. */
const MAX_COUNT = 1_048_576
const GROUPED_TYPES = 'deEfFgG%'
const BASE_TYPES = 'boxX'

class SpecReader {
  readonly characters: readonly string[]
  at = 0
  constructor(spec: string) {
    this.characters = Array.from(spec)
  }

  peek(ahead = 0): string | undefined {
    return this.characters[this.at + ahead]
  }

  take(character: string): boolean {
    if (this.peek() !== character) return false
    this.at++
    return true
  }

  /** -1 where no digit stands. */
  count(): number {
    const start = this.at
    let value = 0
    for (let next = this.peek(); next !== undefined; next = this.peek()) {
      const digit = decimalDigit(next)
      if (digit < 0) break
      value = value * 10 + digit
      if (value > Number.MAX_SAFE_INTEGER) throw new FormatSpecError('Too many digits in a format specification.')
      this.at++
    }
    if (value > MAX_COUNT) throw new FormatRangeError(`A width or precision of ${value} is more than can be printed.`)
    return this.at === start ? -1 : value
  }
}

function readAlign(reader: SpecReader): { fill: string; align: Align | undefined; filled: boolean } {
  const second = ALIGNMENTS.get(reader.peek(1))
  if (second !== undefined) {
    const fill = reader.peek() ?? ' '
    reader.at += 2
    return { fill, align: second, filled: true }
  }
  const align = ALIGNMENTS.get(reader.peek())
  if (align !== undefined) reader.at++
  return { fill: ' ', align, filled: false }
}

function readSign(reader: SpecReader): FormatSpec['sign'] {
  for (const sign of ['+', '-', ' '] as const) if (reader.take(sign)) return sign
  return ''
}

function readGrouping(reader: SpecReader): FormatSpec['grouping'] {
  const comma = reader.take(',')
  const underscore = reader.take('_')
  if (comma && underscore) throw new FormatSpecError("Cannot specify both ',' and '_'.")
  if (!underscore) return comma ? ',' : ''
  if (reader.peek() === ',') throw new FormatSpecError("Cannot specify both ',' and '_'.")
  return '_'
}

function readPrecision(reader: SpecReader): number {
  if (!reader.take('.')) return -1
  const precision = reader.count()
  if (precision < 0) throw new FormatSpecError('Format specifier missing precision after the point.')
  return precision
}

function checkGrouping(grouping: FormatSpec['grouping'], type: string): void {
  if (grouping === '' || type === '' || GROUPED_TYPES.includes(type)) return
  if (grouping === '_' && BASE_TYPES.includes(type)) return
  throw new FormatSpecError(`Cannot specify '${grouping}' with '${type}'.`)
}

/** @throws FormatSpecError */
export function parseFormatSpec(spec: string): FormatSpec {
  const reader = new SpecReader(spec)
  const { fill, align, filled } = readAlign(reader)
  const sign = readSign(reader)
  const noNegativeZero = reader.take('z')
  const alternate = reader.take('#')
  const zeroPadded = !filled && reader.take('0')
  const width = reader.count()
  const grouping = readGrouping(reader)
  const precision = readPrecision(reader)
  const type = reader.characters.slice(reader.at)
  if (type.length > 1) throw new FormatSpecError(`Invalid format specifier '${spec}'.`)
  checkGrouping(grouping, type[0] ?? '')
  return {
    fill: zeroPadded ? '0' : fill,
    align,
    zeroPadded,
    sign,
    noNegativeZero,
    alternate,
    width,
    grouping,
    precision,
    type: type[0] ?? '',
  }
}

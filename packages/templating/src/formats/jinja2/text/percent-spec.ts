import { refusal } from '../failure.ts'

export interface PercentSpec {
  /** The name in parentheses; absent where the next argument is meant. */
  readonly key?: string
  readonly flags: string
  /** `*` where an argument says it; absent where none is given. So is `precision`. */
  readonly width?: string
  readonly precision?: string
  readonly type: string
}

export interface PercentPart {
  readonly literal: string
  readonly spec?: PercentSpec
}

const REST = /([#0\- +]*)(\*|[0-9]+)?(?:\.(\*|[0-9]*))?[hlL]?/y

/** The end of a key: its closing parenthesis, with inner ones balanced. */
function keyEnd(source: string, from: number): number {
  let depth = 1
  for (let at = from; at < source.length; at++) {
    if (source[at] === '(') depth++
    else if (source[at] === ')' && --depth === 0) return at
  }
  throw refusal('A "%(" of the format string is never closed.')
}

function readSpec(source: string, from: number): { readonly spec: PercentSpec; readonly end: number } {
  const close = source[from] === '(' ? keyEnd(source, from + 1) : -1
  REST.lastIndex = close < 0 ? from : close + 1
  const [whole = '', flags = '', width, precision] = REST.exec(source) ?? []
  const end = (close < 0 ? from : close + 1) + whole.length
  const type = source[end]
  if (type === undefined) throw refusal('The format string ends inside a "%" field; write "%%" for a percent sign.')
  const key = close < 0 ? {} : { key: source.slice(from + 1, close) }
  return {
    spec: { ...key, flags, ...(width !== undefined && { width }), ...(precision !== undefined && { precision }), type },
    end: end + 1,
  }
}

/** Splits a `%` format string into its literal text and its fields. */
export function* percentParts(source: string): Generator<PercentPart, void> {
  let from = 0
  for (let at = source.indexOf('%'); at >= 0; at = source.indexOf('%', from)) {
    const { spec, end } = readSpec(source, at + 1)
    const literal = source.slice(from, at)
    from = end
    if (spec.type === '%') yield { literal: `${literal}%` }
    else yield { literal, spec }
  }
  yield { literal: source.slice(from) }
}

import { padText } from '../../../python/pad.ts'
import { PyFloat, toInt } from '../../../python/number.ts'
import { escapeNonAscii } from '../../../python/string-repr.ts'
import { limitError } from '../../../template-limits.ts'
import { refusal } from '../failure.ts'
import type { Run } from '../run.ts'
import { sliceCodePoints } from '../values/code-points.ts'
import { isMapping, mappingGet } from '../values/mapping.ts'
import { escapeHtml, Markup, textOf } from '../values/markup.ts'
import { demandInteger, demandNumber, floatOf, integerOf } from '../values/numeric.ts'
import { toRepr, toStr } from '../values/print.ts'
import { Tuple } from '../values/tuple.ts'
import { typeName } from '../values/type-name.ts'
import { Undefined } from '../values/undefined.ts'
import { isList, type Value } from '../values/value.ts'
import { formatValue } from './format-value.ts'
import { percentParts, type PercentSpec } from './percent-spec.ts'

const INTEGER_TYPES = 'diuoxX'
const FLOAT_TYPES = 'eEfFgG'

/** Hands out the right-hand side's values one after the other. */
class PercentArguments {
  readonly #right: Value
  readonly #values: readonly Value[]
  #next = 0

  constructor(right: Value) {
    this.#right = right
    this.#values = right instanceof Tuple ? right.items : [right]
  }

  take(): Value {
    const value = this.#values[this.#next++]
    if (value === undefined)
      throw refusal('The format string has more "%" fields than there are values; add values or write "%%" for a percent sign.')
    return value
  }

  named(key: string): Value {
    if (!isMapping(this.#right)) throw refusal(`"%(${key})" needs a mapping on the right of "%".`)
    const value = mappingGet(this.#right, key)
    if (value === undefined) throw refusal(`The mapping on the right of "%" has no key "${key}".`)
    return value
  }

  /** Anything with keys or indices may have more than is used. */
  finish(): void {
    const spare = isMapping(this.#right) || isList(this.#right) || this.#right instanceof Undefined
    if (this.#next < this.#values.length && !spare)
      throw refusal('There are more values than the format string has "%" fields; remove values or add fields.')
  }
}

interface Field {
  readonly flags: string
  readonly width: number
  /** -1 where none is given. */
  readonly precision: number
  readonly type: string
}

function countOf(text: string | undefined, args: PercentArguments, missing: number): number {
  if (text === undefined) return missing
  return text === '*' ? demandInteger(args.take(), 'The "*" of a "%" field') : Number(text)
}

function fieldOf(spec: PercentSpec, args: PercentArguments): Field {
  const width = countOf(spec.width, args, 0)
  const precision = countOf(spec.precision, args, -1)
  return { flags: width < 0 ? `${spec.flags}-` : spec.flags, width: Math.abs(width), precision, type: spec.type }
}

function textField(run: Run, value: Value, { type, precision }: Field): string {
  const text = type === 's' ? toStr(run, value) : toRepr(run, value)
  const shown = type === 'a' ? escapeNonAscii(text) : text
  return precision < 0 ? shown : sliceCodePoints(shown, 0, precision)
}

function characterField(value: Value): string {
  const text = textOf(value)
  if (text !== undefined && Array.from(text).length === 1) return text
  const code = integerOf(value)
  if (code === undefined) throw refusal('"%c" needs one character or the number of one.')
  if (code < 0 || code > 0x10ffff) throw limitError('"%c" needs the number of a character, which this is not.')
  return String.fromCodePoint(Number(code))
}

const signOf = (text: string, flags: string): string => {
  if (text.startsWith('-')) return '-'
  if (flags.includes('+')) return '+'
  return flags.includes(' ') ? ' ' : ''
}

function integerValue(value: Value, type: string): number | bigint {
  const integer = integerOf(value)
  if (integer !== undefined) return integer
  const number = demandNumber(value, `"%${type}"`)
  if (!'diu'.includes(type) || !Number.isFinite(Number(number))) throw refusal(`"%${type}" needs an integer; use the int filter.`)
  return toInt(BigInt(Math.trunc(Number(number))))
}

/** Sign, prefix and digits apart, because zeros go between them. */
function integerField(run: Run, value: Value, { type, flags, precision }: Field): readonly [string, string] {
  const code = 'diu'.includes(type) ? 'd' : type
  const text = formatValue(run, integerValue(value, type), code)
  run.text(Math.max(precision, 0))
  const digits = text.replace(/^-/, '').padStart(precision, '0')
  const prefix = flags.includes('#') && code !== 'd' ? `0${code}` : ''
  return [signOf(text, flags) + prefix, digits]
}

function floatField(run: Run, value: Value, { type, flags, precision }: Field): readonly [string, string] {
  const float = new PyFloat(floatOf(demandNumber(value, `"%${type}"`)))
  const alternate = flags.includes('#') ? '#' : ''
  const text = formatValue(run, float, `${alternate}${precision < 0 ? '' : `.${precision}`}${type}`)
  return [signOf(text, flags), text.replace(/^-/, '')]
}

function formatField(run: Run, value: Value, field: Field): string {
  const { type, flags, width } = field
  run.text(width)
  const align = flags.includes('-') ? '<' : '>'
  if (type === 's' || type === 'r' || type === 'a') return padText(textField(run, value, field), ' ', align, width)
  if (type === 'c') return padText(characterField(value), ' ', align, width)
  if (!INTEGER_TYPES.includes(type) && !FLOAT_TYPES.includes(type)) throw refusal(`"%${type}" is no field; write "%%" for a percent sign.`)
  const [head, digits] = INTEGER_TYPES.includes(type) ? integerField(run, value, field) : floatField(run, value, field)
  if (flags.includes('0') && align === '>') return head + padText(digits, '0', '>', width - head.length)
  return padText(head + digits, ' ', align, width)
}

/** Python's `format % values`. */
export function percentFormat(run: Run, format: Value, right: Value): Value {
  const source = textOf(format)
  if (source === undefined) throw refusal(`A value of type '${typeName(format)}' is no format string.`)
  const args = new PercentArguments(right)
  const marked = format instanceof Markup
  let named = false
  let out = ''
  for (const { literal, spec } of percentParts(source)) {
    run.step()
    out += literal
    if (spec !== undefined) {
      named ||= spec.key !== undefined
      const given = spec.key === undefined ? undefined : args.named(spec.key)
      const field = fieldOf(spec, args)
      const text = formatField(run, given ?? args.take(), field)
      out += marked && (spec.type === 's' || spec.type === 'r') ? escapeHtml(text) : text
    }
    run.text(out.length)
  }
  if (!named) args.finish()
  return marked ? new Markup(out) : out
}

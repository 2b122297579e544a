import { refusal } from '../failure.ts'
import type { Run } from '../run.ts'
import { PyFloat } from '../../../python/number.ts'
import { isMapping, mappingEntries, type Mapping } from '../values/mapping.ts'
import { textOf } from '../values/markup.ts'
import { integerOf, isFloat, numericOf } from '../values/numeric.ts'
import { toRepr } from '../values/print.ts'
import { sortValues } from '../values/sort.ts'
import { Tuple } from '../values/tuple.ts'
import { typeName } from '../values/type-name.ts'
import { isList, type Value } from '../values/value.ts'
import { limitError, MAX_DATA_DEPTH } from '../../../template-limits.ts'

const UNSAFE = /[<>&'\u007f-\uffff]/g

const escapeUnit = (unit: string): string => (unit === '\u007f' ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** ASCII only, and nothing that HTML could take for its own. */
const quote = (text: string): string => JSON.stringify(text).replaceAll(UNSAFE, escapeUnit)

interface Writing {
  readonly run: Run
  /** One level of indentation; undefined for a single line. */
  readonly indent: string | undefined
  written: number
}

function floatText(run: Run, value: Value): string {
  const number = Number(numericOf(value))
  if (Number.isFinite(number)) return toRepr(run, value)
  return Number.isNaN(number) ? 'NaN' : number > 0 ? 'Infinity' : '-Infinity'
}

function scalar(run: Run, value: Value): string | undefined {
  const text = textOf(value)
  if (text !== undefined) return quote(text)
  if (value === null) return 'null'
  if (typeof value === 'boolean') return String(value)
  if (integerOf(value) !== undefined) return toRepr(run, value)
  return isFloat(value) || value instanceof PyFloat ? floatText(run, value) : undefined
}

function keyText(run: Run, key: Value): string {
  if (textOf(key) !== undefined) return scalar(run, key) ?? ''
  const text = scalar(run, key)
  if (text === undefined) throw refusal(`A key of type '${typeName(key)}' cannot be written as JSON; use text.`)
  return `"${text}"`
}

function bracketed(writing: Writing, parts: readonly string[], [open, close]: readonly [string, string], depth: number): string {
  if (parts.length === 0) return open + close
  const { indent } = writing
  if (indent === undefined) return `${open}${parts.join(', ')}${close}`
  writing.run.text(indent.length * (depth + 1) * parts.length)
  const line = `\n${indent.repeat(depth + 1)}`
  return `${open}${line}${parts.join(`,${line}`)}\n${indent.repeat(depth)}${close}`
}

function object(writing: Writing, value: Mapping, depth: number): string {
  const { run } = writing
  const values = new Map(mappingEntries(run, value))
  const keys = sortValues(run, [...values.keys()], (key) => key, false)
  const parts = keys.map((key) => `${keyText(run, key)}: ${write(writing, values.get(key) ?? null, depth + 1)}`)
  return bracketed(writing, parts, ['{', '}'], depth)
}

function write(writing: Writing, value: Value, depth: number): string {
  const { run } = writing
  run.step()
  if (depth > MAX_DATA_DEPTH) throw limitError(`A value is nested deeper than ${MAX_DATA_DEPTH} levels and cannot be written as JSON.`)
  const text = scalar(run, value)
  if (text !== undefined) {
    writing.written += text.length
    if (writing.written > run.maxLength) run.text(writing.written)
    return text
  }
  const items = isList(value) ? value : value instanceof Tuple ? value.items : undefined
  if (items !== undefined)
    return bracketed(
      writing,
      items.map((item) => write(writing, item, depth + 1)),
      ['[', ']'],
      depth,
    )
  if (isMapping(value)) return object(writing, value, depth)
  throw refusal(`A value of type '${typeName(value)}' cannot be written as JSON; use the list filter for a sequence.`)
}

/** Python's `json.dumps` with sorted keys, safe to stand in HTML. `indent` is a number of spaces, the text to indent with, or none. */
export function toJson(run: Run, value: Value, indent: Value): string {
  const width = integerOf(indent)
  const spaces = textOf(indent) ?? (width === undefined ? undefined : ' '.repeat(Math.max(0, Math.min(Number(width), run.maxLength))))
  const text = write({ run, indent: spaces, written: 0 }, value, 0)
  run.text(text.length)
  return text
}

import { escapeNonAscii } from '../../../python/string-repr.ts'
import { refusal } from '../failure.ts'
import type { Run } from '../run.ts'
import type { Arguments } from '../values/callable.ts'
import { toRepr, toStr } from '../values/print.ts'
import type { Value } from '../values/value.ts'
import { formatValue } from './format-value.ts'
import { replacementFields } from './replacement-fields.ts'

/** A specification may itself hold fields, but those may not. */
const MAX_NESTING = 2

interface Formatting {
  readonly run: Run
  readonly args: Arguments
  /** Applied to every formatted value: markup escapes them. */
  readonly finish: (text: string, value: Value) => string
  nextIndex: number
  manual: boolean
}

const isIndex = (name: string): boolean => /^[0-9]+$/.test(name)

function numberOf(formatting: Formatting, name: string): string {
  if (name === '') {
    if (formatting.manual) throw refusal('A format string numbers all its fields or none: {0} and {} cannot be mixed.')
    return String(formatting.nextIndex++)
  }
  if (isIndex(name)) {
    if (formatting.nextIndex > 0) throw refusal('A format string numbers all its fields or none: {} and {0} cannot be mixed.')
    formatting.manual = true
  }
  return name
}

function argument({ args }: Formatting, name: string): Value {
  const value = isIndex(name) ? args.positional[Number(name)] : args.named?.get(name)
  if (value === undefined) throw refusal(`The format string names "${name}", but format is given no such argument.`)
  return value
}

const PART = /\.([^.[]*)|\[([^\]]*)\]/y

/** `name`, then `.attribute` and `[index]` steps, each looked up as a template would. */
function resolve(formatting: Formatting, field: string): Value {
  const { run } = formatting
  const end = field.search(/[.[]/)
  const first = end < 0 ? field : field.slice(0, end)
  let value = argument(formatting, numberOf(formatting, first))
  PART.lastIndex = first.length
  while (PART.lastIndex < field.length) {
    const part = PART.exec(field)
    const name = part?.[1] ?? part?.[2]
    if (part === null || name === undefined || name === '') throw refusal(`The format field "${field}" has an empty or unclosed part.`)
    if (part[1] === undefined) value = run.access.item(run, value, isIndex(name) ? Number(name) : name)
    else value = run.access.attribute(value, name)
  }
  return value
}

function convert(run: Run, value: Value, conversion: string | undefined): Value {
  if (conversion === undefined) return value
  if (conversion === 's') return toStr(run, value)
  if (conversion === 'r') return toRepr(run, value)
  if (conversion === 'a') return escapeNonAscii(toRepr(run, value))
  throw refusal(`"!${conversion}" is no conversion; write !s, !r or !a.`)
}

function format(formatting: Formatting, source: string, nesting: number): string {
  const { run } = formatting
  let out = ''
  for (const { literal, field } of replacementFields(source)) {
    run.step()
    out += literal
    if (field !== undefined) {
      if (nesting > MAX_NESTING) throw refusal('Format fields are nested too deep.')
      const value = convert(run, resolve(formatting, field.name), field.conversion)
      out += formatting.finish(formatValue(run, value, format(formatting, field.spec, nesting + 1)), value)
    }
    run.text(out.length)
  }
  return out
}

/** Python's `str.format`, with the sandbox's attribute look-up. */
export const strFormat = (run: Run, source: string, args: Arguments, finish: Formatting['finish'] = (text) => text): string =>
  format({ run, args, finish, nextIndex: 0, manual: false }, source, 1)

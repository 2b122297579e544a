import { floatRepr } from '../python/float-repr.ts'
import { PyFloat } from '../python/number.ts'
import type { TemplateValue } from '../template-format.ts'
import { DEFAULT_BUDGET, limitError, MAX_DATA_DEPTH } from '../template-limits.ts'

/** A JSON string that keeps everything beyond ASCII, half a surrogate pair too. */
function quote(text: string): string {
  if (text.isWellFormed()) return JSON.stringify(text)
  let out = '"'
  for (const character of text) out += character.isWellFormed() ? JSON.stringify(character).slice(1, -1) : character
  return `${out}"`
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (Number.isFinite(value)) return floatRepr(value)
  return value > 0 ? 'Infinity' : '-Infinity'
}

function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value).toString() : floatText(value)
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (value instanceof PyFloat) return floatText(value.value)
  return value === null || value === undefined ? 'null' : undefined
}

class Printer {
  left: number

  constructor(maxLength: number) {
    this.left = maxLength
  }

  print(value: unknown, depth: number): string {
    if (depth > MAX_DATA_DEPTH) throw limitError(`A value is nested deeper than ${MAX_DATA_DEPTH} levels and cannot be printed.`)
    const scalar = scalarText(value)
    this.left -= scalar?.length ?? 2
    if (this.left < 0) throw limitError('A printed value is longer than the output may be.')
    if (scalar !== undefined) return scalar
    if (Array.isArray(value)) return `[${value.map((item) => this.print(item, depth + 1)).join(', ')}]`
    const members = Object.entries(value ?? {}).map(([key, item]) => `${this.print(key, depth + 1)}: ${this.print(item, depth + 1)}`)
    return `{${members.join(', ')}}`
  }
}

/**
 * JSON as Python's `json.dumps` writes it with `ensure_ascii=False`: `", "` and `": "` between parts, floats as Python prints them,
 * long integers exact.
 *
 * @throws TemplateError `template_limit` when the value is too deep, or its text longer than `maxLength` UTF-16 units
 */
export const toJsonText = (value: TemplateValue, maxLength: number = DEFAULT_BUDGET.maxOutput): string =>
  new Printer(maxLength).print(value, 0)

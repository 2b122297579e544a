import { DEFAULT_BUDGET, limitError, MAX_DATA_DEPTH } from '../template-limits.ts'
import { floatRepr } from './float-repr.ts'
import { PyFloat } from './number.ts'
import { stringRepr } from './string-repr.ts'

/**
 * Prints object kinds of its own wherever they stand, also deep inside lists and dicts; undefined leaves the value to the ordinary
 * rules. `repr` prints an inner value under the same depth and length limits, so containers must use it for their parts.
 */
export type ReprExtension = (value: object, repr: (inner: unknown) => string) => string | undefined

interface Printing {
  readonly extension: ReprExtension | undefined
  left: number
}

function scalarRepr(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value).toString() : floatRepr(value)
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (value === null || value === undefined) return 'None'
  if (value instanceof PyFloat) return floatRepr(value.value)
  return undefined
}

function containerRepr(value: object, depth: number, printing: Printing): string {
  const inner = (part: unknown): string => reprAt(part, depth + 1, printing)
  const special = printing.extension?.(value, inner)
  if (special !== undefined) return special
  const parts: string[] = []
  if (Array.isArray(value)) {
    for (const item of value) parts.push(inner(item))
    return `[${parts.join(', ')}]`
  }
  const entries: [string, unknown][] = Object.entries(value)
  for (const [key, item] of entries) parts.push(`${inner(key)}: ${inner(item)}`)
  return `{${parts.join(', ')}}`
}

function reprAt(value: unknown, depth: number, printing: Printing): string {
  if (depth > MAX_DATA_DEPTH) throw limitError(`A value is nested deeper than ${MAX_DATA_DEPTH} levels and cannot be printed.`)
  const text = typeof value === 'string' ? stringRepr(value) : scalarRepr(value)
  if (text === undefined && typeof value === 'object' && value !== null) {
    printing.left -= 2
    return containerRepr(value, depth, printing)
  }
  const printed = text ?? 'None'
  printing.left -= printed.length
  if (printing.left < 0) throw limitError('A printed value is longer than the output may be.')
  return printed
}

/**
 * Python's `repr`. Objects print as dicts of their own keys, arrays as lists.
 *
 * @throws TemplateError `template_limit` when the value is too deep, or its text longer than `maxLength` UTF-16 units
 */
export const pyRepr = (value: unknown, extension?: ReprExtension, maxLength: number = DEFAULT_BUDGET.maxOutput): string =>
  reprAt(value, 0, { extension, left: maxLength })

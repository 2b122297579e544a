import { badRequest, type OpenAiError } from '../http/openai-error.ts'

/** Thrown within the reading of one request and caught where it began: a reader of nested fields has no better way out. */
export class RequestFault extends Error {
  readonly error: OpenAiError
  constructor(error: OpenAiError) {
    super(error.message)
    this.error = error
  }
}

export function refuse(message: string, param: string | null, code: string | null): never {
  throw new RequestFault(badRequest(message, param, code))
}

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'an array' : `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`

export const wrongType = (param: string, wanted: string, value: unknown): never =>
  refuse(`Invalid type for '${param}': expected ${wanted}, but got ${kindOf(value)} instead.`, param, 'invalid_type')

/** A number in a range, null where the field is absent. */
export function readNumber(value: unknown, param: string, min: number, max: number, whole = false): number | null {
  if (value === undefined || value === null) return null
  if (typeof value !== 'number' || (whole && !Number.isInteger(value))) return wrongType(param, whole ? 'an integer' : 'a decimal', value)
  if (value < min) {
    const kind = whole ? 'integer_below_min_value' : 'decimal_below_min_value'
    return refuse(`Invalid '${param}': expected a value >= ${min}, but got ${value} instead.`, param, kind)
  }
  if (value > max) {
    const kind = whole ? 'integer_above_max_value' : 'decimal_above_max_value'
    return refuse(`Invalid '${param}': expected a value <= ${max}, but got ${value} instead.`, param, kind)
  }
  return value
}

export function readBoolean(value: unknown, param: string): boolean | null {
  if (value === undefined || value === null) return null
  return typeof value === 'boolean' ? value : wrongType(param, 'a boolean', value)
}

export function readText(value: unknown, param: string): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : wrongType(param, 'a string', value)
}

/** One of a closed list, null where the field is absent. */
export function readWord<Word extends string>(value: unknown, param: string, words: readonly Word[]): Word | null {
  const text = readText(value, param)
  if (text === null) return null
  const word = words.find((candidate) => candidate === text)
  if (word !== undefined) return word
  const list = words.map((candidate) => `'${candidate}'`).join(', ')
  return refuse(`Invalid value: '${text}'. Supported values are: ${list}.`, param, 'invalid_value')
}

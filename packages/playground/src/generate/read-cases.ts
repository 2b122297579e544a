import { jsonOf } from '../checks/json-of.ts'
import { MAX_CELL_LENGTH } from '../exchange/import/limits.ts'
import { MAX_GENERATED, type CaseDraft } from './generation.ts'
import { wholeObjectsIn } from './whole-objects.ts'

/**
 * What was made out of an answer.
 *
 * *Shape*: `leftOut` counts what was no case: nothing in it belongs to a column, or it is larger than a cell may be, or it is beyond what
 * may be added at once.
 */
export interface ReadCases {
  readonly cases: readonly CaseDraft[]
  readonly leftOut: number
}

type Members = Readonly<Record<string, unknown>>

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value)
const own = (members: Members, name: string): unknown => (Object.hasOwn(members, name) ? members[name] : undefined)

/** Models write numbers as numbers and JSON as JSON, whatever they are told. */
const textOf = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)

/**
 * The cases in a model's answer; null where there are none. It is read as generously as it can be: models that know no schema fence their
 * JSON, talk around it, leave the outer object away or name the list as they like, and of an answer that was cut the whole cases are read.
 *
 * *Shape*: `parsed` is the value of `text` where the service says that it is JSON.
 */
export function readCases(text: string, columns: readonly string[], parsed?: unknown): ReadCases | null {
  const whole = parsed === undefined ? jsonIn(text) : parsed
  const listed = whole === undefined ? null : listIn(whole, columns)
  const items = listed ?? wholeObjectsIn(text).flatMap((value) => listIn(value, columns) ?? [])
  const read = items.map((item) => caseOf(item, columns))
  const fitting = read.filter((one) => one !== null)
  if (fitting.length === 0) return null
  const cases = fitting.slice(0, MAX_GENERATED)
  return { cases, leftOut: items.length - cases.length }
}

/** The JSON of a text, with or without something around it. */
function jsonIn(text: string): unknown {
  const whole = jsonOf(text)
  if (whole.ok) return whole.value
  for (const [open, close] of ['{}', '[]']) {
    const from = text.indexOf(open ?? '')
    const found = from < 0 ? whole : jsonOf(text.slice(from, text.lastIndexOf(close ?? '') + 1))
    if (found.ok) return found.value
  }
  return undefined
}

const hasColumn = (members: Members, columns: readonly string[]): boolean => columns.some((name) => Object.hasOwn(members, name))

/** The list of cases in a value: itself, its `cases`, its only list, or the one case that it is. */
function listIn(value: unknown, columns: readonly string[]): readonly unknown[] | null {
  if (Array.isArray(value)) return value
  if (!isMembers(value)) return null
  if (isMembers(own(value, 'values')) || hasColumn(value, columns)) return [value]
  const list = [own(value, 'cases'), ...Object.values(value)].find((one) => Array.isArray(one))
  return Array.isArray(list) ? list : null
}

function caseOf(item: unknown, columns: readonly string[]): CaseDraft | null {
  if (!isMembers(item)) return null
  const held = own(item, 'values')
  const values = isMembers(held) ? held : item
  const data = Object.fromEntries(columns.map((name) => [name, textOf(own(values, name))]))
  // Where a variable bears that name and the values stand alone, it is the variable that is meant.
  const expected = !isMembers(held) && columns.includes('expected') ? '' : textOf(own(item, 'expected'))
  const texts = [...Object.values(data), expected]
  const isEmpty = columns.every((name) => !Object.hasOwn(values, name))
  return isEmpty || texts.some((text) => text.length > MAX_CELL_LENGTH) ? null : { data, expected }
}

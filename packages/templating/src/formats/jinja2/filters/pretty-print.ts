import { stringRepr } from '../../../python/string-repr.ts'
import type { Run } from '../run.ts'
import { splitLines } from '../text/split.ts'
import { codePointLength } from '../values/code-points.ts'
import { Dict } from '../values/dict.ts'
import { isMapping, mappingEntries, type Mapping } from '../values/mapping.ts'
import { orderHolds } from '../values/order.ts'
import { toRepr } from '../values/print.ts'
import { Tuple } from '../values/tuple.ts'
import { typeName } from '../values/type-name.ts'
import { numericOf } from '../values/numeric.ts'
import { isList, type Value } from '../values/value.ts'

const WIDTH = 80

/** Where a part is written: its column, and how much must fit behind it on its last line. */
interface Place {
  readonly indent: number
  readonly allowance: number
  readonly level: number
}

const comparable = (left: Value, right: Value): boolean =>
  typeName(left) === typeName(right) || (numericOf(left) !== undefined && numericOf(right) !== undefined)

/** By key; keys that cannot be compared go by the names of their types. */
function sortedEntries(run: Run, mapping: Mapping): readonly (readonly [Value, Value])[] {
  return Array.from(mappingEntries(run, mapping)).toSorted(([left], [right]) => {
    if (!comparable(left, right)) return typeName(left) < typeName(right) ? -1 : 1
    if (left === null || right === null) return 0
    return orderHolds(run, left, right, '<') ? -1 : orderHolds(run, right, left, '<') ? 1 : 0
  })
}

/** The value with all its dicts in order, so that its one-line form is the sorted one. */
function sortedValue(run: Run, value: Value): Value {
  run.step()
  if (isList(value)) return value.map((item) => sortedValue(run, item))
  if (value instanceof Tuple) return new Tuple(value.items.map((item) => sortedValue(run, item)))
  return isMapping(value) ? new Dict(sortedEntries(run, value).map(([key, item]) => [key, sortedValue(run, item)])) : value
}

function pieces(line: string, width: number, lastWidth: number): string[] {
  const chunks: string[] = []
  const parts = line.match(/\S+\s*|\s+/g) ?? []
  let current = ''
  for (const [index, part] of parts.entries()) {
    const room = index === parts.length - 1 ? lastWidth : width
    const candidate = current + part
    if (codePointLength(stringRepr(candidate)) <= room) current = candidate
    else {
      if (current !== '') chunks.push(stringRepr(current))
      current = part
    }
  }
  if (current !== '') chunks.push(stringRepr(current))
  return chunks
}

/** Long text as several literals under one another; at the outermost level in parentheses. */
function writeText(text: string, place: Place): string {
  const outer = place.level === 1
  const indent = outer ? place.indent + 1 : place.indent
  const width = WIDTH - indent
  const lastWidth = width - place.allowance - (outer ? 1 : 0)
  const lines = splitLines(text, true)
  const chunks = lines.flatMap((line, index) => {
    const room = index === lines.length - 1 ? lastWidth : width
    const shown = stringRepr(line)
    return codePointLength(shown) <= room ? [shown] : pieces(line, width, room)
  })
  if (chunks.length <= 1) return chunks[0] ?? stringRepr(text)
  const joined = chunks.join(`\n${' '.repeat(indent)}`)
  return outer ? `(${joined})` : joined
}

function writeItems(run: Run, items: readonly Value[], place: Place, close: string): string {
  const indent = place.indent + 1
  const written = items.map((item, index) =>
    write(run, item, { indent, allowance: index === items.length - 1 ? place.allowance + close.length : 1, level: place.level }),
  )
  return written.join(`,\n${' '.repeat(indent)}`) + close
}

function writeDict(run: Run, dict: Dict, place: Place): string {
  const indent = place.indent + 1
  const entries = Array.from(dict.entries())
  const written = entries.map(([key, item], index) => {
    const name = toRepr(run, key)
    const allowance = index === entries.length - 1 ? place.allowance + 1 : 1
    return `${name}: ${write(run, item, { indent: indent + codePointLength(name) + 2, allowance, level: place.level })}`
  })
  return `{${written.join(`,\n${' '.repeat(indent)}`)}}`
}

function write(run: Run, value: Value, { indent, allowance, level }: Place): string {
  run.step()
  const line = toRepr(run, value)
  if (codePointLength(line) <= WIDTH - indent - allowance) return line
  const place: Place = { indent, allowance, level: level + 1 }
  if (typeof value === 'string') return writeText(value, place)
  if (isList(value) && value.length > 0) return `[${writeItems(run, value, place, ']')}`
  if (value instanceof Tuple) return `(${writeItems(run, value.items, place, value.items.length === 1 ? ',)' : ')')}`
  return value instanceof Dict && value.size > 0 ? writeDict(run, value, place) : line
}

/** Python's `pprint`: dicts sorted, and what does not fit a line spread over several. */
export const prettyPrint = (run: Run, value: Value): string => write(run, sortedValue(run, value), { indent: 0, allowance: 0, level: 0 })

import type { JsonPath, Segment, Selector } from './ast.ts'
import { PathReader, PathSyntaxError } from './path-reader.ts'
import { FilterReader } from './read-filter.ts'
import { isDigit, readInteger, readString } from './read-literal.ts'

const isNameStart = (unit: string | undefined): boolean =>
  unit !== undefined && ((unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z') || unit === '_' || unit >= '\u0080')
const isNameUnit = (unit: string): boolean => isNameStart(unit) || isDigit(unit)

function readSlice(reader: PathReader, start: number | undefined): Selector {
  reader.expect(':')
  reader.blanks()
  const end = readInteger(reader)
  reader.blanks()
  let step: number | undefined
  if (reader.take(':')) {
    reader.blanks()
    step = readInteger(reader)
  }
  return { kind: 'slice', ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }), step: step ?? 1 }
}

function readIndexOrSlice(reader: PathReader): Selector {
  const index = readInteger(reader)
  const before = reader.at
  reader.blanks()
  if (reader.peek() === ':') return readSlice(reader, index)
  reader.at = before
  if (index === undefined) throw reader.problem('expected a selector')
  return { kind: 'index', index }
}

function readSelector(reader: PathReader): Selector {
  const unit = reader.peek()
  if (unit === '"' || unit === "'") return { kind: 'name', name: readString(reader) }
  if (reader.take('*')) return { kind: 'wildcard' }
  if (!reader.take('?')) return readIndexOrSlice(reader)
  reader.blanks()
  return { kind: 'filter', test: new FilterReader(reader, () => readPath(reader)).logical() }
}

function readBrackets(reader: PathReader): readonly Selector[] {
  return reader.nested(() => {
    reader.expect('[')
    const selectors: Selector[] = []
    do {
      reader.blanks()
      selectors.push(readSelector(reader))
      reader.blanks()
    } while (reader.take(','))
    reader.expect(']')
    return selectors
  })
}

function readDotted(reader: PathReader): Selector {
  if (reader.take('*')) return { kind: 'wildcard' }
  if (!isNameStart(reader.peek())) throw reader.problem('expected a name')
  return { kind: 'name', name: reader.takeWhile(isNameUnit) }
}

function readSegment(reader: PathReader): Segment | undefined {
  if (reader.peek() === '[') return { descendant: false, selectors: readBrackets(reader) }
  if (reader.take('..')) {
    return { descendant: true, selectors: reader.peek() === '[' ? readBrackets(reader) : [readDotted(reader)] }
  }
  return reader.take('.') ? { descendant: false, selectors: [readDotted(reader)] } : undefined
}

function readPath(reader: PathReader): JsonPath {
  const from = reader.take('$') ? 'root' : 'current'
  if (from === 'current') reader.expect('@')
  const segments: Segment[] = []
  for (;;) {
    const before = reader.at
    reader.blanks()
    const segment = readSegment(reader)
    if (segment === undefined) {
      reader.at = before
      return { from, segments }
    }
    segments.push(segment)
  }
}

/**
 * Reads a JSONPath; null where it is malformed, or uses a function in a way that its types do not allow.
 * @see https://www.rfc-editor.org/rfc/rfc9535
 */
export function parseJsonPath(text: string): JsonPath | null {
  if (!text.startsWith('$')) return null
  const reader = new PathReader(text)
  try {
    const path = readPath(reader)
    return reader.done ? path : null
  } catch (error) {
    if (error instanceof PathSyntaxError) return null
    throw error
  }
}

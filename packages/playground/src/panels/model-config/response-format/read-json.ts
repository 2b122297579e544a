/** What stops a text from being JSON; `name` is the name that stands twice. */
export type JsonFault =
  | { readonly code: 'empty' | 'end' | 'value' | 'key' | 'colon' | 'after' | 'string' | 'number' | 'deep' }
  | { readonly code: 'comma'; readonly where: 'object' | 'list' }
  | { readonly code: 'duplicate'; readonly name: string }

export type JsonPath = readonly (string | number)[]

export type JsonReading =
  | {
      readonly ok: true
      readonly value: unknown
      /** Where the value at a path begins; -1 for a path that leads nowhere. UTF-16 units from the start. */
      readonly offsetOf: (path: JsonPath) => number
    }
  | { readonly ok: false; readonly fault: JsonFault; readonly offset: number }

/** Deeper nesting is nobody's schema, and would exhaust the stack. */
const MAX_DEPTH = 200

class Fault extends Error {
  readonly fault: JsonFault
  readonly offset: number
  constructor(fault: JsonFault, offset: number) {
    super(fault.code)
    this.fault = fault
    this.offset = offset
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const STRING = /"(?:[^"\\]|\\.)*"/sy
const SPACE = /[ \t\n\r]*/y
const WORDS: readonly (readonly [string, boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
]

const keyOf = (path: JsonPath): string => JSON.stringify(path)

/** A string as the engine reads it; null where it holds what must be escaped, or an escape that means nothing. */
function unquoted(quoted: string): string | null {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return null
  }
}

/**
 * Reads JSON and remembers where everything stands. The engine's own reader says where it failed in words of its own, or not at all;
 * and where a value that can be read is wrong, it cannot say.
 */
export function readJson(text: string): JsonReading {
  const offsets = new Map<string, number>()
  let at = 0

  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found === null) return null
    at += found[0].length
    return found[0]
  }
  const space = () => void match(SPACE)
  const fail = (fault: JsonFault): never => {
    throw new Fault(at >= text.length && fault.code !== 'empty' ? { code: 'end' } : fault, at)
  }
  const string = (): string => {
    const start = at
    const quoted = match(STRING)
    const content = quoted === null ? null : unquoted(quoted)
    if (content !== null) return content
    at = start
    return fail({ code: 'string' })
  }

  function value(path: JsonPath): unknown {
    if (path.length > MAX_DEPTH) fail({ code: 'deep' })
    space()
    offsets.set(keyOf(path), at)
    const first = text[at]
    if (first === '{') return object(path)
    if (first === '[') return list(path)
    if (first === '"') return string()
    const word = WORDS.find(([name]) => text.startsWith(name, at))
    if (word !== undefined) {
      at += word[0].length
      return word[1]
    }
    const number = match(NUMBER)
    if (number !== null) return /[\w.]/.test(text[at] ?? '') ? fail({ code: 'number' }) : Number(number)
    return fail({ code: first !== undefined && /[-+.\d]/.test(first) ? 'number' : 'value' })
  }

  function object(path: JsonPath): unknown {
    const members: Record<string, unknown> = Object.create(null)
    at += 1
    space()
    if (text[at] === '}') return close(members)
    for (;;) {
      space()
      if (text[at] !== '"') fail({ code: 'key' })
      const start = at
      const name = string()
      if (name in members) {
        at = start
        fail({ code: 'duplicate', name })
      }
      space()
      if (text[at] !== ':') fail({ code: 'colon' })
      at += 1
      members[name] = value([...path, name])
      space()
      if (text[at] === '}') return close(members)
      if (text[at] !== ',') fail({ code: 'comma', where: 'object' })
      at += 1
    }
  }

  function list(path: JsonPath): unknown {
    const items: unknown[] = []
    at += 1
    space()
    if (text[at] === ']') return close(items)
    for (;;) {
      items.push(value([...path, items.length]))
      space()
      if (text[at] === ']') return close(items)
      if (text[at] !== ',') fail({ code: 'comma', where: 'list' })
      at += 1
    }
  }

  function close<Whole>(whole: Whole): Whole {
    at += 1
    return whole
  }

  try {
    if (text.trim() === '') fail({ code: 'empty' })
    const read = value([])
    space()
    if (at < text.length) fail({ code: 'after' })
    return { ok: true, value: read, offsetOf: (path) => offsets.get(keyOf(path)) ?? -1 }
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.fault, offset: error.offset }
    throw error
  }
}

/** Line and column, both from 1, of a place in a text. */
export function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, Math.max(0, offset))
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

/** A path as people write it: `properties.intent.enum[2]`; the root is `$`. */
export const pathText = (path: JsonPath): string =>
  path.length === 0
    ? '$'
    : path
        .map((step, index) =>
          typeof step === 'number'
            ? `[${step}]`
            : /^[\w$-]+$/.test(step)
              ? `${index === 0 ? '' : '.'}${step}`
              : `[${JSON.stringify(step)}]`,
        )
        .join('')

import type { JsonValue } from './json-value.ts'

/** What stands before a value on its first line: nothing in a list, its name in an object. */
export const labelOf = (name: string | null): string => (name === null ? '' : `${JSON.stringify(name)}: `)
export const indent = (depth: number): string => '  '.repeat(depth)

/** A value laid out, a line each; `end` is what follows it, a comma mostly. */
export function* linesOf(value: JsonValue, name: string | null, depth: number, end: string): Generator<string> {
  const lead = indent(depth) + labelOf(name)
  if (value.kind === 'leaf') {
    yield lead + value.text + end
    return
  }
  const [open, close] = value.kind === 'list' ? '[]' : '{}'
  const inside = value.kind === 'list' ? value.items.map((item) => [null, item] as const) : [...value.members]
  if (inside.length === 0) {
    yield lead + open + close + end
    return
  }
  yield lead + open
  for (const [at, [own, held]] of inside.entries()) yield* linesOf(held, own, depth + 1, at < inside.length - 1 ? ',' : '')
  yield indent(depth) + close + end
}

import type { CodeLine } from './json-lines.ts'

/** The first and the last line of what stands under a name in JSON that is laid out; null where nothing does. */
export function markedLines(lines: readonly CodeLine[], name: string): readonly [first: number, last: number] | null {
  const quoted = JSON.stringify(name)
  const first = lines.findIndex(({ pieces }) => pieces.some(({ kind, text }) => kind === 'name' && text === quoted))
  const head = lines[first]
  if (head === undefined) return null
  const isDeeper = (at: number) => (lines[at]?.indent ?? 0) > head.indent
  let last = first
  while (isDeeper(last + 1)) last += 1
  // What was opened on the first line is closed on the line after the last deeper one.
  return [first, last === first ? first : last + 1]
}

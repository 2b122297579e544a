import type { ModelSettings } from '@vitrine/contracts'

export const stopList = (stop: ModelSettings['stop']): readonly string[] =>
  stop === undefined ? [] : typeof stop === 'string' ? [stop] : stop

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['\\', '\\'],
])
const LETTERS: ReadonlyMap<string, string> = new Map([...ESCAPES].map(([letter, character]) => [character, letter]))

/** What somebody typed into one line, with `\n`, `\t`, `\r` and `\\` read as what they mean; other backslashes stay. */
export const readStop = (typed: string): string => typed.replace(/\\([ntr\\])/g, (whole, letter: string) => ESCAPES.get(letter) ?? whole)

/** A sequence in one line, so that it can be seen and typed again. */
export const showStop = (sequence: string): string =>
  sequence.replace(/[\n\t\r\\]/g, (character) => `\\${LETTERS.get(character) ?? character}`)

/** With one more, each once; undefined where nothing is left to send. */
export function withStop(stop: ModelSettings['stop'], added: string): ModelSettings['stop'] {
  const list = stopList(stop)
  return added === '' || list.includes(added) ? stop : [...list, added]
}

export function withoutStop(stop: ModelSettings['stop'], index: number): ModelSettings['stop'] | undefined {
  const left = stopList(stop).filter((_, at) => at !== index)
  return left.length === 0 ? undefined : left
}

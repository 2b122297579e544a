import type { Getter } from 'jotai'
import type { PlaygroundState } from '../state/playground-state.ts'
import { plainText } from './match-text.ts'

export interface FoundCase {
  readonly rowId: string
  /** From 1. */
  readonly number: number
  /** The value in which it was found, or its first one. */
  readonly text: string
}

const LONGEST_SHOWN = 80
/** Of a long value only the beginning is searched: the palette answers at every key. */
const LONGEST_SEARCHED = 400

const shown = (value: string): string => {
  const line = value.trim().replaceAll(/\s+/g, ' ')
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN - 1)}…` : line
}

/** The case of a number that was typed (`7`, `#7`), then those in whose values every word is found; at most `most`. */
export function findCases(query: string, get: Getter, { rows }: PlaygroundState, most: number): readonly FoundCase[] {
  const words = plainText(query).split(' ').filter(Boolean)
  const ids = get(rows.idsAtom)
  const found: FoundCase[] = []
  const valuesOf = (rowId: string) => Object.values(get(rows.rowAtom(rowId))?.data ?? {})
  const typed = /^\s*#?\s*(\d{1,9})\s*$/.exec(query)?.[1]
  const numbered = typed === undefined ? undefined : ids[Number(typed) - 1]
  if (numbered !== undefined) found.push({ rowId: numbered, number: Number(typed), text: shown(valuesOf(numbered)[0] ?? '') })
  if (words.length === 0 || (words.length === 1 && (words[0]?.length ?? 0) < 2)) return found

  for (const [index, rowId] of ids.entries()) {
    if (found.length >= most) break
    if (rowId === numbered) continue
    const value = valuesOf(rowId).find((one) => {
      const text = plainText(one.slice(0, LONGEST_SEARCHED))
      return words.every((word) => text.includes(word))
    })
    if (value !== undefined) found.push({ rowId, number: index + 1, text: shown(value) })
  }
  return found
}

import { graphemesOf } from '../../language/segment.ts'
import { numbersIn, readNumber } from '../../language/numbers.ts'

/** How a list is to be put in order. `null` keeps the order it has. */
export interface Order {
  readonly by: 'alphabet' | 'number' | 'length' | null
  readonly isDescending: boolean
  readonly isReversed: boolean
  readonly isUnique: boolean
}

const DESCENDING =
  /\b(?:descending|desc|decreasing|z\s*(?:-|–|to)\s*a|reverse(?:d)? (?:alphabetical(?:ly)?|alphabet|numerical(?:ly)?|order)|(?:largest|biggest|highest|longest|greatest|most\b[^,.]*|newest|latest) (?:first|to)|(?:high|large|long)(?:est)?[- ]to[- ](?:low|small|short)(?:est)?|from (?:largest|highest|longest|biggest))\b|\babsteigend\b/iu
const SORT = /\b(?:sort(?:ed)?|order(?:ed)?|arrange|rank|alphabeti[sz]e|sortiere|trie|ordena|alphabetical(?:ly)?|ascending|descending)\b/iu

const collator = new Intl.Collator('en', { sensitivity: 'variant' })
const valueOf = (item: string): number => readNumber(item) ?? numbersIn(item)[0]?.value ?? Number.POSITIVE_INFINITY

export function readOrder(instruction: string, items: readonly string[]): Order {
  const isSort = SORT.test(instruction)
  const isLength = /\blength\b|\b(?:short|long)est\b|\bshort to long\b/iu.test(instruction)
  const isAlphabet = /\balphabet/iu.test(instruction)
  const isNumber = /\bnumeric|\bnumbers?\b|\b(?:small|larg|bigg|high|low|great)est\b|\bby (?:value|amount|price|size|age|score)\b/iu.test(
    instruction,
  )
  const allNumbers = items.every((item) => readNumber(item) !== null)
  const isDescending = DESCENDING.test(instruction)
  return {
    by:
      !isSort && !isLength
        ? null
        : isLength
          ? 'length'
          : !isAlphabet && (allNumbers || (isNumber && items.some((item) => numbersIn(item).length > 0)))
            ? 'number'
            : 'alphabet',
    isDescending,
    isReversed: !isSort && /\b(?:revers|invert)/iu.test(instruction),
    isUnique: /\bduplicate|\bde-?dup|\bunique\b|\bdistinct\b/iu.test(instruction),
  }
}

const COMPARE = {
  alphabet: (one: string, other: string) => collator.compare(one, other),
  number: (one: string, other: string) => valueOf(one) - valueOf(other) || collator.compare(one, other),
  length: (one: string, other: string) => graphemesOf(one).length - graphemesOf(other).length,
} as const

function withoutRepeats(items: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return items.filter((item) => {
    const key = item.normalize('NFC').toLowerCase()
    return seen.has(key) ? false : seen.add(key)
  })
}

/** Puts items in order; equal ones keep the order they had. */
export function putInOrder(items: readonly string[], order: Order): readonly string[] {
  const kept = order.isUnique ? withoutRepeats(items) : items
  const { by } = order
  if (by === null) return order.isReversed ? kept.toReversed() : kept
  return kept.toSorted((one, other) => (order.isDescending ? -1 : 1) * COMPARE[by](one, other))
}

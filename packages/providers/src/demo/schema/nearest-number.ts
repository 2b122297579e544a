import { amountsIn } from '../find/amounts.ts'
import { phonesIn } from '../find/contacts.ts'
import { datesIn, timesIn } from '../find/dates.ts'
import { apartFrom } from '../find/found.ts'
import { identifiersIn } from '../find/identifiers.ts'
import { numbersIn } from '../language/numbers.ts'
import { readCount } from '../language/read-count.ts'
import { wordsOf } from '../language/segment.ts'
import { termsOf, type Term } from '../language/terms.ts'
import type { Property } from './property.ts'

const NEAR_WORDS = 3
const EMPTY = /^(?:number|count|total|num|no|amount|quantity|qty|value|of|the|in)$/u
const COUNTED = /\b(?:quantity|qty|count|number|num|how many|units?)\b/u
const AGE =
  /(?<!\d)(\d{1,3})(?:\s*|-)(?:years?(?:\s|-)old|yrs?\b|jahre alt|ans\b|años\b)|\b(?:aged?|age of|i am|i'm|is)\s+(\d{1,3})(?=\s*(?:[,.!?;]|$|and\b|years?\b))/iu

const ORDER = [
  /^(?:a|x|first|left|first number|number 1|num 1|from)$/u,
  /^(?:b|y|second|right|second number|number 2|num 2|to)$/u,
  /^(?:c|z|third)$/u,
] as const

interface Candidate {
  readonly value: number
  readonly at: number
}

/** Numbers that are not part of a date, a time, an amount, a telephone number or a code; small ones also in words. */
function plainNumbers(text: string): readonly Candidate[] {
  const taken = [
    ...datesIn(text),
    ...timesIn(text),
    ...amountsIn(text),
    ...phonesIn(text),
    ...identifiersIn(text).filter((code) => /\D/u.test(code.text)),
  ]
  const digits = apartFrom(numbersIn(text), taken)
  const spelled = wordsOf(text).flatMap(({ text: word, at }) => {
    const value = /^(?:\d|an?$|un|ein|single)/iu.test(word) ? null : readCount(word)
    return value === null ? [] : [{ value, at }]
  })
  return [...digits, ...spelled].toSorted((one, other) => one.at - other.at)
}

/** The number that stands nearest to the words of the property, a few words off at most; null where there is none. */
export function nearestNumber(text: string, property: Property): number | null {
  if (/\bage\b/u.test(property.words)) {
    const age = AGE.exec(text)
    if (age !== null) return Number(age[1] ?? age[2])
  }
  const numbers = plainNumbers(text)
  // `a` and `b` are the first and the second number.
  const order = ORDER.findIndex((pattern) => pattern.test(property.words))
  if (order >= 0) return numbers[order]?.value ?? null
  const words = termsOf(text)
  const starts = wordsOf(text)
  const placeOf = (at: number): number => starts.findLastIndex((word) => word.at <= at)
  const wanted = termsOf(property.words).filter(({ word }) => !EMPTY.test(word))
  const isMeant = (term: Term): boolean =>
    wanted.some(({ stem, concepts }) => stem === term.stem || concepts.some((concept) => term.concepts.includes(concept)))
  const places = words.flatMap((word, index) => (isMeant(word) ? [index] : []))
  const ranked = numbers
    .map(({ value, at }) => ({ value, distance: Math.min(...places.map((place) => Math.abs(place - placeOf(at)))) }))
    .filter(({ distance }) => distance <= NEAR_WORDS)
    .toSorted((one, other) => one.distance - other.distance)
  if (ranked[0] !== undefined) return ranked[0].value
  return COUNTED.test(property.words) && (wanted.length === 0 || numbers.length === 1) ? (numbers[0]?.value ?? null) : null
}

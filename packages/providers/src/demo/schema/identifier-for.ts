import { identifiersIn } from '../find/identifiers.ts'
import { labelledValue } from '../find/labelled.ts'
import type { FillContext } from './fill-context.ts'
import type { Property } from './property.ts'

const GENERAL: ReadonlySet<string> = new Set(['reference', 'ref', 'claim', 'case'])

/** The code that the property names: one that the text calls so, else one that it calls nothing. */
export function identifierFor(property: Property, context: FillContext): string | null {
  const stated = labelledValue(context.said, property.words)
  const codes = identifiersIn(context.text)
  if (stated !== null) return identifiersIn(stated)[0]?.text ?? stated
  const words = new Set(property.words.split(' '))
  const named = codes.find(({ keyword }) => keyword !== null && words.has(keyword))
  const unnamed = codes.find(({ keyword, text }) => (keyword === null || GENERAL.has(keyword)) && /\p{L}|^\d{5,}/u.test(text))
  return (named ?? unnamed)?.text ?? null
}

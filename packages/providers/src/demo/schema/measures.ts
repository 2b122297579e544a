import { speechForm } from '../skills/choose/speech-form.ts'
import { termsOf } from '../language/terms.ts'

const meanings = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { concepts } of termsOf(text)) for (const concept of concepts) counts.set(concept, (counts.get(concept) ?? 0) + 1)
  return counts
}
const TROUBLE = ['broken', 'money_back', 'whereabouts', 'complaint', 'bug', 'soon', 'cancellation'] as const

/** How pressing a text is by its words, from 0 to 1: `today` is 1, trouble and `soon` are in the middle, thanks and questions 0. */
export function urgencyOf(text: string): number {
  const found = meanings(text)
  if (found.has('patient')) return 0
  if (found.has('urgent')) return 1
  if (speechForm(text).isThanks) return 0
  return TROUBLE.some((concept) => found.has(concept)) ? 0.5 : 0
}

/** How kind a text is by its words, from 0 to 1; 0.5 where its words say neither. */
export function kindnessOf(text: string): number {
  const found = meanings(text)
  const [good, bad] = [found.get('positive') ?? 0, found.get('negative') ?? 0]
  return good + bad === 0 ? 0.5 : good / (good + bad)
}

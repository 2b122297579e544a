import { failed, passed } from '../check-result.ts'
import type { Evaluator } from '../evaluator.ts'
import { jsonOf } from '../json-of.ts'

export const isJson: Evaluator<'is-json'> = (_, { answer: { text } }) =>
  jsonOf(text).ok ? passed({ code: 'json' }) : failed({ code: 'not-json', looksLike: looksLike(text) })

/** What most answers are that should have been JSON. */
export function looksLike(text: string): 'empty' | 'fenced' | 'other' {
  const trimmed = text.trim()
  if (trimmed === '') return 'empty'
  return trimmed.startsWith('```') ? 'fenced' : 'other'
}

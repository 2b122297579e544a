import { failed, passed } from '../check-result.ts'
import type { Evaluator } from '../evaluator.ts'
import { findText } from '../find-text.ts'

export const icontains: Evaluator<'icontains'> = (check, evaluation) => {
  const search = findText(check, evaluation, indexInAnyCase)
  if ('result' in search) return search.result
  const { wanted, at } = search
  return at >= 0 ? passed({ code: 'found', wanted, at }) : failed({ code: 'not-found', wanted })
}

function indexInAnyCase(text: string, wanted: string): number {
  const lower = text.toLowerCase()
  const at = lower.indexOf(wanted.toLowerCase())
  // A few letters grow when their case changes (İ), so a place is counted in the text as it was written.
  return at <= 0 || lower.length === text.length ? at : shortestReaching(text, at)
}

/** How much of a text is so long in lower case. */
function shortestReaching(text: string, lowerLength: number): number {
  let at = 0
  for (let length = 0; length < lowerLength; at++) length += text.charAt(at).toLowerCase().length
  return at
}

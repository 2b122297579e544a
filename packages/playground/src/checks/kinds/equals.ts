import { canonicalText } from '../../state/text-hash.ts'
import { excerpt, failed, passed, unknown } from '../check-result.ts'
import type { Evaluator } from '../evaluator.ts'
import { jsonOf } from '../json-of.ts'
import { wantedText } from '../wanted-text.ts'

/** Letter by letter. Where JSON was asked for, an object or a list is compared by value, so that spaces and the order of keys do not matter. */
export const equals: Evaluator<'equals'> = (check, evaluation) => {
  const wanted = wantedText(check, evaluation)
  if (wanted === null) return unknown({ code: 'nothing-expected' })
  const { text, parsed } = evaluation.answer
  if (text === wanted) return passed({ code: 'same', as: 'text' })
  if (typeof parsed === 'object' && parsed !== null && isSameValue(parsed, wanted)) return passed({ code: 'same', as: 'json' })
  return failed({ code: 'differs', at: firstDifference(text, wanted), wanted: excerpt(wanted) })
}

function isSameValue(value: object, wanted: string): boolean {
  const read = jsonOf(wanted)
  return read.ok && canonicalText(read.value) === canonicalText(value)
}

function firstDifference(one: string, other: string): number {
  let at = 0
  while (at < one.length && one.charCodeAt(at) === other.charCodeAt(at)) at++
  return at
}

import { amountsIn } from '../find/amounts.ts'
import { emailsIn, phonesIn, urlsIn } from '../find/contacts.ts'
import { datesIn } from '../find/dates.ts'
import { identifiersIn } from '../find/identifiers.ts'
import { labelledValue } from '../find/labelled.ts'
import { termsOf } from '../language/terms.ts'
import { speechForm } from '../skills/choose/speech-form.ts'
import type { FillContext } from './fill-context.ts'
import { found, lacking, type Filled } from './filled.ts'
import { kindnessOf, urgencyOf } from './measures.ts'
import type { Property } from './property.ts'

const TESTS: readonly { readonly words: RegExp; readonly test: (text: string) => boolean }[] = [
  { words: /\bquestion\b/u, test: (text) => speechForm(text).isQuestion || /[?？]/u.test(text) },
  { words: /\burgent|urgency\b/u, test: (text) => urgencyOf(text) === 1 },
  { words: /\bpositive|happy|satisfied\b/u, test: (text) => kindnessOf(text) > 0.5 },
  { words: /\bnegative|complaint|unhappy|dissatisfied\b/u, test: (text) => kindnessOf(text) < 0.5 },
  { words: /\b(?:e ?mail)\b/u, test: (text) => emailsIn(text).length > 0 },
  { words: /\bphone\b/u, test: (text) => phonesIn(text).length > 0 },
  { words: /\b(?:link|url)\b/u, test: (text) => urlsIn(text).length > 0 },
  { words: /\bdate\b/u, test: (text) => datesIn(text).length > 0 },
  { words: /\b(?:price|amount|cost)\b/u, test: (text) => amountsIn(text).length > 0 },
  { words: /\b(?:number|id|reference)\b/u, test: (text) => identifiersIn(text).length > 0 },
]
const FRAME = /\b(?:is|are|was|has|have|had|can|should|needs?|wants?|contains?|includes?|mentions?|requires?|customer|user|flag)\b/gu
const DENIED =
  /(?<!\p{L})(?:no|not|never|without|isn['’]t|wasn['’]t|aren['’]t|don['’]t|doesn['’]t|didn['’]t|nicht|kein\p{L}*|pas)\s+(?:\p{L}+\s+){0,2}$/iu

/** Whether the text says of itself what the property names: by its words or others of their meaning, unless they are denied. */
function isSaid(text: string, words: string): boolean {
  const wanted = termsOf(words.replaceAll(FRAME, ' ')).filter((term) => term.isContent)
  if (wanted.length === 0) return false
  const terms = termsOf(text)
  return wanted.every((each) =>
    terms.some((term) => {
      const meets = term.stem === each.stem || term.concepts.some((concept) => each.concepts.includes(concept))
      return meets && !DENIED.test(text.slice(0, text.indexOf(term.word)))
    }),
  )
}

export function fillFlag(property: Property, context: FillContext): Filled {
  const stated = labelledValue(context.said, property.words)
  if (stated !== null && /^(?:yes|true|no|false|ja|nein|oui|non|sí|y|n|1|0|on|off)\b/iu.test(stated)) {
    return found(/^(?:yes|true|ja|oui|sí|y\b|1|on)/iu.test(stated))
  }
  const special = TESTS.find(({ words }) => words.test(property.words))
  if (special !== undefined) return found(special.test(context.text))
  return isSaid(context.text, property.words) ? found(true) : lacking(false)
}

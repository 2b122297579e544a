import { amountsIn } from './amounts.ts'
import { emailsIn, phonesIn, urlsIn } from './contacts.ts'
import { datesIn, timesIn } from './dates.ts'
import { apartFrom, matchesOf, type Found } from './found.ts'

/** A number or code that names a thing. `keyword` is the word before it that says of what kind, in lower case. */
export interface FoundIdentifier extends Found {
  readonly keyword: string | null
}

const CODE =
  /(?<![\p{L}\p{N}@._/-])(?:\p{Lu}{1,8}[-_/ ]?\d[\p{Lu}\d]{0,40}(?:[-_/][\p{Lu}\d]{1,40}){0,6}|#\s?([\p{L}\d-]{0,20}\d[\p{L}\d-]{0,20})|(?=[\p{Lu}\d-]{0,40}\d)(?=\d{0,40}[\p{Lu}])[\p{Lu}\d]{2,40}(?:-[\p{Lu}\d]{1,40}){0,6}|\d{4,40}(?:-\d{1,40}){0,6})(?![\p{L}\p{N}@_])/gu
const KEYWORDS =
  /\b(order|bestell\p{L}*|commande|pedido|invoice|rechnung\p{L}*|facture|ticket|case|tracking|account|customer|booking|reservation|flight|reference|ref|sku|article|item|product|serial|model|policy|claim|po|contract|member(?:ship)?|transaction|iban|vat|isbn)\b(?:[\s.:#-]|no\b|nr\b|number\b|id\b|code\b|is\b|nummer\b|n°|№)*$/iu

/** Codes such as `A-20417`, `#123` or a long number, which are no date, time, amount, telephone number or address of the net. */
export function identifiersIn(text: string): readonly FoundIdentifier[] {
  const others = [...datesIn(text), ...timesIn(text), ...amountsIn(text), ...phonesIn(text), ...emailsIn(text), ...urlsIn(text)]
  return apartFrom(matchesOf(text, CODE), others).map((code) => ({
    text: code.text,
    at: code.at,
    keyword: KEYWORDS.exec(text.slice(Math.max(0, code.at - 40), code.at))?.[1]?.toLowerCase() ?? null,
  }))
}

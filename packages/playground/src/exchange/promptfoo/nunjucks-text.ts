/** What the other tool takes for the beginning of something to be filled in or run, and the end that it takes for one without a beginning. */
const MARKS = /\{(?=[{%#])|(?<=#)\}/g
const ESCAPED = /\{\{ '([{}])' \}\}/g
const NAME = String.raw`[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*`
const SIMPLE = new RegExp(String.raw`(\{\{\s*${NAME}\s*\}\})`, 'u')
/** Names that only curly templates have, and braces that mean something there by their number. */
const CURLY_ONLY = /\{\{[^{}]*\}\}|\{\{\{/

/** Whether the other tool would do more with a text than take it as it is. */
export const hasNunjucks = (text: string): boolean => /\{[{%#]|#\}/.test(text)

/** A text as the other tool has to be given it so that it stays what it is. */
export const literalText = (text: string): string => text.replaceAll(MARKS, (mark) => `{{ '${mark}' }}`)

/** The text that `literalText` wrote; null for one that is more than a text. */
export function textOfLiteral(written: string): string | null {
  const text = written.replaceAll(ESCAPED, '$1')
  return literalText(text) === written ? text : null
}

/** A curly template in the language of the other tool; null for one whose names that has no way to write. */
export function nunjucksOfCurly(text: string): string | null {
  const pieces = text.includes('{{{') ? [text] : text.split(SIMPLE)
  const between = pieces.filter((_, index) => index % 2 === 0)
  if (between.some((piece) => CURLY_ONLY.test(piece))) return null
  return pieces.map((piece, index) => (index % 2 === 0 ? literalText(piece) : piece)).join('')
}

/** The curly template that a text of the other tool is; null for one that does more than name values. */
export function curlyOfNunjucks(text: string): string | null {
  const curly = text.replaceAll(ESCAPED, '$1')
  // What is not written like this again does more, or a brace that is meant as it stands would become half of a placeholder.
  return nunjucksOfCurly(curly) === text ? curly : null
}

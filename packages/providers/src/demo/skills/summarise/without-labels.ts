import { wordsOf } from '../../language/segment.ts'

/** `Ticket: `, `- **Order date**: `: a name of one to three words at the beginning of a line, and what stands behind its colon. */
const LABELLED =
  /^[^\S\n]*(?:[-*•][^\S\n]+)?["'*_]{0,2}\p{L}[\p{L}\p{N}_-]{0,23}(?:[^\S\n][\p{L}\p{N}_-]{1,24}){0,2}["'*_]{0,2}:["'*_]{0,2}[^\S\n]+(\S.*)$/u

/** A value of so few words that is no sentence, such as a name or a date, says nothing of what the text is about. */
const SAYS_LITTLE = 4

const isSaying = (value: string): boolean => wordsOf(value).length > SAYS_LITTLE || /[.!?…]["'”)]*$/u.test(value)

/**
 * What a text says, without the names that a form gives its lines: they are no part of it. Lines that hold a mere value go too, as
 * long as another says something.
 */
export function withoutLabels(text: string): string {
  const lines = text.split('\n').map((line) => {
    const value = LABELLED.exec(line)?.[1]
    return value === undefined ? { text: line, isSaying: /\p{L}/u.test(line) } : { text: value, isSaying: isSaying(value) }
  })
  const kept = lines.some((line) => line.isSaying) ? lines.filter((line) => line.isSaying || line.text.trim() === '') : lines
  return kept.map((line) => line.text).join('\n')
}

import { compareJson } from './compare-json.ts'
import { compareText } from './compare-text.ts'
import type { Difference } from './difference.ts'
import { Identities, looksLikeDocument, readDocument, TooMuchJson } from './json-value.ts'

/** What two texts can be compared as: JSON, where each looks like an object or a list. */
export const comparableAsJson = (before: string, after: string): boolean => looksLikeDocument(before) && looksLikeDocument(after)

/**
 * What differs between two texts. JSON that is none, or too much, is compared as text. Bounded in its work, whatever the texts hold.
 *
 * *Shape*: `rows` are both texts from their beginning to their end.
 */
export function diffOf(before: string, after: string, kind: 'text' | 'json'): Difference {
  if (kind === 'text') return compareText(before, after)
  try {
    const identities = new Identities()
    const [old, fresh] = [readDocument(before, identities), readDocument(after, identities)]
    return old === null || fresh === null ? compareText(before, after) : compareJson(old, fresh)
  } catch (error) {
    if (!(error instanceof TooMuchJson)) throw error
    const difference = compareText(before, after)
    return { ...difference, notes: ['tooDeep', ...difference.notes] }
  }
}

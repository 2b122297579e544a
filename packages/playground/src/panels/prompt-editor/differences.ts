import { diffWordsWithSpace } from 'diff'

export interface Difference {
  /** Where it stands among the pieces, as an offset; unique. */
  readonly at: number
  readonly kind: 'same' | 'added' | 'removed'
  readonly value: string
}

/** Two texts as one, word by word. */
export function differences(before: string, after: string): readonly Difference[] {
  let at = 0
  return diffWordsWithSpace(before, after).map(({ added, removed, value }) => {
    const start = at
    at += value.length
    return { at: start, kind: added ? 'added' : removed ? 'removed' : 'same', value }
  })
}

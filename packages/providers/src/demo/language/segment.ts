// One fixed locale: the same text must be cut the same way on every machine. The rules of Unicode do the rest for every script.
const words = new Intl.Segmenter('en', { granularity: 'word' })
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

export interface WordAt {
  readonly text: string
  readonly at: number
}

/** The words of a text in order, without spaces and signs. */
export function wordsOf(text: string): readonly WordAt[] {
  const found: WordAt[] = []
  for (const { segment, index, isWordLike } of words.segment(text)) if (isWordLike === true) found.push({ text: segment, at: index })
  return found
}

/** What a reader takes for one character each, emoji and combining marks included. */
export const graphemesOf = (text: string): readonly string[] => Array.from(graphemes.segment(text), ({ segment }) => segment)

/** What empty lines part from each other. */
export const paragraphsOf = (text: string): readonly string[] => text.split(/\n[^\S\n]*\n\s*/u).filter((block) => block.trim() !== '')

const ABBREVIATED = /(?:^|[\s(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|No|Nr|vs|etc|ca|approx|e\.g|i\.e|z\.B|bzw|Sr|Jr|Co|Inc|Ltd)\.\s*$/u

/** The sentences of a text, trimmed; an abbreviation ends none, a line break with an empty line or a list sign does. */
export function sentencesOf(text: string): readonly string[] {
  const found: string[] = []
  for (const block of paragraphsOf(text).flatMap((paragraph) => paragraph.split(/\n(?=[^\S\n]*(?:[-*•]|\d{1,4}[.)])\s)/u))) {
    let open = ''
    for (const { segment } of sentences.segment(block.replace(/\s+/gu, (space) => (space.includes('\n') ? ' ' : space)))) {
      open += segment
      if (ABBREVIATED.test(open)) continue
      found.push(open.trim())
      open = ''
    }
    found.push(open.trim())
  }
  return found.filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
}

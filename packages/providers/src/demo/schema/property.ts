import { sentencesOf, wordsOf } from '../language/segment.ts'
import { stemOf } from '../language/stem.ts'

/** A place in a schema, as its name and the prompt describe it. */
export interface Property {
  /** As the schema spells it; empty for the root. */
  readonly name: string
  /** The words of the name in lower case, `orderNumber` and `order_number` alike: `order number`. */
  readonly words: string
  /** The schema's own description, hyphens as spaces, in lower case. */
  readonly description: string
  /** The schema's description and the sentences of the prompt that speak of the property. */
  readonly hint: string
}

const spaced = (name: string): string =>
  name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

export function propertyOf(name: string, description: unknown, rules: string): Property {
  const words = spaced(name)
  const stems = wordsOf(words).map((word) => stemOf(word.text))
  const speaking = sentencesOf(rules).filter((sentence) => {
    const own = new Set(wordsOf(sentence).map((word) => stemOf(word.text)))
    return sentence.includes(name) || (stems.length > 0 && stems.every((stem) => own.has(stem)))
  })
  const own = typeof description === 'string' ? description : ''
  return {
    name,
    words,
    description: own.replaceAll(/[-_]/gu, ' ').toLowerCase(),
    hint: [own, ...(name === '' ? [] : speaking)].join('\n').trim(),
  }
}

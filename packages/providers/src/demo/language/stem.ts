const SUFFIXES = ['ments', 'ment', 'ingly', 'ings', 'ing', 'edly', 'ed', 'ies', 'ers', 'er', 'es', 'ly', 's', 'e', 'y', 'i'] as const
const DOUBLED = /([bdfgklmnprt])\1$/u
/** Only before these is a last consonant doubled: swap, swapped; but happy, happier. */
const DOUBLING: ReadonlySet<string> = new Set(['ing', 'ings', 'ed', 'er', 'ers'])
const SHORTEST = 3

/** Compatibility forms are one, capitals and accents do not count: `Café` and `CAFE` fold to `cafe`. */
export const foldWord = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u2019']/gu, '')
    .toLowerCase()

function withoutSuffix(word: string): string {
  const suffix = word.endsWith('ss')
    ? undefined
    : SUFFIXES.find((ending) => word.endsWith(ending) && word.length - ending.length >= SHORTEST)
  if (suffix === undefined) return word
  const stem = word.slice(0, -suffix.length)
  return DOUBLING.has(suffix) && DOUBLED.test(stem) && stem.length > SHORTEST ? stem.slice(0, -1) : stem
}

/**
 * A rough stem, good enough to find a word again in another form: `delivery`, `delivered` and `delivers` are one. Made for English;
 * words of other languages lose the same endings on both sides of a comparison, so that they still meet themselves.
 */
export function stemOf(word: string): string {
  let stem = foldWord(word)
  if (!/^[a-z]+$/u.test(stem)) return stem
  for (let next = withoutSuffix(stem); next !== stem; next = withoutSuffix(stem)) stem = next
  return stem
}

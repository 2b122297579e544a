import { LONGEST_NAME } from './limits.ts'

/** Signs that are not seen, and those that turn the direction of what follows: with them a name looks like another. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu

/** A file's name without its folders and without what is not seen; its ending stays where it is cut. */
export function cleanName(name: string): string {
  const plain = name
    .replace(/^.*[/\\]/s, '')
    .replaceAll(UNSEEN, '')
    .trim()
  if (plain.length <= LONGEST_NAME) return plain
  const ending = /\.[^.]{1,12}$/u.exec(plain)?.[0] ?? ''
  return plain.slice(0, LONGEST_NAME - ending.length) + ending
}

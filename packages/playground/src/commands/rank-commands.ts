import type { Command } from './command.ts'
import { isGuess, matchScore, plainText } from './match-text.ts'

export interface NamedCommand {
  readonly command: Command
  /** In the reader's language. */
  readonly title: string
  readonly section: string
  readonly isAvailable: boolean
}

/** A section's name finds what stands in it, behind what is called so itself. */
const BY_SECTION = 0.1
/** What can be done comes before what fits a little better and cannot. */
const UNAVAILABLE = 0.75

/**
 * The commands that fit what was typed, the best first. Without anything typed: those used last, then all in their order.
 *
 * `recent` are ids, the latest first; one that is there no more is passed over.
 */
export function rankCommands<Named extends NamedCommand>(
  query: string,
  all: readonly Named[],
  recent: readonly string[],
): readonly Named[] {
  const plain = plainText(query)
  const recency = ({ command }: Named) => {
    const at = recent.indexOf(command.id)
    return at === -1 ? recent.length : at
  }
  if (plain === '') return all.toSorted((left, right) => recency(left) - recency(right))
  const scored = all.flatMap((named) => {
    const title = plainText(named.title)
    const own = matchScore(plain, title)
    const score = own ?? scaled(matchScore(plain, `${title} ${plainText(named.section)}`))
    return score === null ? [] : [{ named, isGuess: own !== null && isGuess(own), score: named.isAvailable ? score : score * UNAVAILABLE }]
  })
  // Who typed a word means that word.
  const isMeant = scored.some((one) => !one.isGuess)
  return scored
    .filter((one) => !isMeant || !one.isGuess)
    .toSorted((left, right) => right.score - left.score || recency(left.named) - recency(right.named))
    .map(({ named }) => named)
}

const scaled = (score: number | null): number | null => (score === null ? null : score * BY_SECTION)

/** `recent` with a command at its front. */
export const withRecent = (recent: readonly string[], id: string, most: number): readonly string[] =>
  [id, ...recent.filter((one) => one !== id)].slice(0, most)

import { anonymousMessage } from '../../state/anonymous-message.ts'
import { shortMessage } from '../../attachments/short-message.ts'
import { canonicalText, textHash } from '../../state/text-hash.ts'
import type { History } from './history-edit.ts'

/** By message: what of the conversation went before it, as a fingerprint. */
export type Wordings = ReadonlyMap<string, string>

const START = ''

/** The fingerprint of all that stands before each turn, and at the end of all of it. */
export function wordingChain(history: History): readonly string[] {
  const chain = [START]
  for (const message of history) chain.push(textHash(canonicalText([chain.at(-1), shortMessage(anonymousMessage(message))])))
  return chain
}

export const wordingOf = (history: History): string => wordingChain(history).at(-1) ?? START

/**
 * Notes what the answers of a conversation answered, before something above them changes. What was noted before stays: an answer to an
 * even earlier wording answers that one.
 */
export function notedWordings(known: Wordings, history: History): Wordings {
  const chain = wordingChain(history)
  const noted = new Map(known)
  history.forEach(({ id, role }, index) => {
    if (role === 'assistant' && !noted.has(id)) noted.set(id, chain[index] ?? START)
  })
  return noted
}

/** The answers that were given to something else than what stands above them now. */
export function outdatedTurns(known: Wordings, history: History): ReadonlySet<string> {
  if (known.size === 0) return new Set()
  const chain = wordingChain(history)
  return new Set(history.flatMap(({ id }, index) => (known.has(id) && known.get(id) !== chain[index] ? [id] : [])))
}

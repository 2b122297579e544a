import { fractionOf } from '../hash.ts'
import { tokensOf } from '../tokens.ts'
import type { ChoicePoint } from './answer.ts'
import type { WrittenLogprob } from './written-answer.ts'

interface Candidate {
  readonly token: string
  readonly probability: number
}

const bytesOf = (token: string): readonly number[] => [...Buffer.from(token, 'utf8')]
const entry = ({ token, probability }: Candidate): Omit<WrittenLogprob, 'top_logprobs'> => ({
  token,
  logprob: Math.round(Math.log(probability) * 1e6) / 1e6,
  bytes: bytesOf(token),
})

/**
 * The first tokens of the options of a choice, those that begin alike added up. `lead` is what the token holds before the chosen words: a
 * space, mostly.
 */
function chosenAmong(token: string, lead: string, point: ChoicePoint): readonly Candidate[] {
  const sums = new Map<string, number>()
  for (const [index, { text, probability }] of point.options.entries()) {
    const first = index === 0 ? token : (tokensOf(lead + text)[0] ?? '')
    sums.set(first, (sums.get(first) ?? 0) + probability)
  }
  return [...sums].filter(([, probability]) => probability > 0).map(([text, probability]) => ({ token: text, probability }))
}

/** Where there was nothing to choose the model is sure; the rest of the probability falls to other ways of writing the token. */
function nearlyCertain(token: string, key: string): readonly Candidate[] {
  const probability = 0.97 + 0.0299 * fractionOf(key)
  const bare = token.trimStart()
  const forms = [token === bare ? ` ${bare}` : bare, token.toUpperCase(), token.toLowerCase(), '\n', ' ', '.', ',', '…']
  const others = [...new Set(forms)].filter((form) => form !== token && form !== '')
  return [{ token, probability }, ...others.map((form, rank) => ({ token: form, probability: (1 - probability) / 2 ** (rank + 1) }))]
}

/** One entry per token. Deterministic: real alternatives where the model chose between some, else near certainty. */
export function logprobsOf(tokens: readonly string[], points: readonly ChoicePoint[], top: number): readonly WrittenLogprob[] {
  let start = 0
  return tokens.map((token, index) => {
    const end = start + token.length
    const point = points.find(({ at }) => at >= start && at < end)
    const candidates =
      point === undefined ? nearlyCertain(token, `${index}:${token}`) : chosenAmong(token, token.slice(0, point.at - start), point)
    start = end
    const own = candidates.find((candidate) => candidate.token === token) ?? { token, probability: 1 }
    const ranked = candidates.toSorted((one, other) => other.probability - one.probability).slice(0, top)
    return { ...entry(own), top_logprobs: ranked.map(entry) }
  })
}

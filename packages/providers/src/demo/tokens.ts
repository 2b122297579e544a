/**
 * The demo models' own tokens: a word with the space before it, up to three digits, up to four signs, or a run of white space; long words
 * are cut into even pieces of at most eight letters, scripts written without spaces into pieces of two. It is nobody else's tokenizer, but
 * one and the same counts usage, `max_tokens`, log probabilities and the pieces of a stream.
 */
const TOKEN = / ?[\p{L}\p{M}]+|\p{N}{1,3}| ?[^\s\p{L}\p{M}\p{N}]{1,4}|\s{1,64}(?!\S)|\s/gu
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function cut(token: string): readonly string[] {
  const limit = UNSPACED.test(token) ? 2 : 8
  if (token.length <= limit) return [token]
  const characters = Array.from(token)
  const size = Math.ceil(characters.length / Math.ceil(characters.length / limit))
  const pieces: string[] = []
  for (let start = 0; start < characters.length; start += size) pieces.push(characters.slice(start, start + size).join(''))
  return pieces
}

/** Joined, the tokens are the text again, code unit for code unit, whatever it holds. */
export function tokensOf(text: string): readonly string[] {
  const tokens: string[] = []
  for (const [token] of text.matchAll(TOKEN)) tokens.push(...(token.length > 2 && /[\p{L}\p{M}]/u.test(token) ? cut(token) : [token]))
  return tokens
}

export const countTokens = (text: string): number => tokensOf(text).length

import type { Token } from './tokens.ts'

/** Tokens that are no text by themselves are written so: `bytes:\xf0\x9f`, or without the word. */
const WRITTEN = /^(bytes:)?( ?)((?:\\x[0-9a-f]{2})+)$/i

/** The bytes of a token that is a part of a character; null for one that is text. */
export function bytesOf(token: string): readonly number[] | null {
  const [, word, space, escaped] = WRITTEN.exec(token) ?? []
  if (escaped === undefined) return null
  const bytes = escaped
    .slice(2)
    .split(/\\x/i)
    .map((digits) => Number.parseInt(digits, 16))
  // A program may well hold `\x41`: only what is no character by itself is taken for bytes.
  if (word === undefined && (bytes[0] ?? 0) < 0x80) return null
  return space === ' ' ? [0x20, ...bytes] : bytes
}

/** The longest character there is has four bytes, and a cluster of them a few more. */
const NEIGHBOURS = 12

/** What a token's bytes are together with those around it; null where that is no text either. */
export function wholeCharacter(tokens: readonly Token[], at: number): string | null {
  let from = at
  let end = at
  while (from > Math.max(0, at - NEIGHBOURS) && bytesOf(tokens[from - 1]?.text ?? '') !== null) from -= 1
  while (end < Math.min(tokens.length, at + NEIGHBOURS) && bytesOf(tokens[end]?.text ?? '') !== null) end += 1
  const bytes = tokens.slice(from, end).flatMap(({ text }) => bytesOf(text) ?? [])
  try {
    return bytes.length === 0 ? null : new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes)).trim() || null
  } catch {
    return null
  }
}

/** As people write bytes: `F0 9F`. */
export const hexOf = (bytes: readonly number[]): string => bytes.map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ')

import { legible } from '../odd-characters.ts'
import { bytesOf, hexOf } from './token-bytes.ts'

/** A token by itself, on one line: its text with a sign for what nobody sees, or its bytes where it is no text. */
export function tokenName(text: string): string {
  const bytes = bytesOf(text)
  return bytes === null ? legible(text) : hexOf(bytes)
}

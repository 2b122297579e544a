import type { TextEncoding } from '../import/recognition.ts'

export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
  /** The bytes are not what the encoding allows: those that are not became replacement characters. */
  readonly isDamaged: boolean
}

const MARKS: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** As much as decides what a file is. */
const SAMPLE = 4096

/** Text in UTF-16 without a mark has zeros at every other place, as far as it is in a script of few code points. */
function unmarkedUtf16(bytes: Uint8Array): TextEncoding | null {
  const sample = bytes.subarray(0, SAMPLE)
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const many = sample.length / 4
  if (sample.length < 4 || bytes.length % 2 === 1) return null
  if (odd > many && even === 0) return 'utf-16le'
  return even > many && odd === 0 ? 'utf-16be' : null
}

export function findEncoding(bytes: Uint8Array): TextEncoding {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))
  return marked?.[0] ?? unmarkedUtf16(bytes) ?? 'utf-8'
}

/** A damaged text has a few zeros; they are told of where they stand. */
const FEW_ZEROS = 4

/** Whether bytes are no text at all: few control characters have a place in one, and zeros have none beside bytes that are no UTF-8. */
export function isBinary(bytes: Uint8Array): boolean {
  if (findEncoding(bytes) !== 'utf-8') return false
  const sample = bytes.subarray(0, SAMPLE)
  const controls = sample.filter((byte) => (byte > 0 && byte < 9) || (byte > 13 && byte < 32 && byte !== 27)).length
  const zeros = sample.filter((byte) => byte === 0).length
  if (controls > sample.length / 50 || zeros > Math.max(FEW_ZEROS, sample.length / 50)) return true
  // The sample may end in the middle of a character.
  return zeros > 0 && new TextDecoder().decode(sample).slice(0, -1).includes('\ufffd')
}

function decode(bytes: Uint8Array, encoding: TextEncoding): DecodedText {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, isDamaged: false }
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), encoding, isDamaged: true }
  }
}

/**
 * Bytes as text, without a byte order mark. What is not UTF-8 is read as Windows-1252, which is what spreadsheets write where nobody
 * asked them for Unicode.
 */
export function decodeText(bytes: Uint8Array, asked?: TextEncoding): DecodedText {
  if (asked !== undefined) return decode(bytes, asked)
  const found = decode(bytes, findEncoding(bytes))
  return found.isDamaged && found.encoding === 'utf-8' ? { ...decode(bytes, 'windows-1252'), isDamaged: true } : found
}

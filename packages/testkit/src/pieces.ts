import { seededRandom } from './seeded-random.ts'

/** How bytes are cut: not at all, between any two, or at places drawn from a seed, inside characters too. */
export type Split = 'whole' | 'bytes' | { readonly seed: number }

export function piecesOf(bytes: Uint8Array, split: Split): readonly Uint8Array[] {
  if (split === 'whole') return [bytes]
  const random = split === 'bytes' ? null : seededRandom(split.seed)
  const pieces: Uint8Array[] = []
  for (let start = 0; start < bytes.byteLength;) {
    // Mostly small pieces, now and then a large one: both edges of a reader's buffer are met.
    const size = random === null ? 1 : 1 + Math.floor(random() ** 4 * 2_000)
    pieces.push(bytes.subarray(start, start + size))
    start += size
  }
  return pieces
}

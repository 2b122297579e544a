/** A small, stable, not cryptographic hash (FNV-1a, 32 bits): what looks like chance in the demo models is this of their input. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0
  }
  // The last characters would otherwise hardly reach the high bits.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0
  return (hash ^ (hash >>> 13)) >>> 0
}

/** From 0 (included) to 1 (excluded). */
export const fractionOf = (text: string): number => hashOf(text) / 2 ** 32

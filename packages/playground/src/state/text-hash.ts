/**
 * A 64-bit digest of a text as 16 hex digits: fast, the same everywhere, made to tell contents apart. Not for security.
 *
 * Two independent multiplicative lanes over UTF-16 units, so that half a surrogate counts too; each is mixed at the end because the
 * low bits of a multiplication see the last units only.
 */
export function textHash(text: string): string {
  let left = 0x811c9dc5
  let right = 0x9747b28c ^ text.length
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    left = Math.imul(left ^ unit, 0x01000193)
    right = Math.imul(right ^ unit, 0x5bd1e995)
    right ^= right >>> 15
  }
  return mixed(left ^ (right >>> 7)) + mixed(right ^ (left >>> 9))
}

function mixed(lane: number): string {
  let bits = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return ((bits ^ (bits >>> 16)) >>> 0).toString(16).padStart(8, '0')
}

/** JSON with sorted keys, so that equal values have equal texts; absent and undefined members are the same. */
export function canonicalText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  const members = Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, held]) => `${JSON.stringify(key)}:${canonicalText(held)}`).join(',')}}`
}

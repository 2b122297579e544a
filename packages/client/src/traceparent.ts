/** Fills with random bytes; `crypto.getRandomValues` has this form. */
export type RandomBytes = (count: number) => Uint8Array

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Two lower-case digits for each byte. */
export function hex(bytes: Uint8Array): string {
  let digits = ''
  for (const byte of bytes) digits += HEX[byte]
  return digits
}

/**
 * A W3C trace context with a new trace, marked as sampled.
 * @see https://www.w3.org/TR/trace-context/#traceparent-header
 */
export function traceparent(randomBytes: RandomBytes): string {
  const bytes = Uint8Array.from(randomBytes(24))
  // The standard forbids ids of nothing but zeros.
  for (const last of [15, 23]) bytes[last] = (bytes[last] ?? 0) | 1
  const ids = hex(bytes)
  return `00-${ids.slice(0, 32)}-${ids.slice(32)}-01`
}

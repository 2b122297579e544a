/** Fills with random bytes; `crypto.getRandomValues` has this form. */
export type RandomBytes = (count: number) => Uint8Array

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * A W3C trace context with a new trace, marked as sampled.
 * @see https://www.w3.org/TR/trace-context/#traceparent-header
 */
export function traceparent(randomBytes: RandomBytes): string {
  const bytes = randomBytes(24)
  // The standard forbids ids of nothing but zeros.
  const trace = Uint8Array.from(bytes.slice(0, 16)).fill((bytes[15] ?? 0) | 1, 15)
  const span = Uint8Array.from(bytes.slice(16, 24)).fill((bytes[23] ?? 0) | 1, 7)
  return `00-${hex(trace)}-${hex(span)}-01`
}

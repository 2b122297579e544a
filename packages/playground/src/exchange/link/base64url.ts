/** Arguments of one call at most. */
const CHUNK = 8192

/** Bytes in the letters that an address takes as they are. @see https://www.rfc-editor.org/rfc/rfc4648#section-5 */
export function toBase64url(bytes: Uint8Array): string {
  let units = ''
  for (let at = 0; at < bytes.length; at += CHUNK) units += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return btoa(units).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Null where the text has another letter, or a length that no bytes have. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (unit) => unit.charCodeAt(0))
}

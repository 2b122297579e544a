const CHUNK = 32_768

export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return btoa(binary)
}

/** How many bytes a base64 text holds. */
export function bytesIn(base64: string): number {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0
  return Math.floor(((base64.length - padding) * 3) / 4)
}

/** The first bytes of a base64 text, as many as `most`; none where it is no base64. */
export function firstBytes(base64: string, most: number): Uint8Array {
  const head = base64.slice(0, Math.ceil(most / 3) * 4)
  try {
    return Uint8Array.from(atob(head.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}

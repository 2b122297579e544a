/** Base64 that a request was made with: what stands behind `base64,` in a data URL, or alone in a file part. Nothing in it needs an escape. */
const BASE64 = /^(?:data:[A-Za-z0-9.+/;=_-]{1,300},)?([A-Za-z0-9+/_-]+={0,2})$/
/** The same as the service: shorter data is shown as it is. */
const MIN_LENGTH = 1025
const FOLDED = /<([a-z0-9.+/-]{1,120}) \d+ kB sha256:([0-9a-f]{16})>/g

/**
 * Puts long data back into a body that shows it only by its digest, as far as it is among `texts`: the texts of the draft's messages.
 * What is not stays folded.
 *
 * *Shape*: `digest` is SHA-256.
 */
export async function unfoldData(
  body: string,
  texts: Iterable<string>,
  digest: (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>,
): Promise<string> {
  if (!body.includes(' kB sha256:')) return body
  const known = new Map<string, string>()
  for (const text of texts) {
    const base64 = text.length >= MIN_LENGTH ? BASE64.exec(text)?.[1] : undefined
    const bytes = base64 === undefined ? null : decoded(base64)
    if (base64 === undefined || bytes === null) continue
    known.set(hexOf(await digest(bytes)).slice(0, 16), text)
  }
  return body.replace(FOLDED, (folded, kind: string, start: string) => {
    const text = known.get(start)
    if (text === undefined) return folded
    // A file part holds the data alone, a data URL its head too; the name of the kind tells them apart.
    if (kind === 'base64') return text.replace(/^data:[^,]*,/, '')
    return text.startsWith('data:') ? text : `data:${kind};base64,${text}`
  })
}

function decoded(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
  } catch {
    return null
  }
}

const hexOf = (buffer: ArrayBuffer): string => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('')

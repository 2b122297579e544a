import { createHash } from 'node:crypto'

const MIN_CHARS = 1024
// A data URL anywhere, and base64 alone where the provider formats hold it: `"data"` of an audio part, `"file_data"` of a file part.
const DATA_URL = /data:([a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,60})(?:;[a-z0-9=._-]{1,60}){0,4};base64,([A-Za-z0-9+/_-]{1025,}={0,2})/gi
const BARE = /("(?:data|file_data)"\s*:\s*")([A-Za-z0-9+/_-]{1025,}={0,2})(?=")/g

function folded(kind: string, base64: string): string {
  const bytes = Buffer.from(base64, 'base64')
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  return `<${kind} ${Math.max(1, Math.round(bytes.byteLength / 1000))} kB sha256:${digest}>`
}

/**
 * Replaces base64 of more than 1 KiB in a JSON text by what it is, how large, and the start of its digest; the rest stays byte for byte.
 *
 * *Shape*: `<image/png 212 kB sha256:9f86d081884c7d65>`, of the decoded bytes.
 */
export function foldBase64(text: string): string {
  if (text.length <= MIN_CHARS) return text
  return text
    .replace(DATA_URL, (_, kind: string, base64: string) => folded(kind.toLowerCase(), base64))
    .replace(BARE, (_, before: string, base64: string) => before + folded('base64', base64))
}

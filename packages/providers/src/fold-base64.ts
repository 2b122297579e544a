import { createHash } from 'node:crypto'

const MIN_CHARS = 1024
// A data URL anywhere, and base64 alone where the provider formats hold it: `"data"` of an audio part, `"file_data"` of a file part.
const HEADS =
  /[dD][aA][tT][aA]:([A-Za-z0-9.+-]{1,60}\/[A-Za-z0-9.+-]{1,60})(?:;[A-Za-z0-9=._-]{1,60}){0,4};[bB][aA][sS][eE]64,|"(?:data|file_data)"\s*:\s*"/g
const NOT_BASE64 = /[^A-Za-z0-9+/_-]/g

/** Where the base64 ends that begins here. One sign is looked for: a pattern that takes megabytes at once overflows the stack. */
function endOf(text: string, from: number): number {
  NOT_BASE64.lastIndex = from
  return NOT_BASE64.exec(text)?.index ?? text.length
}

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
  let shown = ''
  let at = 0
  for (const head of text.matchAll(HEADS)) {
    const start = head.index + head[0].length
    if (start < at) continue
    const end = endOf(text, start)
    const padded = text.startsWith('==', end) ? end + 2 : text.startsWith('=', end) ? end + 1 : end
    const type = head[1]?.toLowerCase()
    const isWhole = type !== undefined || text[padded] === '"'
    if (end - start <= MIN_CHARS || !isWhole) continue
    // A data URL is folded with its head; a member keeps its name.
    shown += text.slice(at, type === undefined ? start : head.index) + folded(type ?? 'base64', text.slice(start, padded))
    at = padded
  }
  return shown + text.slice(at)
}

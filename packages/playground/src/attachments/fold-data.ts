import { bytesIn } from './base64.ts'

/** The same as the service: shorter data is shown as it is. */
const MIN_LENGTH = 1025
/** Where base64 begins: behind the head of a data URL, or alone where the formats of providers hold sound and files. */
const HEADS = /data:([a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,60})(?:;[a-z0-9=._-]{1,60}){0,4};base64,|"(?:data|file_data|fileData)"\s*:\s*"/gi
const NOT_BASE64 = /[^A-Za-z0-9+/_=-]/g

/** Where the base64 ends that begins here. One sign is looked for, because a pattern of megabytes overflows the engine. */
function endOf(text: string, from: number): number {
  NOT_BASE64.lastIndex = from
  return NOT_BASE64.exec(text)?.index ?? text.length
}

/** A text to be read, long base64 in it replaced by what it is and how large: `<image/png 212 kB>`. */
export function foldData(text: string): string {
  if (text.length < MIN_LENGTH) return text
  let shown = ''
  let from = 0
  for (const head of text.matchAll(HEADS)) {
    const start = head.index + head[0].length
    const end = start > from ? endOf(text, start) : start
    if (end - start < MIN_LENGTH) continue
    const kind = head[1]?.toLowerCase()
    const size = Math.max(1, Math.round(bytesIn(text.slice(start, end)) / 1000))
    // A data URL is folded with its head; a member keeps its name.
    shown += `${text.slice(from, kind === undefined ? start : head.index)}<${kind ?? 'base64'} ${size} kB>`
    from = end
  }
  return shown + text.slice(from)
}

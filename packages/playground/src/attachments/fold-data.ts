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

interface DataRun {
  /** Where what stands for it goes: the head of a data URL is part of it, the name of a member is not. */
  readonly from: number
  readonly to: number
  readonly mediaType: string | null
  readonly bytes: number
}

function* dataRuns(text: string): Generator<DataRun> {
  let passed = 0
  for (const head of text.matchAll(HEADS)) {
    const start = head.index + head[0].length
    const end = start > passed ? endOf(text, start) : start
    if (end - start < MIN_LENGTH) continue
    passed = end
    const mediaType = head[1]?.toLowerCase() ?? null
    yield { from: mediaType === null ? start : head.index, to: end, mediaType, bytes: bytesIn(text.slice(start, end)) }
  }
}

/** A text to be read, long base64 in it replaced by what it is and how large: `<image/png 212 kB>`. */
export function foldData(text: string): string {
  if (text.length < MIN_LENGTH) return text
  let shown = ''
  let at = 0
  for (const { from, to, mediaType, bytes } of dataRuns(text)) {
    shown += `${text.slice(at, from)}<${mediaType ?? 'base64'} ${Math.max(1, Math.round(bytes / 1000))} kB>`
    at = to
  }
  return shown + text.slice(at)
}

/** How many times a text holds long base64. */
export const countData = (text: string): number => (text.length < MIN_LENGTH ? 0 : [...dataRuns(text)].length)

/** Bytes that stand in an address. */
export interface InlineData {
  /** Lower-case and without parameters; empty where nothing is said. */
  readonly mediaType: string
  readonly base64: string
}

const HEAD = /^data:([a-z0-9.+-]{1,80}\/[a-z0-9.+-]{1,120})?(?:;[^,;]{1,120}){0,4};base64,/i
const LONGEST_HEAD = 800

/** What a data URL in base64 holds; null where the text is none. */
export function inlineData(url: string): InlineData | null {
  const found = HEAD.exec(url.slice(0, LONGEST_HEAD))
  return found ? { mediaType: (found[1] ?? '').toLowerCase(), base64: url.slice(found[0].length) } : null
}

export const dataUrl = (mediaType: string, base64: string): string => `data:${mediaType};base64,${base64}`

/** Bytes that travel as text. */
export interface InlineData {
  /** Lower-case and without parameters; null where nothing is said. */
  readonly mediaType: string | null
  readonly base64: string
}

/** What a data URL holds; null where the text is none. */
export function readDataUrl(text: string): InlineData | null {
  const comma = text.indexOf(',')
  if (!/^data:/i.test(text) || comma === -1) return null
  const [mediaType = '', ...parameters] = text.slice('data:'.length, comma).split(';')
  const rest = text.slice(comma + 1)
  const isBase64 = parameters.some((one) => one.trim().toLowerCase() === 'base64')
  return { mediaType: mediaType === '' ? null : mediaType.trim().toLowerCase(), base64: isBase64 ? rest : encoded(rest) }
}

/** Percent signs that encode nothing stand for themselves. */
function encoded(text: string): string {
  try {
    return Buffer.from(decodeURIComponent(text)).toString('base64')
  } catch {
    return Buffer.from(text).toString('base64')
  }
}

export const textOf = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8')

/**
 * What a source file should not hold as it is: signs that cannot be seen, that end a line, or that turn the direction of what is read.
 * Half a surrogate pair cannot be written at all. The signs that join emojis stay.
 */
const UNSEEN = /[\p{Cc}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|\p{Cs}/gu

const SHORT: Readonly<Record<string, string>> = { '\n': String.raw`\n`, '\r': String.raw`\r`, '\t': String.raw`\t` }

const escaped = (sign: string): string => SHORT[sign] ?? String.raw`\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`

/** The inside of a literal between `quote`s: JSON, JavaScript and Python read these escapes alike. */
export const literalText = (text: string, quote = '"'): string =>
  text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`).replace(UNSEEN, escaped)

/** A literal that JSON, JavaScript and Python read alike. */
export const stringLiteral = (text: string): string => `"${literalText(text)}"`

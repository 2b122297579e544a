export interface Quote {
  readonly text: string
  readonly at: number
  readonly end: number
}

const QUOTED =
  /“([^”]+)”|„([^“”]+)[“”]|«\s*([^»]+?)\s*»|»([^«]+)«|「([^」]+)」|"([^"\n]+)"|(?<!`)`([^`\n]+)`(?!`)|(?<![\p{L}\p{N}])'([^'\n]+(?:'\p{L}[^'\n]*)*)'(?![\p{L}\p{N}])/gu

/** What stands in quotation marks of any kind, in order. */
export function quotesIn(text: string): readonly Quote[] {
  return Array.from(text.matchAll(QUOTED), (match) => ({
    text: match.slice(1).find((group) => group !== undefined) ?? '',
    at: match.index,
    end: match.index + match[0].length,
  }))
}

/** A text without the one pair of quotation marks around the whole of it. */
export function withoutQuotes(text: string): string {
  const trimmed = text.trim()
  const [first] = quotesIn(trimmed)
  return first !== undefined && first.at === 0 && first.end === trimmed.length ? first.text : text
}

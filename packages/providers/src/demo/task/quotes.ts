export interface Quote {
  readonly text: string
  readonly at: number
  readonly end: number
}

/** Opening marks with what closes them. Those that look alike on both sides end within their line. */
const MARKS: readonly { readonly open: RegExp; readonly close: RegExp; readonly isWithinLine: boolean }[] = [
  { open: /“/gu, close: /”/gu, isWithinLine: false },
  { open: /„/gu, close: /[“”]/gu, isWithinLine: false },
  { open: /«\s?/gu, close: /\s?»/gu, isWithinLine: false },
  { open: /»/gu, close: /«/gu, isWithinLine: false },
  { open: /「/gu, close: /」/gu, isWithinLine: false },
  { open: /"/gu, close: /"/gu, isWithinLine: true },
  { open: /(?<!`)`(?!`)/gu, close: /(?<!`)`(?!`)/gu, isWithinLine: true },
  { open: /(?<![\p{L}\p{N}])'/gu, close: /'(?![\p{L}\p{N}])/gu, isWithinLine: true },
]

const place = (match: RegExpExecArray): Quote => ({ text: '', at: match.index, end: match.index + match[0].length })

/** What one kind of marks encloses. Both lists are walked once, so that no text of nothing but opening marks takes long. */
function enclosedBy({ open, close, isWithinLine }: (typeof MARKS)[number], text: string): readonly Quote[] {
  const closing = Array.from(text.matchAll(close), place)
  const found: Quote[] = []
  let next = 0
  let after = 0
  for (const opening of Array.from(text.matchAll(open), place)) {
    if (opening.at < after) continue
    while ((closing[next]?.at ?? Number.POSITIVE_INFINITY) <= opening.end) next++
    const end = closing[next]
    if (end === undefined) break
    if (isWithinLine && text.slice(opening.end, end.at).includes('\n')) continue
    found.push({ text: text.slice(opening.end, end.at), at: opening.at, end: end.end })
    after = end.end
  }
  return found
}

/** What stands in quotation marks of any kind, in order; of marks within marks the outer ones count. */
export function quotesIn(text: string): readonly Quote[] {
  const all = MARKS.flatMap((mark) => enclosedBy(mark, text)).toSorted((one, other) => one.at - other.at || other.end - one.end)
  const outer: Quote[] = []
  for (const quote of all) if (quote.at >= (outer.at(-1)?.end ?? 0)) outer.push(quote)
  return outer
}

/** A text without the one pair of quotation marks around the whole of it. */
export function withoutQuotes(text: string): string {
  const trimmed = text.trim()
  const [first] = quotesIn(trimmed)
  return first !== undefined && first.at === 0 && first.end === trimmed.length ? first.text : text
}

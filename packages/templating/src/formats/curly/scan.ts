import { isPySpace } from '../../python/whitespace.ts'

export type CurlyPiece =
  | { readonly kind: 'literal'; readonly text: string }
  /** `{{{{`…`}}}}`, which stand for the same with two braces on each side. */
  | { readonly kind: 'braces'; readonly start: number; readonly end: number }
  | { readonly kind: 'placeholder'; readonly name: string; readonly start: number; readonly end: number }

/** Finds a mark again and again at rising places; what was found stays good until it is passed, so all searches are one pass. */
class Finder {
  private readonly source: string
  private readonly mark: string
  private found = -1

  constructor(source: string, mark: string) {
    this.source = source
    this.mark = mark
  }

  /** The source's length where the mark does not occur any more. */
  from(at: number): number {
    if (this.found < at) {
      const next = this.source.indexOf(this.mark, at)
      this.found = next < 0 ? this.source.length : next
    }
    return this.found
  }
}

/** Reads names; many openings may share one closing, so the white space before that is measured once. */
class NameReader {
  private readonly source: string
  private readonly newlines: Finder
  private close = -1
  private trimmedEnd = 0

  constructor(source: string) {
    this.source = source
    this.newlines = new Finder(source, '\n')
  }

  /** The name between two places without the white space around it; undefined where a line ends inside it. */
  between(from: number, close: number): string | undefined {
    let start = from
    while (start < close && isPySpace(this.source.charCodeAt(start))) start++
    const end = Math.max(this.endBefore(close), start)
    return this.newlines.from(start) < end ? undefined : this.source.slice(start, end)
  }

  private endBefore(close: number): number {
    if (this.close !== close) {
      this.close = close
      this.trimmedEnd = close
      while (this.trimmedEnd > 0 && isPySpace(this.source.charCodeAt(this.trimmedEnd - 1))) this.trimmedEnd--
    }
    return this.trimmedEnd
  }
}

/** Every part of a source in order. A placeholder reaches from `{{` to the next `}}`; `{{{{`…`}}}}` are literal double braces. */
export function scanCurly(source: string): readonly CurlyPiece[] {
  const pieces: CurlyPiece[] = []
  const closes = new Finder(source, '}}')
  const quadCloses = new Finder(source, '}}}}')
  const names = new NameReader(source)
  let done = 0
  const push = (piece: CurlyPiece & { readonly start: number; readonly end: number }): void => {
    if (piece.start > done) pieces.push({ kind: 'literal', text: source.slice(done, piece.start) })
    pieces.push(piece)
    done = piece.end
  }
  for (let open = source.indexOf('{{'); open >= 0; open = source.indexOf('{{', Math.max(done, open + 1))) {
    const close = closes.from(open + 2)
    if (close >= source.length) break
    if (source.startsWith('{{{{', open) && quadCloses.from(open + 4) < source.length) {
      push({ kind: 'braces', start: open, end: quadCloses.from(open + 4) + 4 })
    } else {
      const name = names.between(open + 2, close)
      if (name !== undefined) push({ kind: 'placeholder', name, start: open, end: close + 2 })
    }
  }
  if (done < source.length) pieces.push({ kind: 'literal', text: source.slice(done) })
  return pieces
}

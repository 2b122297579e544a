export type CodePiece =
  | { readonly kind: 'plain' | 'name' | 'value' | 'punctuation'; readonly text: string }
  /** The head of a long string; `id` names it for unfolding, `hidden` counts what is left out. */
  | { readonly kind: 'folded'; readonly id: number; readonly text: string; readonly hidden: number }

export interface CodeLine {
  readonly indent: number
  readonly pieces: readonly CodePiece[]
}

interface Token {
  readonly kind: 'name' | 'string' | 'value' | 'open' | 'close' | 'comma'
  readonly text: string
}

/** What fits beside its indent is kept on one line. */
const WIDTH = 76
const FOLD_FROM = 160
const FOLD_TO = 96

/** A name or a string, a sign, a word or number; whitespace between them means nothing. */
const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*")(\s*:)?|([{}[\],])|([^\s"{}[\],:]+))/sy

/** The text as tokens, each exactly as it stands: numbers keep their digits. Null where it is no JSON. */
function tokensOf(text: string): readonly Token[] | null {
  try {
    JSON.parse(text)
  } catch {
    return null
  }
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) {
    const [, string, colon, sign, word] = found
    if (string !== undefined) tokens.push({ kind: colon === undefined ? 'string' : 'name', text: string })
    else if (sign === ',') tokens.push({ kind: 'comma', text: sign })
    else if (sign !== undefined) tokens.push({ kind: sign === '{' || sign === '[' ? 'open' : 'close', text: sign })
    else tokens.push({ kind: 'value', text: word ?? '' })
  }
  return tokens
}

/** For each opening token the one that closes it, and how long everything between them is on one line. */
function extentsOf(tokens: readonly Token[]): ReadonlyMap<number, { readonly end: number; readonly length: number }> {
  const extents = new Map<number, { end: number; length: number }>()
  const open: { readonly at: number; readonly from: number }[] = []
  let length = 0
  tokens.forEach(({ kind, text }, at) => {
    if (kind === 'open') open.push({ at, from: length })
    length += Math.min(text.length, FOLD_FROM) + (kind === 'name' || kind === 'comma' ? 2 : 0)
    const begun = kind === 'close' ? open.pop() : undefined
    if (begun) extents.set(begun.at, { end: at, length: length - begun.from })
  })
  return extents
}

/**
 * JSON as lines to read: indented, short objects on one line, long strings folded to their head unless `unfolded` names them.
 *
 * *Shape*: null where the text is no JSON. Nothing is parsed into values on the way, so what is shown is what was written.
 */
export function jsonLines(text: string, unfolded: ReadonlySet<number>): readonly CodeLine[] | null {
  const tokens = tokensOf(text)
  if (tokens === null) return null
  const extents = extentsOf(tokens)
  const lines: CodeLine[] = []
  let pieces: CodePiece[] = []
  let indent = 0
  let inlineUntil = -1
  const endLine = (next: number) => {
    lines.push({ indent, pieces })
    pieces = []
    indent = next
  }
  tokens.forEach((token, at) => {
    const { kind } = token
    const isInline = at <= inlineUntil
    if (kind === 'close' && !isInline && tokens[at - 1]?.kind !== 'open') endLine(indent - 1)
    pieces.push(...piecesOf(token, at, unfolded))
    if (kind === 'name') pieces.push({ kind: 'punctuation', text: ': ' })
    if (isInline) {
      if (kind === 'comma') pieces.push({ kind: 'punctuation', text: ' ' })
      return
    }
    if (kind === 'comma') endLine(indent)
    if (kind !== 'open') return
    const extent = extents.get(at)
    if (extent && extent.length + indent * 2 <= WIDTH) inlineUntil = extent.end
    else endLine(indent + 1)
  })
  lines.push({ indent, pieces })
  return lines
}

function piecesOf({ kind, text }: Token, at: number, unfolded: ReadonlySet<number>): readonly CodePiece[] {
  if (kind === 'name' || kind === 'value') return [{ kind, text }]
  if (kind !== 'string') return [{ kind: 'punctuation', text }]
  if (text.length <= FOLD_FROM || unfolded.has(at)) return [{ kind: 'plain', text }]
  return [
    { kind: 'plain', text: text.slice(0, FOLD_TO) },
    { kind: 'folded', id: at, text: '…', hidden: text.length - FOLD_TO },
  ]
}

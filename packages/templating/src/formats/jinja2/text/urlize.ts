import { sliceCodePoints, codePointLength } from '../values/code-points.ts'
import { escapeHtml } from '../values/markup.ts'

export interface UrlizeOptions {
  /** Characters of a link that are shown. */
  readonly limit: number
  readonly rel: string
  readonly target: string | undefined
  /** Prefixes that make a link beside the usual ones. */
  readonly schemes: readonly string[]
}

const W = String.raw`[\p{L}\p{N}_]`
const NAMED = String.raw`(?:https?:\/\/|www\.)(?:(?:[\p{L}\p{N}_%-]+\.)+)?(?:[a-z]{2,63}|xn--[\p{L}\p{N}_%]{2,59})`
const BARE = String.raw`(?:[\p{L}\p{N}_%-]{2,63}\.)+(?:com|net|int|edu|gov|org|info|mil)`
const NUMERIC = String.raw`https?:\/\/(?:\d{1,3}(?:\.\d{1,3}){3}|\[(?:[\da-f]{0,4}:){2}(?:[\da-f]{0,4}:?){1,6}\])`
const HTTP = new RegExp(`^(?:${NAMED}|${BARE}|${NUMERIC})(?::\\d{1,5})?(?:[/?#]\\S*)?$`, 'iu')
const EMAIL = new RegExp(String.raw`^\S+@${W}[\p{L}\p{N}_.-]*\.${W}+$`, 'u')
const OPENING = /^(?:[(<]|&lt;)+/
const PAIRS = [
  ['(', ')'],
  ['<', '>'],
  ['&lt;', '&gt;'],
] as const

/** Where the punctuation and closing brackets at the end begin. */
function closingStart(text: string): number {
  let at = text.length
  for (;;) {
    if (at > 0 && ')>.,'.includes(text.charAt(at - 1))) at--
    else if (text.endsWith('&gt;', at)) at -= 4
    else return at
  }
}

const countOf = (text: string, piece: string): number => text.split(piece).length - 1

/** A closing bracket belongs to the link when the link has its opening one. */
function balance(middle: string, tail: string): readonly [string, string] {
  let link = middle
  let rest = tail
  for (const [open, close] of PAIRS) {
    const opened = countOf(link, open)
    if (opened <= countOf(link, close)) continue
    for (let moves = Math.min(opened, countOf(rest, close)); moves > 0; moves--) {
      const end = rest.indexOf(close) + close.length
      link += rest.slice(0, end)
      rest = rest.slice(end)
    }
  }
  return [link, rest]
}

const isEmail = (text: string): boolean => text.includes('@') && EMAIL.test(text)

function linkOf(text: string, { limit, rel, target, schemes }: UrlizeOptions): string {
  const attributes = `${rel === '' ? '' : ` rel="${escapeHtml(rel)}"`}${target === undefined || target === '' ? '' : ` target="${escapeHtml(target)}"`}`
  if (HTTP.test(text)) {
    const href = text.startsWith('https://') || text.startsWith('http://') ? text : `https://${text}`
    const shown = codePointLength(text) > limit ? `${sliceCodePoints(text, 0, limit)}...` : text
    return `<a href="${href}"${attributes}>${shown}</a>`
  }
  if (text.startsWith('mailto:') && isEmail(text.slice(7))) return `<a href="${text}">${text.slice(7)}</a>`
  if (isEmail(text) && !text.startsWith('www.') && !text.startsWith('@') && !text.includes(':'))
    return `<a href="mailto:${text}">${text}</a>`
  const scheme = schemes.find((prefix) => text !== prefix && text.startsWith(prefix))
  return scheme === undefined ? text : `<a href="${text}"${attributes}>${text}</a>`
}

function linkWord(word: string, options: UrlizeOptions): string {
  const head = OPENING.exec(word)?.[0] ?? ''
  const body = word.slice(head.length)
  const end = closingStart(body)
  const [middle, rest] = balance(body.slice(0, end), body.slice(end))
  return head + linkOf(middle, options) + rest
}

/** Makes links of the addresses in a text that is escaped already. */
export const urlize = (text: string, options: UrlizeOptions): string =>
  text
    .split(/(\s+)/)
    .map((word) => linkWord(word, options))
    .join('')

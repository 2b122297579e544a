import { isPySpace } from '../../../python/whitespace.ts'

export interface WrapOptions {
  /** Characters per line, at least 1. */
  readonly width: number
  readonly breakLongWords: boolean
  readonly breakOnHyphens: boolean
}

const SPACE = /^[\t\n\v\f\r ]$/
const WORD = /^[\p{L}\p{N}_]$/u
const LETTER = /^[\p{L}_]$/u
/** What may stand before a dash that separates words. */
const BEFORE_DASH = /^[\p{L}\p{N}_!"'&.,?]$/u

const is = (pattern: RegExp, character: string | undefined): boolean => character !== undefined && pattern.test(character)

/** The end of two or more hyphens with a word right after them; `from` where none stand. */
function dashEnd(points: readonly string[], from: number): number {
  let at = from
  while (points[at] === '-') at++
  return at - from >= 2 && is(WORD, points[at]) ? at : from
}

/** Whether a line may break after the hyphen at `at`: between letters, of which two or a hyphenated one come before. */
function breaksAfterHyphen(points: readonly string[], at: number): boolean {
  if (points[at] !== '-') return false
  const before = is(LETTER, points[at - 1]) && is(LETTER, points[at - 2])
  const hyphenated = is(LETTER, points[at - 3]) && points[at - 2] === '-' && is(BEFORE_DASH, points[at - 1])
  if (!before && !hyphenated) return false
  const next = points[at + 1] === undefined ? at : at + 1
  return is(LETTER, points[next]) && is(LETTER, points[points[next + 1] === '-' ? next + 2 : next + 1])
}

function wordEnd(points: readonly string[], from: number): number {
  for (let at = from + 1; at < points.length; at++) {
    if (is(SPACE, points[at]) || breaksAfterHyphen(points, at - 1)) return at
    if (is(BEFORE_DASH, points[at - 1]) && dashEnd(points, at) > at) return at
  }
  return points.length
}

function plainWordEnd(points: readonly string[], from: number): number {
  let at = from + 1
  while (at < points.length && !is(SPACE, points[at])) at++
  return at
}

function spaceEnd(points: readonly string[], from: number): number {
  let at = from
  while (is(SPACE, points[at])) at++
  return at
}

/** Pieces between which a line may break: words, parts of hyphenated words, dashes, whitespace. */
function piecesOf(points: readonly string[], breakOnHyphens: boolean): string[][] {
  const pieces: string[][] = []
  let at = 0
  while (at < points.length) {
    let end = spaceEnd(points, at)
    if (end === at && breakOnHyphens && is(BEFORE_DASH, points[at - 1])) end = dashEnd(points, at)
    if (end === at) end = breakOnHyphens ? wordEnd(points, at) : plainWordEnd(points, at)
    pieces.push(points.slice(at, end))
    at = end
  }
  return pieces
}

const isBlank = (piece: readonly string[] | undefined): boolean => piece?.every((character) => isPySpace(character.charCodeAt(0))) === true

/** Where a piece that is longer than a line is cut: after a hyphen if there is one that fits. */
function cutAt(piece: readonly string[], room: number, breakOnHyphens: boolean): number {
  if (!breakOnHyphens || piece.length <= room) return room
  const hyphen = room > 0 ? piece.lastIndexOf('-', room - 1) : -1
  return hyphen > 0 && piece.slice(0, hyphen).some((character) => character !== '-') ? hyphen + 1 : room
}

function takeLong(pieces: string[][], line: string[][], length: number, options: WrapOptions): void {
  const [piece] = pieces
  if (piece === undefined || piece.length <= options.width) return
  const room = options.width - length
  if (options.breakLongWords) {
    const end = cutAt(piece, room, options.breakOnHyphens)
    line.push(piece.slice(0, end))
    pieces[0] = piece.slice(end)
  } else if (line.length === 0) {
    line.push(piece)
    pieces.shift()
  }
}

/** One text without line breaks as lines that fit; whitespace at a break is dropped. */
export function wrapLine(text: string, options: WrapOptions): string[] {
  const pieces = piecesOf(Array.from(text), options.breakOnHyphens)
  const lines: string[] = []
  while (pieces.length > 0) {
    if (lines.length > 0 && isBlank(pieces[0])) pieces.shift()
    const line: string[][] = []
    let length = 0
    for (let piece = pieces[0]; piece !== undefined && length + piece.length <= options.width; piece = pieces[0]) {
      line.push(piece)
      length += piece.length
      pieces.shift()
    }
    takeLong(pieces, line, length, options)
    if (isBlank(line.at(-1))) line.pop()
    if (line.length > 0) lines.push(line.flat().join(''))
  }
  return lines
}

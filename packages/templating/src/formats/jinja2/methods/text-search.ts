import { refusal } from '../failure.ts'
import type { Run } from '../run.ts'
import { optionalText, textArgument, type Bound } from '../values/argument.ts'
import { splitAt, splitAtFromRight, splitAtSpace, splitAtSpaceFromRight, splitLines } from '../text/split.ts'
import { codePointLength, sliceCodePoints, toCodePointIndex } from '../values/code-points.ts'
import { demandInteger } from '../values/numeric.ts'
import { Tuple } from '../values/tuple.ts'
import { isTrue } from '../values/truth.ts'
import type { Value } from '../values/value.ts'
import { method, type Method } from './method.ts'

interface Window {
  /** The part of the text that is looked at. */
  readonly text: string
  /** How many code points stand before it. */
  readonly before: number
  /** False where the bounds leave no part at all, not even an empty one. */
  readonly exists: boolean
}

/** Bounds as a slice's, but a start beyond the end leaves nothing to find. */
function windowOf(run: Run, text: string, start: Value | undefined, end: Value | undefined): Window {
  run.text(text.length)
  if ((start ?? null) === null && (end ?? null) === null) return { text, before: 0, exists: true }
  const length = codePointLength(text)
  const bound = (value: Value | undefined, fallback: number): number => {
    if (value === undefined || value === null) return fallback
    const index = demandInteger(value, 'A bound')
    return index < 0 ? Math.max(0, index + length) : index
  }
  const from = bound(start, 0)
  const to = Math.min(bound(end, length), length)
  return { text: sliceCodePoints(text, from, Math.max(from, to)), before: from, exists: from <= to }
}

function find(run: Run, text: string, [piece, start, end]: Bound, last: boolean): number {
  const window = windowOf(run, text, start, end)
  const sought = textArgument(piece, 'What to find')
  const at = last ? window.text.lastIndexOf(sought) : window.text.indexOf(sought)
  return at < 0 || !window.exists ? -1 : window.before + toCodePointIndex(window.text, at)
}

function demandFound(index: number): number {
  if (index < 0) throw refusal('The text to find does not occur; use find, which gives -1, or test with "in".')
  return index
}

function count(run: Run, text: string, [piece, start, end]: Bound): number {
  const window = windowOf(run, text, start, end)
  const sought = textArgument(piece, 'What to count')
  if (!window.exists) return 0
  return sought === '' ? codePointLength(window.text) + 1 : window.text.split(sought).length - 1
}

function edge(run: Run, text: string, [piece = '', start, end]: Bound, holds: (text: string, piece: string) => boolean): boolean {
  const window = windowOf(run, text, start, end)
  const pieces = piece instanceof Tuple ? piece.items : [piece]
  return pieces.some((one) => holds(window.text, textArgument(one, 'What to compare with')) && window.exists)
}

const LIMITS = { left: [splitAtSpace, splitAt], right: [splitAtSpaceFromRight, splitAtFromRight] } as const

function split(run: Run, text: string, [separator, maxSplit = -1]: Bound, side: 'left' | 'right'): Value {
  run.text(text.length)
  const given = demandInteger(maxSplit, 'The number of splits')
  const limit = given < 0 ? Infinity : given
  const [atSpace, at] = LIMITS[side]
  const sought = optionalText(separator, 'The separator')
  if (sought === '') throw refusal('The separator of split cannot be empty; use the list filter for single characters.')
  const parts = sought === undefined ? atSpace(text, limit) : at(text, sought, limit)
  run.spend(parts.length)
  return parts
}

function partition(run: Run, text: string, [separator]: Bound, last: boolean): Value {
  run.text(text.length)
  const sought = textArgument(separator, 'The separator')
  if (sought === '') throw refusal('The separator of partition cannot be empty.')
  const at = last ? text.lastIndexOf(sought) : text.indexOf(sought)
  if (at < 0) return new Tuple(last ? ['', '', text] : [text, '', ''])
  return new Tuple([text.slice(0, at), sought, text.slice(at + sought.length)])
}

const sliced = (name: string, apply: (text: string, piece: string) => string): readonly [string, Method<string>] =>
  method(name, 'affix', 1, (run, text, [affix]) => {
    run.text(text.length)
    return apply(text, textArgument(affix, 'What to remove'))
  })

/** Methods that look for one text in another. */
export const TEXT_SEARCHES: readonly (readonly [string, Method<string>])[] = [
  method('find', 'sub start end', 1, (run, text, args) => find(run, text, args, false)),
  method('rfind', 'sub start end', 1, (run, text, args) => find(run, text, args, true)),
  method('index', 'sub start end', 1, (run, text, args) => demandFound(find(run, text, args, false))),
  method('rindex', 'sub start end', 1, (run, text, args) => demandFound(find(run, text, args, true))),
  method('count', 'sub start end', 1, count),
  method('startswith', 'prefix start end', 1, (run, text, args) => edge(run, text, args, (whole, piece) => whole.startsWith(piece))),
  method('endswith', 'suffix start end', 1, (run, text, args) => edge(run, text, args, (whole, piece) => whole.endsWith(piece))),
  method('split', 'sep maxsplit', 0, (run, text, args) => split(run, text, args, 'left'), true),
  method('rsplit', 'sep maxsplit', 0, (run, text, args) => split(run, text, args, 'right'), true),
  method(
    'splitlines',
    'keepends',
    0,
    (run, text, [keep = false]) => {
      run.text(text.length)
      return splitLines(text, isTrue(run, keep))
    },
    true,
  ),
  method('partition', 'sep', 1, (run, text, args) => partition(run, text, args, false)),
  method('rpartition', 'sep', 1, (run, text, args) => partition(run, text, args, true)),
  sliced('removeprefix', (text, piece) => (text.startsWith(piece) ? text.slice(piece.length) : text)),
  sliced('removesuffix', (text, piece) => (piece !== '' && text.endsWith(piece) ? text.slice(0, -piece.length) : text)),
]

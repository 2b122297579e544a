import { refusal } from '../failure.ts'
import type { Run } from '../run.ts'
import { splitLines } from '../text/split.ts'
import { wrapLine, type WrapOptions } from '../text/wrap.ts'
import { textArgument, type Bound } from '../values/argument.ts'
import { codePointLength, sliceCodePoints } from '../values/code-points.ts'
import { demandLength } from '../values/length.ts'
import { escapeHtml, Markup, textOf } from '../values/markup.ts'
import { demandInteger } from '../values/numeric.ts'
import { isTrue } from '../values/truth.ts'
import type { Value } from '../values/value.ts'
import { filter, type Filter } from './filter.ts'

function indentLines(lines: readonly string[], indention: string, blank: boolean): string {
  return lines.map((line, index) => (index === 0 || (line === '' && !blank) ? line : indention + line)).join('\n')
}

function indent(run: Run, value: Value, [width = 4, first = false, blank = false]: Bound): Value {
  const given = textOf(width)
  const spaces = given === undefined ? Math.max(0, demandInteger(width, 'The width')) : 0
  run.text(spaces)
  const indention = given ?? ' '.repeat(spaces)
  const text = textArgument(value, 'What is indented')
  const lines = splitLines(`${text}\n`, false)
  run.text(text.length + lines.length * indention.length)
  const laid = (isTrue(run, first) ? indention : '') + indentLines(lines, indention, isTrue(run, blank))
  return value instanceof Markup ? new Markup(laid) : laid
}

function truncate(run: Run, value: Value, [length = 255, kill = false, end = '...', leeway = null]: Bound): Value {
  const limit = demandInteger(length, 'The length')
  const ending = textArgument(end, 'The ending')
  const tolerance = leeway === null ? 5 : demandInteger(leeway, 'The leeway')
  const room = limit - codePointLength(ending)
  if (room < 0) throw refusal('The length of truncate must leave room for the ending; make it longer.')
  if (tolerance < 0) throw refusal('The leeway of truncate cannot be negative.')
  if (demandLength(run, value) <= limit + tolerance) return value
  const text = textArgument(value, 'What is truncated')
  run.text(text.length)
  const cut = sliceCodePoints(text, 0, room)
  const space = isTrue(run, kill) ? -1 : cut.lastIndexOf(' ')
  const kept = (space < 0 ? cut : cut.slice(0, space)) + (value instanceof Markup ? escapeHtml(ending) : ending)
  return value instanceof Markup ? new Markup(kept) : kept
}

function wordwrap(run: Run, value: Value, [width = 79, breakLong = true, wrapString = null, breakHyphens = true]: Bound): Value {
  const options: WrapOptions = {
    width: demandInteger(width, 'The width'),
    breakLongWords: isTrue(run, breakLong),
    breakOnHyphens: isTrue(run, breakHyphens),
  }
  if (options.width <= 0) throw refusal('The width of wordwrap must be at least 1.')
  const separator = wrapString === null ? '\n' : textArgument(wrapString, 'The wrap string')
  const text = textArgument(value, 'What is wrapped')
  run.text(text.length)
  run.spend(text.length / 8)
  const lines = splitLines(text, false).map((line) => wrapLine(line, options).join(separator))
  return lines.join(separator)
}

/** Filters that lay text out. */
export const LAYOUT_FILTERS: readonly (readonly [string, Filter])[] = [
  filter('indent', 'width first blank', 0, indent),
  filter('truncate', 'length killwords end leeway', 0, truncate),
  filter('wordwrap', 'width break_long_words wrapstring break_on_hyphens', 0, wordwrap),
]

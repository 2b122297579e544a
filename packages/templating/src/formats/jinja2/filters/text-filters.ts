import { findMethod } from '../methods/find-method.ts'
import type { Run } from '../run.ts'
import { percentFormat } from '../text/percent-format.ts'
import { replaceText } from '../text/replace.ts'
import { refusal } from '../failure.ts'
import type { Arguments } from '../values/callable.ts'
import { Dict } from '../values/dict.ts'
import { escapeHtml, Markup } from '../values/markup.ts'
import { demandInteger } from '../values/numeric.ts'
import { toStr } from '../values/print.ts'
import { Tuple } from '../values/tuple.ts'
import type { Value } from '../values/value.ts'
import { filter, softText, type Filter } from './filter.ts'

const call = (run: Run, value: Value, name: string, positional: readonly Value[]): Value =>
  findMethod(softText(run, value), name)?.(run, { positional, named: undefined }) ?? value

/** A filter that is a method of text by another name. */
const viaMethod = (name: string, method = name): readonly [string, Filter] =>
  filter(name, '', 0, (run, value) => call(run, value, method, []))

/** Words begin after whitespace, hyphens and opening brackets only, unlike in the method of that name. */
function titleWords(text: string): string {
  const parts = text.split(/([-\s({[<]+)/)
  return parts
    .map((part) => part.replace(/^[^]/u, (first) => first.toUpperCase()).replace(/(?<=^[^])[^]+/u, (rest) => rest.toLowerCase()))
    .join('')
}

function replaceFilter(run: Run, value: Value, from: Value, to: Value, limit: number): Value {
  if (!run.autoescape) return replaceText(run, toStr(run, value), toStr(run, from), toStr(run, to), limit)
  const escapes = from instanceof Markup || (to instanceof Markup && !(value instanceof Markup))
  const text = escapes && !(value instanceof Markup) ? new Markup(escapeHtml(toStr(run, value))) : softText(run, value)
  return call(run, text, 'replace', [softText(run, from), softText(run, to), limit])
}

function format(run: Run, value: Value, { positional, named }: Arguments): Value {
  const hasNames = named !== undefined && named.size > 0
  if (hasNames && positional.length > 0) throw refusal('"format" takes values or named values, not both.')
  return percentFormat(run, softText(run, value), hasNames ? new Dict(named) : new Tuple(positional))
}

/** Filters that give a text for a text. */
export const TEXT_FILTERS: readonly (readonly [string, Filter])[] = [
  viaMethod('upper'),
  viaMethod('lower'),
  viaMethod('capitalize'),
  filter('title', '', 0, (run, value) => titleWords(toStr(run, value))),
  filter('trim', 'chars', 0, (run, value, [chars = null]) => call(run, value, 'strip', [chars])),
  filter('center', 'width', 0, (run, value, [width = 80]) => call(run, value, 'center', [width])),
  filter('string', '', 0, softText),
  filter('replace', 'old new count', 2, (run, value, [from = '', to = '', count = null]) =>
    replaceFilter(run, value, from, to, count === null ? -1 : demandInteger(count, 'The count')),
  ),
  filter('wordcount', '', 0, (run, value) => {
    const text = toStr(run, value)
    run.text(text.length)
    return text.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0
  }),
  ['format', { call: format }],
]

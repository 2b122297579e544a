import { refusal } from '../failure.ts'
import type { Run } from '../run.ts'
import { stripTags, unescapeHtml } from '../text/html.ts'
import { strFormat } from '../text/str-format.ts'
import type { Arguments } from '../values/callable.ts'
import { isMapping, mappingEntries } from '../values/mapping.ts'
import { escapeHtml, Markup, textOf } from '../values/markup.ts'
import { toList } from '../values/iterate.ts'
import { toStr } from '../values/print.ts'
import { Tuple } from '../values/tuple.ts'
import { isList, type Value } from '../values/value.ts'
import type { Method } from './method.ts'
import { joinTexts, TEXT_BASICS } from './text-basics.ts'
import { TEXT_SEARCHES } from './text-search.ts'

/** `format_map(m)` is `format(**m)`. */
function spreadMap(run: Run, { positional }: Arguments): Arguments {
  const [mapping] = positional
  if (mapping === undefined || positional.length !== 1 || !isMapping(mapping)) throw refusal('"format_map" takes exactly one mapping.')
  const named = new Map<string, Value>()
  for (const [key, value] of mappingEntries(run, mapping)) {
    const name = textOf(key)
    if (name !== undefined) named.set(name, value)
  }
  return { positional: [], named }
}

const FORMATS: readonly (readonly [string, Method<string>])[] = [
  ['format', { call: (run, text, args) => strFormat(run, text, args) }],
  ['format_map', { call: (run, text, args) => strFormat(run, text, spreadMap(run, args)) }],
]

export const TEXT_METHODS: ReadonlyMap<string, Method<string>> = new Map([...TEXT_BASICS, ...TEXT_SEARCHES, ...FORMATS])

/** What is formatted into markup or joined by it is escaped, unless it is markup itself. */
const escaped = (run: Run, value: Value): string => (value instanceof Markup ? value.text : escapeHtml(toStr(run, value)))
const finish = (text: string, value: Value): string => (value instanceof Markup ? text : escapeHtml(text))

/** Every text that a method of markup gives is markup again. */
function marked(value: Value): Value {
  if (typeof value === 'string') return new Markup(value)
  if (isList(value)) return value.map(marked)
  return value instanceof Tuple ? new Tuple(value.items.map(marked)) : value
}

/** The arguments from `from` on, escaped where they are text. */
const escapeArguments = (run: Run, { positional, named }: Arguments, from: number): Arguments => ({
  positional: positional.map((value, index) => (index >= from && textOf(value) !== undefined ? escaped(run, value) : value)),
  named,
})

const MARKUP_ONLY: ReadonlyMap<string, Method<string>> = new Map([
  ['format', { call: (run, text, args) => new Markup(strFormat(run, text, args, finish)) }],
  ['format_map', { call: (run, text, args) => new Markup(strFormat(run, text, spreadMap(run, args), finish)) }],
  ['striptags', { call: (_run, text) => stripTags(text) }],
  ['unescape', { call: (_run, text) => unescapeHtml(text) }],
  ['escape', { call: (run, _text, { positional }) => new Markup(escaped(run, positional[0] ?? '')) }],
  [
    'join',
    {
      call: (run, text, { positional }) =>
        new Markup(
          joinTexts(
            run,
            text,
            toList(run, positional[0] ?? []).map((part) => escaped(run, part)),
          ),
        ),
    },
  ],
] satisfies [string, Method<string>][])

const ESCAPED_FROM: ReadonlyMap<string, number> = new Map([
  ['replace', 1],
  ['center', 1],
  ['ljust', 1],
  ['rjust', 1],
])

export function markupMethod(name: string): Method<string> | undefined {
  const own = MARKUP_ONLY.get(name)
  const inherited = TEXT_METHODS.get(name)
  if (own !== undefined || inherited === undefined) return own
  const from = ESCAPED_FROM.get(name) ?? Infinity
  return { call: (run, text, args) => marked(inherited.call(run, text, escapeArguments(run, args, from))) }
}

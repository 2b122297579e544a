import { refusal } from '../failure.ts'
import type { Run } from '../run.ts'
import { stripTags } from '../text/html.ts'
import { urlize, type UrlizeOptions } from '../text/urlize.ts'
import { quoteUrl } from '../text/url-quote.ts'
import { optionalInteger, optionalText, textArgument, type Bound } from '../values/argument.ts'
import { iterate, iteratorOf, toList } from '../values/iterate.ts'
import { isMapping, mappingEntries } from '../values/mapping.ts'
import { escapeHtml, Markup, textOf } from '../values/markup.ts'
import { toStr } from '../values/print.ts'
import { isTrue } from '../values/truth.ts'
import { demand, Undefined } from '../values/undefined.ts'
import type { Value } from '../values/value.ts'
import { filter, type Filter } from './filter.ts'

function escaped(run: Run, value: Value): Markup {
  if (value instanceof Markup) return value
  const text = toStr(run, value)
  run.text(text.length)
  return new Markup(escapeHtml(text))
}

const finish = (run: Run, text: string): Value => (run.autoescape ? new Markup(text) : text)

function xmlattr(run: Run, value: Value, [autospace = true]: Bound): Value {
  demand(value)
  if (!isMapping(value)) throw refusal('"xmlattr" needs a mapping of attribute names to values.')
  const parts: string[] = []
  for (const [key, part] of mappingEntries(run, value)) {
    run.step()
    if (part === null || part instanceof Undefined) continue
    const name = textArgument(key, 'The name of an attribute')
    if (/[\t-\r />=]/.test(name)) throw refusal(`"${name}" cannot be the name of an attribute.`)
    parts.push(`${escapeHtml(name)}="${escaped(run, part).text}"`)
  }
  return finish(run, (parts.length > 0 && isTrue(run, autospace) ? ' ' : '') + parts.join(' '))
}

function* pairs(run: Run, value: Value): Generator<readonly [Value, Value], void> {
  if (isMapping(value)) {
    yield* mappingEntries(run, value)
    return
  }
  for (const pair of iterate(run, value)) {
    const [key, part, ...rest] = toList(run, pair)
    if (key === undefined || part === undefined || rest.length > 0) throw refusal('"urlencode" needs text, a mapping or a list of pairs.')
    yield [key, part]
  }
}

function urlencode(run: Run, value: Value): Value {
  if (textOf(value) !== undefined || iteratorOf(run, value) === undefined) return quoteUrl(run, toStr(run, value), false)
  const parts: string[] = []
  for (const [key, part] of pairs(run, value))
    parts.push(`${quoteUrl(run, toStr(run, key), true)}=${quoteUrl(run, toStr(run, part), true)}`)
  return parts.join('&')
}

function relOf(run: Run, rel: Value | undefined, nofollow: Value | undefined): string {
  const words = new Set(['noopener', ...(optionalText(rel, '"rel"') ?? '').split(/\s+/).filter(Boolean)])
  if (nofollow !== undefined && isTrue(run, nofollow)) words.add('nofollow')
  return [...words].toSorted().join(' ')
}

function schemesOf(run: Run, schemes: Value | undefined): readonly string[] {
  if (schemes === undefined || schemes === null) return []
  return toList(run, schemes).map((scheme) => {
    const text = textArgument(scheme, 'A URI scheme')
    if (!/^[\p{L}\p{N}_.+-]{2,}:\/{0,2}$/u.test(text)) throw refusal(`"${text}" is no URI scheme; write it with its colon.`)
    return text
  })
}

function urlizeFilter(run: Run, value: Value, [limit, nofollow, target, rel, schemes]: Bound): Value {
  const text = escaped(run, value).text
  run.spend(text.length / 8)
  const options: UrlizeOptions = {
    limit: limit === null ? Infinity : optionalInteger(limit, Infinity, 'The length limit'),
    rel: relOf(run, rel, nofollow),
    target: optionalText(target, '"target"'),
    schemes: schemesOf(run, schemes),
  }
  const linked = urlize(text, options)
  run.text(linked.length)
  return finish(run, linked)
}

const escape = (name: string): readonly [string, Filter] => filter(name, '', 0, escaped)

/** Filters for HTML and URLs. */
export const HTML_FILTERS: readonly (readonly [string, Filter])[] = [
  escape('escape'),
  escape('e'),
  filter('forceescape', '', 0, (run, value) => new Markup(escapeHtml(toStr(run, value)))),
  filter('safe', '', 0, (run, value) => (value instanceof Markup ? value : new Markup(toStr(run, value)))),
  filter('striptags', '', 0, (run, value) => {
    const text = toStr(run, value)
    run.text(text.length)
    return stripTags(text)
  }),
  filter('xmlattr', 'autospace', 0, xmlattr),
  filter('urlencode', '', 0, urlencode),
  filter('urlize', 'trim_url_limit nofollow target rel extra_schemes', 0, urlizeFilter),
]

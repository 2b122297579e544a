import { causeOf } from '../../../template-cause.ts'
import { errorAt } from '../span.ts'
import { jsonPathTagAt } from './jsonpath-tag.ts'
import { findEndRaw, rawTagAt } from './raw-block.ts'
import { TagScanner } from './tag-scanner.ts'
import type { LexedTemplate, Mark, Token } from './token.ts'
import { normalizeNewlines, skipSpace, trimEndFrom } from './whitespace.ts'

interface State {
  readonly source: string
  /** Without the one trailing newline that is dropped. */
  readonly end: number
  readonly tokens: Token[]
  readonly marks: Mark[]
  readonly tags: TagScanner
}

function sourceEnd(source: string): number {
  if (source.endsWith('\r\n')) return source.length - 2
  return source.endsWith('\n') || source.endsWith('\r') ? source.length - 1 : source.length
}

/** The next `{{`, `{%` or `{#`; -1 where only text follows. */
function nextTag({ source, end }: State, from: number): number {
  for (let at = source.indexOf('{', from); at >= 0 && at + 1 < end; at = source.indexOf('{', at + 1)) {
    const next = source.charCodeAt(at + 1)
    if (next === 123 || next === 37 || next === 35) return at
  }
  return -1
}

function pushData({ source, tokens }: State, from: number, end: number): void {
  if (end > from) tokens.push({ kind: 'data', text: normalizeNewlines(source.slice(from, end)), offset: from, length: end - from })
}

function unclosed(state: State, offset: number, message: string, missing: string): number {
  const what = state.source.slice(offset, offset + 2)
  state.tokens.push({ kind: 'failure', text: message, cause: { kind: 'unclosed', values: { what, missing } }, offset, length: 2 })
  return -1
}

const mark = (state: State, kind: Mark['kind'], offset: number, end: number): void => {
  state.marks.push({ kind, offset, length: end - offset })
}

function comment(state: State, start: number, inside: number): number {
  const { source, end } = state
  const close = source.indexOf('#}', inside)
  if (close < 0 || close + 2 > end) return unclosed(state, start, 'This comment is never closed; add "#}".', '#}')
  mark(state, 'comment', start, close + 2)
  return source[close - 1] === '-' && close > inside ? skipSpace(source, close + 2, end) : close + 2
}

function rawBlock(state: State, start: number, begin: { readonly braceEnd: number; readonly next: number }): number {
  const { source, end } = state
  mark(state, 'statement', start, begin.braceEnd)
  const close = findEndRaw(source, begin.next, end)
  if (close === undefined) return unclosed(state, start, 'This raw block is never closed; add "{% endraw %}".', '{% endraw %}')
  const textEnd = source[close.start + 2] === '-' ? trimEndFrom(source, begin.next, close.start) : close.start
  pushData(state, begin.next, textEnd)
  mark(state, 'statement', close.start, close.braceEnd)
  return close.next
}

function output(state: State, start: number, inside: number): number {
  const { source, end, tokens } = state
  const path = jsonPathTagAt(source, inside, end)
  if (path !== undefined) {
    tokens.push({ kind: 'jsonpath', text: path.expression, offset: path.offset, length: path.expression.length })
    mark(state, 'variable', start, path.braceEnd)
    return path.next
  }
  tokens.push({ kind: 'output-begin', text: '{{', offset: start, length: inside - start })
  return closed(state, start, 'variable', state.tags.scan(inside, '}}'))
}

function closed(state: State, start: number, kind: Mark['kind'], tag: ReturnType<TagScanner['scan']>): number {
  if (tag === undefined) return -1
  mark(state, kind, start, tag.braceEnd)
  return tag.next
}

function statement(state: State, start: number, inside: number): number {
  const raw = rawTagAt(state.source, start, state.end, 'raw')
  if (raw !== undefined) return rawBlock(state, start, raw)
  state.tokens.push({ kind: 'tag-begin', text: '{%', offset: start, length: inside - start })
  return closed(state, start, 'statement', state.tags.scan(inside, '%}'))
}

/** Reads one tag and what surrounds it; where to go on, or -1 where reading ends. */
function step(state: State, from: number): number {
  const { source, end } = state
  const start = nextTag(state, from)
  if (start < 0) {
    pushData(state, from, end)
    return -1
  }
  const sign = source[start + 2]
  const inside = start + 2 < end && (sign === '-' || sign === '+') ? start + 3 : start + 2
  pushData(state, from, sign === '-' ? trimEndFrom(source, from, start) : start)
  const kind = source[start + 1]
  if (kind === '#') return comment(state, start, inside)
  return kind === '{' ? output(state, start, inside) : statement(state, start, inside)
}

/**
 * Splits a template into tokens in one pass. Offsets are those of the source as given, CRLF included.
 *
 * @throws TemplateError `template_syntax` for a NUL
 */
export function tokenize(source: string): LexedTemplate {
  const nul = source.indexOf('\0')
  if (nul >= 0)
    throw errorAt(
      source,
      { offset: nul, length: 1 },
      'The template contains a NUL character; remove it.',
      'template_syntax',
      causeOf('nul-character'),
    )
  const end = sourceEnd(source)
  const tokens: Token[] = []
  const marks: Mark[] = []
  const state: State = { source, end, tokens, marks, tags: new TagScanner(source, end, tokens) }
  let at = 0
  while (at >= 0 && at < end) at = step(state, at)
  if (tokens.at(-1)?.kind !== 'failure') tokens.push({ kind: 'end', text: '', offset: end, length: 0 })
  return { tokens, marks }
}

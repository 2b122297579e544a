import type { TemplateFormat } from '@vitrine/contracts'
import { type ParsedTemplate, parseTemplate } from '@vitrine/templating'

/** `unreadable`: the template is broken. `expression`: the name stands where it is no plain name, or a local one is called the same. */
export type RenameFault = 'unreadable' | 'expression'

export type Renaming = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: RenameFault }

type Source = Pick<ParsedTemplate, 'placeholders' | 'variables'>

interface Edit {
  readonly at: number
  readonly length: number
}

const PLAIN: Readonly<Record<TemplateFormat, (name: string) => string>> = {
  curly: (name) => `{{${name}}}`,
  mustache: (name) => `{{${name}}}`,
  fstring: (name) => `{${name}}`,
  jinja2: (name) => `{{ ${name} }}`,
}

/** Whether a format reads a name as that name, when it is written as plainly as it can be. */
export function isWritable(format: TemplateFormat, name: string): boolean {
  const parsed = parseTemplate(format, PLAIN[format](name))
  if (!parsed.ok) return false
  const [variable, ...others] = parsed.template.variables
  return others.length === 0 && variable?.name === name && variable.path === ''
}

const reads = ({ variables }: Source, name: string): boolean => variables.some((variable) => variable.name === name)

/** Where a name stands in a stretch of source: at its beginning, but for braces, marks of the format and white space. */
function nameIn(source: string, offset: number, length: number, name: string): Edit | null {
  const written = source.slice(offset, offset + length)
  const at = written.indexOf(name)
  if (at === -1 || /[\p{L}\p{N}_$.["'/]/u.test(written.slice(0, at).replace(/^\{+[#^/&]?/, ''))) return null
  return { at: offset + at, length: name.length }
}

/** The tags of one name, where each placeholder is one: what opens a section, and what closes it. Null where one is no plain name. */
function tagEdits(source: string, { placeholders }: Source, from: string): readonly Edit[] | null {
  const edits: Edit[] = []
  const open: boolean[] = []
  for (const { name, kind, span } of placeholders) {
    const isEnd = kind === 'section' && name === ''
    const isOwn = isEnd ? open.pop() === true : name === from
    // In a section a name may be one of the section's own.
    if (isOwn && !isEnd && open.length > 0) return null
    if (kind === 'section' && !isEnd) open.push(isOwn)
    if (!isOwn) continue
    const edit = nameIn(source, span.offset, span.length, from)
    if (edit === null) return null
    edits.push(edit)
  }
  return edits
}

const replaced = (source: string, edits: readonly Edit[], to: string): string =>
  edits
    .toSorted((left, right) => right.at - left.at)
    .reduce((text, { at, length }) => text.slice(0, at) + to + text.slice(at + length), source)

/** Whether a template reads what another one reads, but for one name. */
function isSameBut(before: Source, after: Source, from: string, to: string): boolean {
  const named = (name: string) => (name === from ? to : name)
  const kinds = (source: Source, name: (name: string) => string) => source.placeholders.map((one) => [one.kind, name(one.name)])
  const paths = (source: Source, name: (name: string) => string) => source.variables.map((one) => [name(one.name), one.path])
  const same = (name: string) => name
  return JSON.stringify([kinds(before, named), paths(before, named)]) === JSON.stringify([kinds(after, same), paths(after, same)])
}

/** What stands in the tags of a template besides attributes and quoted texts: there a name is that of a value, or of something local. */
const namesOutside = (source: string, { placeholders }: Source): string =>
  placeholders
    .filter(({ kind }) => kind !== 'comment')
    .map(({ span }) => source.slice(span.offset, span.offset + span.length))
    .join(' ')
    .replaceAll(/"[^"]*"|'[^']*'|\.\s*[\p{L}_][\p{L}\p{N}_]*/gu, ' ')

const holdsName = (text: string, name: string): boolean => text.split(/[^\p{L}\p{N}_]+/u).includes(name)

/** A tag of Jinja holds any number of names: one use after the other, each where the reader says that it is. */
function renameUses(source: string, parsed: Source, from: string, to: string): string | null {
  if (holdsName(namesOutside(source, parsed), to)) return null
  let text = source
  let current: Source = parsed
  for (;;) {
    const use = current.variables.find(({ name }) => name === from)
    if (use === undefined) return holdsName(namesOutside(text, current), from) ? null : text
    const { offset, length } = use.span
    if (text.slice(offset, offset + length) !== from) return null
    text = replaced(text, [{ at: offset, length }], to)
    const next = parseTemplate('jinja2', text)
    if (!next.ok) return null
    current = next.template
  }
}

/**
 * A template that reads `to` where it read `from`. Nothing but names is changed, where the format's own reader finds them, and what came
 * of it is read again: what does not mean the same is refused. A template that does not read the name stays as it is.
 */
export function renameInTemplate(format: TemplateFormat, source: string, from: string, to: string): Renaming {
  const parsed = parseTemplate(format, source)
  if (!parsed.ok) return source.includes(from) ? { ok: false, fault: 'unreadable' } : { ok: true, text: source }
  const { template } = parsed
  if (!reads(template, from)) return { ok: true, text: source }
  const edits = format === 'jinja2' ? null : tagEdits(source, template, from)
  const text = format === 'jinja2' ? renameUses(source, template, from, to) : edits && replaced(source, edits, to)
  const after = text === null ? null : parseTemplate(format, text)
  const isSame = after?.ok === true && !reads(template, to) && isSameBut(template, after.template, from, to)
  return isSame && text !== null ? { ok: true, text } : { ok: false, fault: 'expression' }
}

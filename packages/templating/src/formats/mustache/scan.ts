import { SourcePositions } from '../../source-positions.ts'
import { causeOf, type TemplateCause } from '../../template-cause.ts'
import { TemplateError } from '../../template-error.ts'
import { pyStrip } from '../../python/whitespace.ts'

type TagKind = 'variable' | 'section' | 'inverted' | 'close' | 'comment' | 'delimiters'

export interface Tag {
  readonly kind: TagKind
  /** Trimmed; empty for comments and delimiters. */
  readonly name: string
  readonly start: number
  readonly end: number
  /** What the tag takes out of the text: itself, or its whole line where it stands alone on one. */
  readonly removedFrom: number
  readonly removedTo: number
}

const KINDS: ReadonlyMap<string, TagKind> = new Map([
  ['#', 'section'],
  ['^', 'inverted'],
  ['/', 'close'],
  ['!', 'comment'],
  ['=', 'delimiters'],
  ['&', 'variable'],
])
const isBlank = (unit: string | undefined): boolean => unit === ' ' || unit === '\t'

/** Finds the tags of a source, minding the delimiters that it sets on the way. */
export class MustacheScanner {
  private readonly source: string
  readonly positions: SourcePositions
  private open = '{{'
  private close = '}}'
  private lastEnd = 0

  constructor(source: string) {
    this.source = source
    this.positions = new SourcePositions(source)
  }

  tags(): readonly Tag[] {
    const nul = this.source.indexOf('\0')
    if (nul >= 0) throw this.problem('A NUL character stands here. Remove it.', causeOf('nul-character'), nul, nul + 1)
    const tags: Tag[] = []
    for (let start = this.source.indexOf(this.open); start >= 0; start = this.source.indexOf(this.open, this.lastEnd)) {
      const tag = this.tag(start)
      tags.push(tag)
      this.lastEnd = tag.removedTo
    }
    return tags
  }

  problem(message: string, cause: TemplateCause, start: number, end: number): TemplateError {
    return new TemplateError({ code: 'template_syntax', message, cause, position: this.positions.at(start, end - start) })
  }

  private tag(start: number): Tag {
    const inside = start + this.open.length
    if (this.source[inside] === '{') return this.inline(start, inside + 1, `}${this.close}`)
    let at = inside
    while (isBlank(this.source[at]) || this.source[at] === '\n' || this.source[at] === '\r') at++
    const sigil = this.source[at] ?? ''
    const kind = KINDS.get(sigil)
    if (kind === undefined) return this.inline(start, inside, this.close)
    if (kind === 'variable') return this.inline(start, at + 1, this.close)
    const [content, end] = this.content(start, at + 1, kind === 'delimiters' ? `=${this.close}` : this.close)
    if (kind === 'delimiters') this.setDelimiters(content, start, end)
    const name = kind === 'comment' || kind === 'delimiters' ? '' : this.name(content, start, end)
    return { kind, name, start, end, ...this.line(start, end) }
  }

  /** A variable never takes its line with it. */
  private inline(start: number, from: number, close: string): Tag {
    const [content, end] = this.content(start, from, close)
    return { kind: 'variable', name: this.name(content, start, end), start, end, removedFrom: start, removedTo: end }
  }

  private content(start: number, from: number, close: string): readonly [string, number] {
    const at = this.source.indexOf(close, from)
    if (at < 0)
      throw this.problem(
        `This tag is not closed. \`${close}\` is missing.`,
        { kind: 'unclosed', values: { what: this.source.slice(start, from), missing: close } },
        start,
        from,
      )
    return [this.source.slice(from, at), at + close.length]
  }

  private name(content: string, start: number, end: number): string {
    const name = pyStrip(content)
    if (name === '') throw this.problem('This tag is empty. Write a name between its braces.', causeOf('nothing-inside'), start, end)
    if (name.includes(this.open))
      throw this.problem(
        `This tag is not closed before the next \`${this.open}\`.`,
        { kind: 'unclosed', values: { what: this.open, missing: this.close } },
        start,
        start + this.open.length,
      )
    if (name.startsWith('>') || name.startsWith('<')) {
      throw this.problem(
        `The partial \`${pyStrip(name.slice(1))}\` cannot be included: a template here has no other templates. Write its text instead.`,
        { kind: 'partial', values: { name: pyStrip(name.slice(1)) } },
        start,
        end,
      )
    }
    return name
  }

  private setDelimiters(content: string, start: number, end: number): void {
    const [open, close, ...rest] = pyStrip(content).split(/\s+/)
    if (open === undefined || open === '' || close === undefined || rest.length > 0 || open.includes('=') || close.includes('=')) {
      throw this.problem(
        'Delimiters are set as `{{=<% %>=}}`: two of them, without `=` or spaces inside.',
        { kind: 'delimiters', values: { example: '{{=<% %>=}}' } },
        start,
        end,
      )
    }
    this.open = open
    this.close = close
  }

  private line(start: number, end: number): { readonly removedFrom: number; readonly removedTo: number } {
    let from = start
    while (from > this.lastEnd && isBlank(this.source[from - 1])) from--
    let to = end
    while (isBlank(this.source[to])) to++
    const ends = to === this.source.length || this.source[to] === '\n' || this.source.startsWith('\r\n', to)
    const alone = ends && (from === 0 || this.source[from - 1] === '\n')
    if (!alone) return { removedFrom: start, removedTo: end }
    return { removedFrom: from, removedTo: to === this.source.length ? to : to + (this.source[to] === '\n' ? 1 : 2) }
  }
}

import { parseJsonPath } from '../../json-path/parse.ts'
import { rootNameOf } from '../../json-path/root-name.ts'
import type { TemplateCause } from '../../template-cause.ts'
import type { TemplatePosition } from '../../template-error.ts'
import type { Placeholder, TemplatePiece, TemplateVariable } from '../../template-format.ts'
import { DEFAULT_BUDGET, limitError } from '../../template-limits.ts'
import { readName, type MustacheNode } from './ast.ts'
import { MustacheScanner, type Tag } from './scan.ts'

export interface MustacheTemplate {
  readonly nodes: readonly MustacheNode[]
  readonly variables: readonly TemplateVariable[]
  readonly placeholders: readonly Placeholder[]
  readonly pieces: readonly TemplatePiece[]
}

interface OpenSection {
  readonly tag: Tag
  readonly span: TemplatePosition
  readonly children: MustacheNode[]
}

/** Builds the tree with a stack of its own, and notes on the way what is read where. */
class MustacheBuilder {
  readonly nodes: MustacheNode[] = []
  readonly variables = new Map<string, TemplateVariable>()
  readonly placeholders: Placeholder[] = []
  readonly pieces: TemplatePiece[] = []
  private readonly open: OpenSection[] = []
  private readonly source: string
  private readonly scanner: MustacheScanner
  private written = 0
  private passed = 0

  constructor(source: string) {
    this.source = source
    this.scanner = new MustacheScanner(source)
  }

  build(): MustacheTemplate {
    for (const tag of this.scanner.tags()) {
      this.text(tag.removedFrom, tag.start)
      this.written = tag.removedTo
      this.passed = tag.end
      this.take(tag, this.scanner.positions.at(tag.start, tag.end - tag.start))
    }
    this.text(this.source.length, this.source.length)
    const unclosed = this.open.at(-1)
    if (unclosed !== undefined) {
      const { tag } = unclosed
      const missing = `{{/${tag.name}}}`
      const cause = { kind: 'unclosed', values: { what: this.source.slice(tag.start, tag.end), missing } } as const
      throw this.scanner.problem(
        `The section \`${tag.name}\` is not closed. Write \`${missing}\` where it ends.`,
        cause,
        tag.start,
        tag.end,
      )
    }
    const { nodes, placeholders, pieces } = this
    return { nodes, placeholders, pieces, variables: [...this.variables.values()] }
  }

  /** Printed text ends before the line of a tag that stands alone; as a piece it ends before the tag itself. */
  private text(printedTo: number, rawTo: number): void {
    if (printedTo > this.written) this.add({ kind: 'text', text: this.source.slice(this.written, printedTo) })
    if (rawTo > this.passed) this.pieces.push({ kind: 'literal', text: this.source.slice(this.passed, rawTo) })
  }

  private add(node: MustacheNode): void {
    const target = this.open.at(-1)?.children ?? this.nodes
    target.push(node)
  }

  private take(tag: Tag, span: TemplatePosition): void {
    if (tag.kind === 'variable') return this.variable(tag.name, span)
    // Other delimiters matter to this format alone: what they delimit is a piece of its own.
    if (tag.kind !== 'delimiters') this.pieces.push({ kind: 'other', span })
    if (tag.kind === 'section' || tag.kind === 'inverted') return this.begin(tag, span)
    this.placeholders.push({ name: '', kind: tag.kind === 'comment' ? 'comment' : tag.kind === 'close' ? 'section' : 'statement', span })
    if (tag.kind === 'close') this.end(tag)
  }

  private variable(text: string, span: TemplatePosition): void {
    if (text.startsWith('$')) {
      const path = parseJsonPath(text)
      const root = rootNameOf(path) ?? ''
      this.note(root, text, span, 'variable')
      this.pieces.push({ kind: 'other', span })
      return this.add({ kind: 'path', text, path, span })
    }
    const name = readName(text)
    this.note(name.segments[0] ?? '', name.segments.slice(1).join('.'), span, 'variable')
    this.pieces.push(name.segments.length > 0 ? { kind: 'variable', segments: name.segments, span } : { kind: 'other', span })
    this.add({ kind: 'variable', name, span })
  }

  private begin(tag: Tag, span: TemplatePosition): void {
    const { segments } = readName(tag.name)
    this.note(segments[0] ?? '', segments.slice(1).join('.'), span, 'section')
    if (this.open.length >= DEFAULT_BUDGET.maxDepth)
      throw limitError(
        `Sections are nested deeper than ${DEFAULT_BUDGET.maxDepth} levels.`,
        { kind: 'too-deep', values: { limit: DEFAULT_BUDGET.maxDepth } },
        span,
      )
    this.open.push({ tag, span, children: [] })
  }

  private end(tag: Tag): void {
    const section = this.open.pop()
    if (section === undefined || section.tag.name !== tag.name) {
      const what = `{{/${tag.name}}}`
      const cause: TemplateCause =
        section === undefined
          ? { kind: 'closes-nothing', values: { what } }
          : { kind: 'closes-other', values: { what, open: section.tag.name } }
      const remedy = section === undefined ? 'No section is open here.' : `The open section is \`${section.tag.name}\`.`
      throw this.scanner.problem(`The closing tag \`${tag.name}\` has no opening tag. ${remedy}`, cause, tag.start, tag.end)
    }
    this.add({
      kind: 'section',
      name: readName(tag.name),
      inverted: section.tag.kind === 'inverted',
      children: section.children,
      span: section.span,
    })
  }

  private note(root: string, path: string, span: TemplatePosition, kind: Placeholder['kind']): void {
    this.placeholders.push({ name: root, kind, span })
    if (root !== '' && !this.variables.has(root)) this.variables.set(root, { name: root, path, span })
  }
}

/** @throws TemplateError `template_syntax`, or `template_limit` for sections nested too deeply */
export const parseMustache = (source: string): MustacheTemplate => new MustacheBuilder(source).build()

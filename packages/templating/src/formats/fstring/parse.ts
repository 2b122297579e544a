import { causeOf, type TemplateCause } from '../../template-cause.ts'
import { TemplateError, type TemplateErrorCode } from '../../template-error.ts'
import { SourcePositions } from '../../source-positions.ts'
import type { Conversion, Field, FstringNode } from './ast.ts'
import { readFieldName, type FieldName } from './field-name.ts'

const CONVERSIONS: ReadonlyMap<string, Conversion> = new Map([
  ['r', 'r'],
  ['s', 's'],
  ['a', 'a'],
])
/** The template, and the specifications inside it; fields inside those take no fields of their own. */
const MAX_NESTING = 2

const SINGLE = {
  '{': { kind: 'single-brace', values: { brace: '{', doubled: '{{' } },
  '}': { kind: 'single-brace', values: { brace: '}', doubled: '}}' } },
} as const satisfies Record<string, TemplateCause>
const UNCLOSED: TemplateCause = { kind: 'unclosed', values: { what: '{', missing: '}' } }
const TOO_DEEP: TemplateCause = { kind: 'too-deep', values: { limit: MAX_NESTING } }

/** Reads a template as `str.format` does, mark by mark. */
class FstringParser {
  private readonly source: string
  private readonly positions: SourcePositions
  private at = 0

  constructor(source: string) {
    this.source = source
    this.positions = new SourcePositions(source)
  }

  /** Literal text and fields up to `end`. */
  nodes(end: number, nesting: number): readonly FstringNode[] {
    const nodes: FstringNode[] = []
    let start = this.at
    const literal = (to: number): void => {
      if (to > start) nodes.push({ kind: 'literal', text: this.source.slice(start, to) })
    }
    while (this.at < end) {
      const mark = this.source.charAt(this.at++)
      if (mark !== '{' && mark !== '}') continue
      const doubled = this.at < end && this.source.charAt(this.at) === mark
      if (mark === '}' && !doubled) throw this.problem('A single `}` stands here. Write `}}` for a brace.', this.at - 1, SINGLE['}'])
      if (mark === '{' && this.at === end) throw this.problem('A `{` stands at the end. Write `{{` for a brace.', this.at - 1, SINGLE['{'])
      literal(doubled ? this.at : this.at - 1)
      if (doubled) this.at++
      else nodes.push(this.field(end, nesting))
      start = this.at
    }
    literal(end)
    return nodes
  }

  private field(end: number, nesting: number): Field {
    const open = this.at - 1
    const mark = this.nameEnd(end)
    const name = this.source.slice(open + 1, this.at - 1)
    const conversion = mark === '!' ? this.conversion(end, open) : undefined
    const colon = conversion === undefined ? mark === ':' : conversion.colon
    const spec = colon ? this.spec(end, open, nesting) : ''
    const { root, subscripts, path } = this.checked(readFieldName(name), open)
    return { kind: 'field', root, subscripts, path, conversion: conversion?.kind, spec, span: this.positions.at(open, this.at - open) }
  }

  /** Moves behind the mark that ends a name; brackets hide every mark but their own. */
  private nameEnd(end: number): string {
    const open = this.at - 1
    while (this.at < end) {
      const mark = this.source.charAt(this.at++)
      if (mark === '{') throw this.problem('A `{` stands inside a field. Write `{{` for a brace.', this.at - 1, SINGLE['{'])
      if (mark === '[') {
        const close = this.source.indexOf(']', this.at)
        this.at = close < 0 || close >= end ? end : close + 1
      } else if (mark === '}' || mark === ':' || mark === '!') return mark
    }
    throw this.problem('The `}` of this field is missing. Write `{{` for a brace.', open, UNCLOSED)
  }

  private conversion(end: number, open: number): { readonly kind: Conversion; readonly colon: boolean } {
    const letter = this.source.slice(this.at, this.at + 1)
    const kind = CONVERSIONS.get(letter)
    const mark = this.at + 1 < end ? this.source.charAt(this.at + 1) : ''
    if (mark !== ':' && mark !== '}')
      throw this.problem('`!` takes one letter, `r`, `s` or `a`, and then `:` or `}`.', open, causeOf('conversion'))
    if (kind === undefined)
      throw this.problem(`There is no conversion \`!${letter}\`; there are \`!r\`, \`!s\` and \`!a\`.`, open, causeOf('conversion'))
    this.at += 2
    return { kind, colon: mark === ':' }
  }

  private spec(end: number, open: number, nesting: number): Field['spec'] {
    const start = this.at
    const nested = this.specEnd(end, open)
    const close = this.at - 1
    if (!nested) return this.source.slice(start, close)
    if (nesting >= MAX_NESTING)
      throw this.problem('Fields are nested too deeply: a specification may hold fields, those may not.', open, TOO_DEEP)
    this.at = start
    const nodes = this.nodes(close, nesting + 1)
    this.at = close + 1
    return nodes
  }

  /** Moves behind the brace that ends a specification; tells whether braces stand inside it. */
  private specEnd(end: number, open: number): boolean {
    let nested = false
    for (let depth = 1; this.at < end;) {
      const mark = this.source.charAt(this.at++)
      if (mark === '{') {
        nested = true
        depth++
      } else if (mark === '}' && --depth === 0) return nested
    }
    throw this.problem('The `}` of this field is missing.', open, UNCLOSED)
  }

  private checked(name: FieldName, open: number): Extract<FieldName, { kind: 'name' }> {
    if (name.kind === 'name') return name
    throw this.problem(name.message, open, name.cause, name.kind === 'forbidden' ? 'template_forbidden' : 'template_syntax')
  }

  private problem(message: string, offset: number, cause?: TemplateCause, code: TemplateErrorCode = 'template_syntax'): TemplateError {
    const position = this.positions.at(offset, Math.max(this.at - offset, 1))
    return new TemplateError({ code, message, ...(cause && { cause }), position })
  }
}

/** @throws TemplateError `template_syntax`, or `template_forbidden` for an attribute */
export const parseFstring = (source: string): readonly FstringNode[] => new FstringParser(source).nodes(source.length, 1)

import { SourcePositions } from '../../source-positions.ts'
import type { Placeholder, TemplatePiece, TemplateVariable } from '../../template-format.ts'
import type { TemplatePosition } from '../../template-error.ts'
import { readReference, type CurlyReference } from './lookup.ts'
import { scanCurly } from './scan.ts'

/** A curly template laid flat: `literals[0] slots[0] literals[1] slots[1] … literals[n]`; a slot is an index into `references`. */
export interface CurlyTemplate {
  readonly literals: readonly string[]
  readonly slots: readonly number[]
  /** Each name once, with the place of its first use. */
  readonly references: readonly (CurlyReference & { readonly span: TemplatePosition })[]
  readonly placeholders: readonly Placeholder[]
  readonly variables: readonly TemplateVariable[]
  readonly pieces: readonly TemplatePiece[]
}

/** Gathers what the pieces of a source mean. */
class CurlyCollector {
  readonly literals: string[] = ['']
  readonly slots: number[] = []
  readonly references: (CurlyReference & { readonly span: TemplatePosition })[] = []
  readonly placeholders: Placeholder[] = []
  readonly variables = new Map<string, TemplateVariable>()
  readonly pieces: TemplatePiece[] = []
  private readonly known = new Map<string, number>()

  literal(text: string): void {
    this.literals[this.literals.length - 1] += text
    this.pieces.push({ kind: 'literal', text })
  }

  placeholder(name: string, span: TemplatePosition): void {
    const index = this.known.get(name) ?? this.references.push({ ...readReference(name), span }) - 1
    this.known.set(name, index)
    this.slots.push(index)
    this.literals.push('')
    const reference = this.references[index]
    const { root = '', path = '', segments } = reference ?? {}
    this.placeholders.push({ name: root, kind: 'variable', span })
    if (root !== '' && !this.variables.has(root)) this.variables.set(root, { name: root, path, span })
    this.pieces.push(segments === undefined ? { kind: 'other', span } : { kind: 'variable', segments, span })
  }
}

/** Reads a template; any text is a curly template. */
export function parseCurly(source: string): CurlyTemplate {
  const positions = new SourcePositions(source)
  const collector = new CurlyCollector()
  for (const piece of scanCurly(source)) {
    if (piece.kind === 'literal') collector.literal(piece.text)
    else if (piece.kind === 'braces') collector.literal(source.slice(piece.start + 2, piece.end - 2))
    else collector.placeholder(piece.name, positions.at(piece.start, piece.end - piece.start))
  }
  const { literals, slots, references, placeholders, pieces } = collector
  return { literals, slots, references, placeholders, pieces, variables: [...collector.variables.values()] }
}

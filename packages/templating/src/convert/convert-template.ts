import type { TemplateFormat } from '@vitrine/contracts'
import { engineOf } from '../formats/registry.ts'
import { parseTemplate } from '../parse-template.ts'
import type { TemplateCause } from '../template-cause.ts'
import type { TemplatePosition, TemplateProblem } from '../template-error.ts'
import type { TemplatePiece } from '../template-format.ts'
import { piecesOf } from './pieces-of.ts'
import { writePlaceholder } from './write-placeholder.ts'

/** Something that a conversion left as it was, or could not keep exactly. */
export interface ConversionNote {
  readonly message: string
  /** The same as data. */
  readonly cause: TemplateCause
  /** The text concerned, as the source has it. */
  readonly text: string
  readonly span: TemplatePosition
}

export type ConversionResult =
  | { readonly ok: true; readonly text: string; readonly notes: readonly ConversionNote[] }
  /** The source cannot be read, so nothing was converted. */
  | { readonly ok: false; readonly problem: TemplateProblem }

/** Neighbouring literals in one, so that braces are seen together. */
function joinLiterals(pieces: readonly TemplatePiece[]): readonly TemplatePiece[] {
  const joined: TemplatePiece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (piece.kind === 'literal' && last?.kind === 'literal') joined[joined.length - 1] = { kind: 'literal', text: last.text + piece.text }
    else if (piece.kind !== 'literal' || piece.text !== '') joined.push(piece)
  }
  return joined
}

const meaningOf = (pieces: readonly TemplatePiece[]): string =>
  JSON.stringify(
    joinLiterals(pieces).map((piece) => (piece.kind === 'literal' ? piece.text : piece.kind === 'variable' ? piece.segments : null)),
  )

/** Whether the target format reads the text as these pieces. A format without pieces of its own is trusted where it can read it. */
function isReadAs(text: string, pieces: readonly TemplatePiece[], format: TemplateFormat): boolean {
  const parsed = parseTemplate(format, text)
  if (!parsed.ok) return false
  const read = parsed.template.pieces
  return read === undefined || meaningOf(read) === meaningOf(pieces)
}

/** What stands in the check for a part that the target cannot read. */
const UNREADABLE = { kind: 'literal', text: '\n' } as const satisfies TemplatePiece

/**
 * Rewrites a template for another format: plain variables, dotted paths and literal braces.
 *
 * *shape*: `notes` names what has no equivalent and was left as it was, in source order. Without notes both templates render the same.
 *
 * Both formats must be loaded; see `loadFormat`.
 */
export function convertTemplate(source: string, from: TemplateFormat, to: TemplateFormat): ConversionResult {
  const parsed = parseTemplate(from, source)
  if (!parsed.ok) return parsed
  if (from === to) return { ok: true, text: source, notes: [] }
  const engine = engineOf(to)
  const pieces = joinLiterals(piecesOf(parsed.template))
  const notes: ConversionNote[] = []
  const parts = pieces.map((piece) => {
    if (piece.kind === 'literal') return { text: engine.escapeLiteral(piece.text), piece }
    const { span } = piece
    const written = source.slice(span.offset, span.offset + span.length)
    const converted = piece.kind === 'variable' ? writePlaceholder(engine, piece.segments) : undefined
    if (converted !== undefined) return { text: converted, piece }
    notes.push({
      message: `\`${written}\` has no equivalent in ${to} and was left as it is.`,
      cause: { kind: 'no-equivalent', values: { written, format: to } },
      text: written,
      span,
    })
    return { text: written, piece: UNREADABLE }
  })
  const readable = parts.map(({ text, piece }) => (piece === UNREADABLE ? UNREADABLE.text : text)).join('')
  if (
    !isReadAs(
      readable,
      parts.map(({ piece }) => piece),
      to,
    )
  ) {
    const span = parsed.template.placeholders[0]?.span ?? { offset: 0, length: source.length, line: 1, column: 1 }
    notes.push({
      message: `Braces beside a placeholder cannot be kept apart in ${to}. Check them.`,
      cause: { kind: 'braces-beside', values: { format: to } },
      text: source,
      span,
    })
  }
  return { ok: true, text: parts.map(({ text }) => text).join(''), notes }
}

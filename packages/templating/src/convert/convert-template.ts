import type { TemplateFormat } from '@vitrine/contracts'
import { TEMPLATE_ENGINES } from '../formats/registry.ts'
import { parseTemplate } from '../parse-template.ts'
import type { TemplatePosition, TemplateProblem } from '../template-error.ts'
import type { TemplatePiece } from '../template-format.ts'
import { piecesOf } from './pieces-of.ts'
import { writePlaceholder } from './write-placeholder.ts'

/** Something that a conversion left as it was, or could not keep exactly. */
export interface ConversionNote {
  readonly message: string
  /** The text concerned, as the source has it. */
  readonly text: string
  readonly span: TemplatePosition
}

export type ConversionResult =
  | { readonly ok: true; readonly text: string; readonly notes: readonly ConversionNote[] }
  /** The source cannot be read, so nothing was converted. */
  | { readonly ok: false; readonly problem: TemplateProblem }

/** The same template whatever its literals are cut into: what a source and its conversion must have in common. */
function meaningOf(pieces: readonly TemplatePiece[]): string {
  const parts: (string | readonly string[])[] = []
  for (const piece of pieces) {
    const last = parts.at(-1)
    if (piece.kind === 'other') parts.push([])
    else if (piece.kind === 'variable') parts.push(piece.segments)
    else if (typeof last === 'string') parts[parts.length - 1] = last + piece.text
    else if (piece.text !== '') parts.push(piece.text)
  }
  return JSON.stringify(parts)
}

function keepsMeaning(pieces: readonly TemplatePiece[], text: string, to: TemplateFormat): boolean {
  const parsed = parseTemplate(to, text)
  if (!parsed.ok) return false
  const written = parsed.template.pieces
  return written === undefined || meaningOf(written) === meaningOf(pieces)
}

/**
 * Rewrites a template for another format: plain variables, dotted paths and literal braces.
 *
 * *shape*: `notes` names what has no equivalent and was left as it was, in source order. Without notes both templates render the same.
 */
export function convertTemplate(source: string, from: TemplateFormat, to: TemplateFormat): ConversionResult {
  const parsed = parseTemplate(from, source)
  if (!parsed.ok) return parsed
  if (from === to) return { ok: true, text: source, notes: [] }
  const engine = TEMPLATE_ENGINES[to]
  const pieces = piecesOf(parsed.template)
  const notes: ConversionNote[] = []
  let text = ''
  for (const piece of pieces) {
    if (piece.kind === 'literal') {
      text += engine.escapeLiteral(piece.text)
      continue
    }
    const { span } = piece
    const written = source.slice(span.offset, span.offset + span.length)
    const converted = piece.kind === 'variable' ? writePlaceholder(engine, piece.segments) : undefined
    if (converted === undefined)
      notes.push({ message: `\`${written}\` has no equivalent in ${to} and was left as it is.`, text: written, span })
    text += converted ?? written
  }
  if (notes.length === 0 && !keepsMeaning(pieces, text, to)) {
    const span = parsed.template.placeholders[0]?.span ?? { offset: 0, length: source.length, line: 1, column: 1 }
    notes.push({ message: `Braces beside a placeholder could not be kept apart in ${to}. Check them.`, text: source, span })
  }
  return { ok: true, text, notes }
}

import type { ParsedTemplate, Placeholder, TemplatePiece } from '../template-format.ts'

const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_]*$/u
const WORDS = new Set(['true', 'false', 'none', 'True', 'False', 'None', 'not', 'and', 'or', 'in', 'is', 'if', 'else'])

/** The segments of `{{ name.segment }}`; undefined for every other placeholder. */
function segmentsOf(written: string): readonly string[] | undefined {
  if (!written.startsWith('{{') || !written.endsWith('}}')) return undefined
  const segments = written.slice(2, -2).trim().split('.')
  const plain = segments.every((segment, index) => (index > 0 && /^[0-9]+$/.test(segment)) || IDENTIFIER.test(segment))
  return plain && !WORDS.has(segments[0] ?? '') ? segments : undefined
}

function pieceOf({ kind, span }: Placeholder, source: string): TemplatePiece {
  const segments = kind === 'variable' ? segmentsOf(source.slice(span.offset, span.offset + span.length)) : undefined
  return segments === undefined ? { kind: 'other', span } : { kind: 'variable', segments, span }
}

/** A template's own pieces, or, where its format gives none, those that its placeholders make of the source. */
export function piecesOf(template: ParsedTemplate): readonly TemplatePiece[] {
  if (template.pieces !== undefined) return template.pieces
  const { source } = template
  const pieces: TemplatePiece[] = []
  let at = 0
  for (const placeholder of template.placeholders) {
    const { offset, length } = placeholder.span
    if (offset < at) continue
    if (offset > at) pieces.push({ kind: 'literal', text: source.slice(at, offset) })
    pieces.push(pieceOf(placeholder, source))
    at = offset + length
  }
  if (at < source.length) pieces.push({ kind: 'literal', text: source.slice(at) })
  return pieces
}

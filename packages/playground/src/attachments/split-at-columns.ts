import type { ContentPart, TemplateFormat } from '@vitrine/contracts'
import { parseTemplate, type ParsedTemplate, type Placeholder, type TemplatePosition } from '@vitrine/templating'
import type { AttachmentPart } from './attachment-part.ts'

/** A use of a column that cannot become a part of the message. */
export interface SplitFault {
  /** `expression`: more than the bare name. `inside-block`: in a loop, a condition or another placeholder, or something else depends on it. */
  readonly code: 'expression' | 'inside-block'
  readonly column: string
  /** As the template has it. */
  readonly written: string
  readonly position: TemplatePosition
}

export type Split =
  | { readonly ok: true; readonly parts: readonly ContentPart[]; readonly used: ReadonlySet<string> }
  | { readonly ok: false; readonly faults: readonly SplitFault[] }

const between = (text: string, open: string, close: string): string | null =>
  text.length >= open.length + close.length && text.startsWith(open) && text.endsWith(close)
    ? text.slice(open.length, text.length - close.length)
    : null

/** What stands between the braces of a placeholder that is nothing but a name. */
const BARE: Readonly<Record<TemplateFormat, (written: string) => string | null | undefined>> = {
  curly: (written) => between(written, '{{', '}}')?.trim(),
  fstring: (written) => between(written, '{', '}'),
  mustache: (written) => (between(written, '{{{', '}}}') ?? between(written, '{{&', '}}') ?? between(written, '{{', '}}'))?.trim(),
  jinja2: (written) => between(written, '{{', '}}')?.replace(/^[-+]/, '').replace(/[-+]$/, '').trim(),
}

const namesOf = ({ variables }: Pick<ParsedTemplate, 'variables'>): readonly string[] => variables.map(({ name }) => name)
const writtenAt = (source: string, { offset, length }: TemplatePosition): string => source.slice(offset, offset + length)

/** The texts before, between and after some placeholders, each a template by itself. */
function segmentsOf(source: string, cuts: readonly Placeholder[], format: TemplateFormat): readonly string[] {
  const segments: string[] = []
  let from = 0
  let trims = false
  for (const { span } of cuts) {
    const written = writtenAt(source, span)
    const text = source.slice(from, span.offset)
    const started = trims ? text.trimStart() : text
    const ended = format === 'jinja2' && written.startsWith('{{-') ? started.trimEnd() : started
    // Jinja prints no line end at the end of a template; here it is not the end.
    segments.push(format === 'jinja2' && ended.endsWith('\n') ? `${ended}\n` : ended)
    from = span.offset + span.length
    trims = format === 'jinja2' && written.endsWith('-}}')
  }
  const rest = source.slice(from)
  return [...segments, trims ? rest.trimStart() : rest]
}

/**
 * Splits a template where the bare name of a column stands: text, the column's part, text. Each text stays a template, so that the
 * other variables are rendered as before. Blank text beside a part is left out, because some providers take none.
 */
export function splitAtColumns(format: TemplateFormat, source: string, media: ReadonlyMap<string, AttachmentPart>): Split {
  const whole: Split = { ok: true, parts: [{ type: 'text', text: source }], used: new Set() }
  const parsed = parseTemplate(format, source)
  // What is broken is told where templates are checked.
  if (!parsed.ok) return whole
  const { template } = parsed
  const used = new Set(namesOf(template).filter((name) => media.has(name)))
  if (used.size === 0) return whole

  const cuts = template.placeholders.filter(({ name }) => used.has(name))
  const fault = (code: SplitFault['code'], column: string, position: TemplatePosition): SplitFault => ({
    code,
    column,
    written: writtenAt(source, position),
    position,
  })
  const faults = cuts.flatMap(({ name, kind, span }) => {
    if (kind !== 'variable') return [fault('inside-block', name, span)]
    return BARE[format](writtenAt(source, span)) === name ? [] : [fault('expression', name, span)]
  })
  if (faults.length > 0) return { ok: false, faults }

  const segments = segmentsOf(source, cuts, format)
  const known = new Set(namesOf(template))
  const left = new Set<string>()
  for (const [index, segment] of segments.entries()) {
    const cut = cuts[Math.min(index, cuts.length - 1)]
    const part = parseTemplate(format, segment)
    const reads = part.ok ? namesOf(part.template) : []
    // A name that only the piece reads is one that something before it gives: a loop, a `set`, other delimiters.
    if (cut && (!part.ok || reads.some((name) => !known.has(name)))) faults.push(fault('inside-block', cut.name, cut.span))
    for (const name of reads) left.add(name)
  }
  for (const { name, span } of template.variables) {
    if (used.has(name) && left.has(name)) faults.push(fault('expression', name, span))
    if (!used.has(name) && !left.has(name)) faults.push(...cuts.slice(0, 1).map((cut) => fault('inside-block', cut.name, cut.span)))
  }
  if (faults.length > 0) return { ok: false, faults: [...new Map(faults.map((one) => [one.position.offset, one])).values()] }

  const parts: ContentPart[] = []
  for (const [index, text] of segments.entries()) {
    const cut = cuts[index]
    const part = cut && media.get(cut.name)
    if (text.trim() !== '') parts.push({ type: 'text', text })
    if (part !== undefined) parts.push(part)
  }
  return { ok: true, parts, used }
}

import { type ParsedTemplate, type PromptTemplate, parseTemplate, variablesOfPrompt } from '@vitrine/templating'

/** One text of a prompt, and what stands in its places. */
export interface PromptText {
  readonly template: ParsedTemplate
  /** Places that print a variable, or what is at a path in it, as it is: `['user', 'name']`, with how it is written. */
  readonly plain: readonly { readonly segments: readonly string[]; readonly written: string }[]
  /** Variables that are read in some other way: by a condition, a loop, a filter, a query. */
  readonly other: ReadonlySet<string>
}

const PLAIN_JINJA2 = /^\{\{[-+]?\s*([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\s*[-+]?\}\}$/

/** Every text of a prompt that has places in it. */
export function promptUses(prompt: PromptTemplate): readonly PromptText[] {
  const texts: PromptText[] = []
  variablesOfPrompt(prompt, {
    parse: (format, source) => {
      const parsed = parseTemplate(format, source)
      if (parsed.ok && parsed.template.placeholders.length > 0) texts.push(toPromptText(parsed.template))
      return parsed
    },
  })
  return texts
}

function toPromptText(template: ParsedTemplate): PromptText {
  const { source, pieces, placeholders, variables } = template
  const written = ({ offset, length }: { readonly offset: number; readonly length: number }) => source.slice(offset, offset + length)
  const places =
    pieces === undefined
      ? placeholders
          .filter(({ kind }) => kind !== 'comment')
          .map(({ span }) => ({ segments: PLAIN_JINJA2.exec(written(span))?.[1]?.split('.'), written: written(span) }))
      : pieces.flatMap((piece) =>
          piece.kind === 'literal'
            ? []
            : [{ segments: piece.kind === 'variable' ? piece.segments : undefined, written: written(piece.span) }],
        )
  const plain = places.flatMap(({ segments, written: text }) => (segments === undefined ? [] : [{ segments, written: text }]))
  // Whatever else stands in a text may read any of its variables.
  const isPlain = plain.length === places.length
  return { template, plain, other: new Set(isPlain ? [] : variables.map(({ name }) => name)) }
}

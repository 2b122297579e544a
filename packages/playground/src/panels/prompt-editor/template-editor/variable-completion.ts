import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete'
import { opening } from './opening.ts'
import type { FactsField } from './facts-field.ts'

/** Offers the columns behind an opening brace. */
export const variableCompletion = (facts: FactsField) =>
  autocompletion({
    icons: false,
    activateOnTyping: true,
    override: [
      (context: CompletionContext): CompletionResult | null => {
        const { format, names, valuesOf } = context.state.field(facts)
        const line = context.state.doc.lineAt(context.pos)
        const found = opening(format, line.text, context.pos - line.from)
        if (found === null || names.length === 0) return null
        return {
          from: line.from + found.from,
          to: line.from + found.to,
          filter: true,
          options: names.map((name) => ({
            label: name,
            detail: valuesOf(name)[0]?.slice(0, 40) ?? '',
            apply: `${found.lead}${name}${found.tail}`,
          })),
        }
      },
    ],
  })

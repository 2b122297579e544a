import { type EditorState, type Range, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import { parseTemplate } from '@vitrine/templating'
import type { FactsField } from './facts-field.ts'
import { setFacts } from './facts-field.ts'

const mark = (className: string) => Decoration.mark({ class: className })
const VARIABLE = { known: mark('cm-variable'), missing: mark('cm-variable cm-missing'), never: mark('cm-variable cm-never') }
const STATEMENT = mark('cm-statement')
const COMMENT = mark('cm-comment')
const PROBLEM = mark('cm-problem')

/** An offset of the parser in the document: the same, since both count UTF-16 units and the document keeps `\n`. */
function marksOf(state: EditorState, facts: FactsField): DecorationSet {
  const { format, stateOf } = state.field(facts)
  const source = state.doc.toString()
  const parsed = parseTemplate(format, source)
  if (!parsed.ok) {
    const at = parsed.problem.position
    if (at === undefined || source === '') return Decoration.none
    const from = Math.min(at.offset, source.length - 1)
    return Decoration.set([PROBLEM.range(from, Math.min(source.length, Math.max(from + 1, from + at.length)))])
  }
  const ranges: Range<Decoration>[] = []
  for (const { name, kind, span } of parsed.template.placeholders) {
    if (span.length === 0) continue
    const decoration = kind === 'comment' ? COMMENT : kind === 'variable' && name !== '' ? VARIABLE[stateOf(name)] : STATEMENT
    ranges.push(decoration.range(span.offset, span.offset + span.length))
  }
  return Decoration.set(ranges, true)
}

/** Colours the placeholders by what fills them, and underlines the place of a template's error. */
export const templateMarks = (facts: FactsField) =>
  StateField.define<DecorationSet>({
    create: (state) => marksOf(state, facts),
    update: (marks, transaction) =>
      transaction.docChanged || transaction.effects.some((effect) => effect.is(setFacts)) ? marksOf(transaction.state, facts) : marks,
    provide: (field) => EditorView.decorations.from(field),
  })

import { syntaxTree } from '@codemirror/language'
import { RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'

const NAME = Decoration.mark({ class: 'cm-json-name' })
const VALUE = Decoration.mark({ class: 'cm-json-value' })
const MARKS: ReadonlyMap<string, Decoration> = new Map([
  ['PropertyName', NAME],
  ['Number', VALUE],
  ['True', VALUE],
  ['False', VALUE],
  ['Null', VALUE],
])

function marksIn(view: EditorView): DecorationSet {
  const marks = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter(node) {
        const mark = MARKS.get(node.name)
        if (mark) marks.add(node.from, node.to, mark)
      },
    })
  }
  return marks.finish()
}

/** Names and plain values in the colours of the wire view. */
export const jsonColours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = marksIn(view)
    }
    update(update: ViewUpdate): void {
      const isParsed = syntaxTree(update.startState) !== syntaxTree(update.state)
      if (update.docChanged || update.viewportChanged || isParsed) this.decorations = marksIn(update.view)
    }
  },
  { decorations: ({ decorations }) => decorations },
)

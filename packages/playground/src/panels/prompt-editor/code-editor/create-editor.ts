import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { standardKeymap } from '@codemirror/commands'
import { Annotation, EditorState } from '@codemirror/state'
import { drawSelection, EditorView, keymap, placeholder, tooltips } from '@codemirror/view'
import type { EditorFacts } from './editor-facts.ts'
import { editorTheme } from './editor-theme.ts'
import { factsField, setFacts } from './facts-field.ts'
import { minimalChange } from './minimal-change.ts'
import { templateMarks } from './template-marks.ts'
import { variableCompletion } from './variable-completion.ts'
import { variableHover } from './variable-hover.ts'

export interface EditorOptions {
  readonly value: string
  readonly label: string
  readonly placeholder: string
  readonly facts: EditorFacts
  readonly onChange: (value: string) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
}

export interface Editor {
  /** Takes a text from outside; what stands there already stays untouched, and so does the cursor. */
  setValue(value: string): void
  setFacts(facts: EditorFacts): void
  focus(): void
  destroy(): void
}

const fromOutside = Annotation.define<boolean>()

/**
 * A template editor in `host`. It stands in a shadow root of its own: there its styles are constructed sheets, which the strictest
 * content policy allows, while in a document they would be style elements, which it refuses.
 */
export function createEditor(host: HTMLElement, options: EditorOptions): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open', delegatesFocus: true })
  const facts = factsField(options.facts)
  const act = (run: () => void) => () => {
    run()
    return true
  }
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: options.value,
      extensions: [
        EditorState.lineSeparator.of('\n'),
        facts,
        // The mount undoes text and structure in one order, so the editor keeps no history of its own.
        keymap.of([
          { key: 'Mod-z', run: act(options.onUndo), preventDefault: true },
          { key: 'Mod-y', run: act(options.onRedo), preventDefault: true },
          { key: 'Mod-Shift-z', run: act(options.onRedo), preventDefault: true },
          ...completionKeymap,
          ...closeBracketsKeymap,
          ...standardKeymap.filter(({ key }) => key !== 'Mod-Enter'),
        ]),
        closeBrackets(),
        drawSelection(),
        EditorView.lineWrapping,
        EditorView.perLineTextDirection.of(true),
        EditorView.contentAttributes.of({ 'aria-label': options.label, dir: 'auto', spellcheck: 'true' }),
        placeholder(options.placeholder),
        tooltips({ position: 'fixed' }),
        templateMarks(facts),
        variableCompletion(facts),
        variableHover(facts),
        editorTheme,
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.some((transaction) => transaction.annotation(fromOutside))) {
            options.onChange(update.state.doc.toString())
          }
        }),
      ],
    }),
  })
  // What gives its host the focus means the text; a browser delegates to the scroller, which comes first.
  view.scrollDOM.addEventListener('focus', () => view.focus())
  return {
    setValue(value) {
      const change = minimalChange(view.state.doc.toString(), value)
      if (change) view.dispatch({ changes: change, annotations: fromOutside.of(true) })
    },
    setFacts: (next) => view.dispatch({ effects: setFacts.of(next) }),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  }
}

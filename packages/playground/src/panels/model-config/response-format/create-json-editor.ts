import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, indentOnInput } from '@codemirror/language'
import { setDiagnostics } from '@codemirror/lint'
import { Annotation, EditorState } from '@codemirror/state'
import { drawSelection, EditorView, keymap, lineNumbers, placeholder, tooltips } from '@codemirror/view'
import { jsonColours } from './json-colours.ts'
import { jsonEditorTheme } from './json-editor-theme.ts'

/** Something to underline. */
export interface JsonMark {
  /** UTF-16 units from the start. */
  readonly offset: number
  readonly severity: 'error' | 'warning'
  readonly message: string
}

export interface JsonEditorOptions {
  readonly value: string
  readonly label: string
  readonly placeholder: string
  readonly onChange: (value: string) => void
}

export interface JsonEditor {
  setValue(value: string): void
  setMarks(marks: readonly JsonMark[]): void
  destroy(): void
}

const fromOutside = Annotation.define<boolean>()

/** A JSON editor in `host`, in a shadow root of its own: there its styles are constructed sheets, which the strictest policy allows. */
export function createJsonEditor(host: HTMLElement, options: JsonEditorOptions): JsonEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open', delegatesFocus: true })
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: options.value,
      extensions: [
        EditorState.lineSeparator.of('\n'),
        // What is typed here becomes a setting only once it is right; until then it can be undone here alone.
        history(),
        keymap.of([...closeBracketsKeymap, ...historyKeymap, ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter')]),
        lineNumbers(),
        json(),
        indentOnInput(),
        closeBrackets(),
        bracketMatching(),
        drawSelection(),
        EditorView.contentAttributes.of({ 'aria-label': options.label, dir: 'ltr', spellcheck: 'false', tabindex: '0' }),
        placeholder(options.placeholder),
        tooltips({ position: 'fixed' }),
        jsonColours,
        jsonEditorTheme,
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.some((transaction) => transaction.annotation(fromOutside))) {
            options.onChange(update.state.doc.toString())
          }
        }),
      ],
    }),
  })
  return {
    setValue(value) {
      const before = view.state.doc.toString()
      if (before !== value) view.dispatch({ changes: { from: 0, to: before.length, insert: value }, annotations: fromOutside.of(true) })
    },
    setMarks(marks) {
      const { doc } = view.state
      const diagnostics = marks.map(({ offset, severity, message }) => {
        const from = Math.min(offset, Math.max(0, doc.length - 1))
        return { from, to: Math.max(from + 1, doc.lineAt(from).to), severity, message }
      })
      view.dispatch(setDiagnostics(view.state, diagnostics))
    },
    destroy: () => view.destroy(),
  }
}

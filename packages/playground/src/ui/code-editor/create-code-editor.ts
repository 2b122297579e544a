import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete'
import { Annotation, EditorState, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, type KeyBinding, keymap, placeholder, tooltips } from '@codemirror/view'
import { editorTheme } from './editor-theme.ts'
import { minimalChange } from './minimal-change.ts'

/** What is asked of every editor. */
export interface CodeEditorOptions {
  readonly value: string
  readonly label: string
  readonly placeholder: string
  readonly onChange: (value: string) => void
}

export interface CodeEditorKind extends CodeEditorOptions {
  /** Of the text: direction, spelling. */
  readonly attributes: Readonly<Record<string, string>>
  /** Come before what closes brackets. */
  readonly keys: readonly KeyBinding[]
  /** Moving and deleting; the key that runs everything is left to the page. */
  readonly commands: readonly KeyBinding[]
  readonly extensions: readonly Extension[]
}

export interface CodeEditor {
  readonly view: EditorView
  /** Takes a text from outside; what stands there already stays untouched, and so does the cursor. */
  setValue(value: string): void
  focus(): void
  destroy(): void
}

const fromOutside = Annotation.define<boolean>()

/**
 * An editor in `host`. It stands in a shadow root of its own: there its styles are constructed sheets, which the strictest content
 * policy allows, while in a document they would be style elements, which it refuses.
 */
export function createCodeEditor(host: HTMLElement, kind: CodeEditorKind): CodeEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open', delegatesFocus: true })
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: kind.value,
      extensions: [
        EditorState.lineSeparator.of('\n'),
        keymap.of([...kind.keys, ...closeBracketsKeymap, ...kind.commands.filter(({ key }) => key !== 'Mod-Enter')]),
        closeBrackets(),
        drawSelection(),
        EditorView.contentAttributes.of({ 'aria-label': kind.label, ...kind.attributes }),
        placeholder(kind.placeholder),
        tooltips({ position: 'fixed' }),
        [...kind.extensions],
        editorTheme,
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.some((transaction) => transaction.annotation(fromOutside))) {
            kind.onChange(update.state.doc.toString())
          }
        }),
      ],
    }),
  })
  // What gives its host the focus means the text; a browser delegates to the scroller, which comes first.
  view.scrollDOM.addEventListener('focus', () => view.focus())
  return {
    view,
    setValue(value) {
      const change = minimalChange(view.state.doc.toString(), value)
      if (change) view.dispatch({ changes: change, annotations: fromOutside.of(true) })
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  }
}

import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, indentOnInput } from '@codemirror/language'
import { setDiagnostics } from '@codemirror/lint'
import { EditorView, lineNumbers } from '@codemirror/view'
import { type CodeEditor, type CodeEditorOptions, createCodeEditor } from '../../../ui/code-editor/create-code-editor.ts'
import { jsonColours } from './json-colours.ts'
import { jsonTheme } from './json-theme.ts'

/** Something to underline. */
export interface JsonMark {
  /** UTF-16 units from the start. */
  readonly offset: number
  readonly severity: 'error' | 'warning'
  readonly message: string
}

export type JsonEditorOptions = CodeEditorOptions

export interface JsonEditor extends Omit<CodeEditor, 'view'> {
  setMarks(marks: readonly JsonMark[]): void
}

/** An editor of JSON with its own history: what is typed becomes a setting only once it is right. */
export function createJsonEditor(host: HTMLElement, options: JsonEditorOptions): JsonEditor {
  const { view, ...editor } = createCodeEditor(host, {
    ...options,
    attributes: { dir: 'ltr', spellcheck: 'false', tabindex: '0' },
    keys: historyKeymap,
    commands: defaultKeymap,
    extensions: [
      // Numbers and scrolling too go from left to right, whatever the page around them does.
      EditorView.editorAttributes.of({ dir: 'ltr' }),
      history(),
      lineNumbers(),
      json(),
      indentOnInput(),
      bracketMatching(),
      jsonColours,
      jsonTheme,
    ],
  })
  return {
    ...editor,
    setMarks(marks) {
      const { doc } = view.state
      const diagnostics = marks.map(({ offset, severity, message }) => {
        const from = Math.min(offset, Math.max(0, doc.length - 1))
        return { from, to: Math.max(from + 1, doc.lineAt(from).to), severity, message }
      })
      view.dispatch(setDiagnostics(view.state, diagnostics))
    },
  }
}

import { completionKeymap } from '@codemirror/autocomplete'
import { standardKeymap } from '@codemirror/commands'
import { EditorView } from '@codemirror/view'
import { type CodeEditor, type CodeEditorOptions, createCodeEditor } from '../../../ui/code-editor/create-code-editor.ts'
import type { EditorFacts } from './editor-facts.ts'
import { factsField, setFacts } from './facts-field.ts'
import { templateMarks } from './template-marks.ts'
import { templateTheme } from './template-theme.ts'
import { variableCompletion } from './variable-completion.ts'
import { variableHover } from './variable-hover.ts'

export interface TemplateEditorOptions extends CodeEditorOptions {
  readonly facts: EditorFacts
  readonly onUndo: () => void
  readonly onRedo: () => void
}

export interface TemplateEditor extends Omit<CodeEditor, 'view'> {
  setFacts(facts: EditorFacts): void
}

/** An editor of templates: variables coloured and completed, an error underlined where it is. */
export function createTemplateEditor(host: HTMLElement, options: TemplateEditorOptions): TemplateEditor {
  const facts = factsField(options.facts)
  const act = (run: () => void) => () => {
    run()
    return true
  }
  const { view, ...editor } = createCodeEditor(host, {
    ...options,
    attributes: { dir: 'auto', spellcheck: 'true' },
    keys: [
      // The mount undoes text and structure in one order, so the editor keeps no history of its own.
      { key: 'Mod-z', run: act(options.onUndo), preventDefault: true },
      { key: 'Mod-y', run: act(options.onRedo), preventDefault: true },
      { key: 'Mod-Shift-z', run: act(options.onRedo), preventDefault: true },
      ...completionKeymap,
    ],
    commands: standardKeymap,
    extensions: [
      facts,
      EditorView.lineWrapping,
      EditorView.perLineTextDirection.of(true),
      templateMarks(facts),
      variableCompletion(facts),
      variableHover(facts),
      templateTheme,
    ],
  })
  return { ...editor, setFacts: (next) => view.dispatch({ effects: setFacts.of(next) }) }
}

import { EditorView } from '@codemirror/view'
import { underlined } from '../../../ui/code-editor/editor-theme.ts'

/** What JSON looks like, in the colours of the wire view. */
export const jsonTheme = EditorView.theme({
  '&': { fontSize: 'var(--_t-11)', maxHeight: '320px' },
  '.cm-scroller': { fontFamily: 'var(--_mono)', lineHeight: '18px', overflow: 'auto' },
  '.cm-content': { padding: '6px 0', minHeight: '90px' },
  '.cm-line': { padding: '0 8px' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--_faint)', border: 'none' },
  '.cm-matchingBracket': { backgroundColor: 'var(--_selection)', outline: '1px solid var(--_line)' },
  '.cm-json-name': { color: 'var(--_variable)' },
  '.cm-json-value': { color: 'var(--_role-tool)' },
  '.cm-lintRange-error': { backgroundImage: 'none', ...underlined('var(--_danger)') },
  '.cm-lintRange-warning': { backgroundImage: 'none', ...underlined('var(--_warning)') },
  '.cm-diagnostic': { padding: '4px 8px', border: 'none' },
})

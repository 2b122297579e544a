import { EditorView } from '@codemirror/view'

/** The mount's own look; the private tokens are inherited into the editor's shadow root. */
export const jsonEditorTheme = EditorView.theme({
  '&': { color: 'var(--_text)', backgroundColor: 'transparent', fontSize: 'var(--_t-11)', maxHeight: '320px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--_mono)', lineHeight: '18px', overflow: 'auto' },
  '.cm-content': { padding: '6px 0', caretColor: 'var(--_text)', minHeight: '90px' },
  '.cm-line': { padding: '0 8px' },
  '.cm-cursor': { borderLeftColor: 'var(--_text)' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--_faint)', border: 'none' },
  '.cm-placeholder': { color: 'var(--_faint)' },
  '.cm-matchingBracket': { backgroundColor: 'var(--_selection)', outline: '1px solid var(--_line)' },
  '.cm-json-name': { color: 'var(--_variable)' },
  '.cm-json-value': { color: 'var(--_role-tool)' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--_danger) 1px', textUnderlineOffset: '3px' },
  '.cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline wavy var(--_warning) 1px', textUnderlineOffset: '3px' },
  '.cm-tooltip': {
    border: '1px solid var(--_line)',
    borderRadius: 'var(--_r-m)',
    backgroundColor: 'var(--_raised)',
    boxShadow: 'var(--_shadow)',
    color: 'var(--_text)',
    fontSize: 'var(--_t-11)',
  },
  '.cm-diagnostic': { padding: '4px 8px', border: 'none' },
})

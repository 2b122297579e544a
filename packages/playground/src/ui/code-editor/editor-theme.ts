import { EditorView } from '@codemirror/view'

/** The mount's own look; an editor stands in a shadow root of its own, into which the private tokens are inherited. */
export const editorTheme = EditorView.theme({
  '&': { color: 'var(--_text)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-content': { caretColor: 'var(--_text)' },
  '.cm-cursor': { borderLeftColor: 'var(--_text)' },
  '.cm-placeholder': { color: 'var(--_faint)' },
  '.cm-tooltip': {
    border: '1px solid var(--_line)',
    borderRadius: 'var(--_r-m)',
    backgroundColor: 'var(--_raised)',
    boxShadow: 'var(--_shadow)',
    color: 'var(--_text)',
    fontSize: 'var(--_t-12)',
    overflow: 'hidden',
  },
})

/** A wavy line under what is wrong. */
export const underlined = (colour: string) => ({ textDecoration: `underline wavy ${colour} 1px`, textUnderlineOffset: '3px' })

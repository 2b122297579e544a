import { EditorView } from '@codemirror/view'
import { underlined } from '../../../ui/code-editor/editor-theme.ts'

/** What a template's parts look like. */
export const templateTheme = EditorView.theme({
  '&': { fontSize: 'var(--_t-13)' },
  '.cm-scroller': { fontFamily: 'var(--_font)', lineHeight: '20px', overflow: 'visible' },
  '.cm-content': { padding: '0 12px 10px', minHeight: '20px' },
  '.cm-line': { padding: '0' },
  '.cm-variable': {
    padding: '1px 3px',
    borderRadius: '3px',
    fontFamily: 'var(--_mono)',
    fontSize: '0.92em',
    color: 'var(--_variable)',
    background: 'var(--_variable-tint)',
  },
  '.cm-missing': {
    color: 'var(--_warning)',
    background: 'var(--_warning-tint)',
    textDecoration: 'underline dotted 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-never': { color: 'var(--_faint)', background: 'var(--_neutral-tint)', textDecoration: 'line-through 1px' },
  '.cm-statement': { fontFamily: 'var(--_mono)', fontSize: '0.92em', color: 'var(--_variable)' },
  '.cm-comment': { fontFamily: 'var(--_mono)', fontSize: '0.92em', color: 'var(--_faint)' },
  '.cm-problem': underlined('var(--_danger)'),
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--_font)', maxHeight: '220px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '4px 8px', lineHeight: '16px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--_selection)', color: 'var(--_text)' },
  '.cm-completionLabel': { fontFamily: 'var(--_mono)', color: 'var(--_variable)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-completionDetail': { color: 'var(--_faint)', fontStyle: 'normal', marginInlineStart: '8px' },
  '.cm-values': { maxWidth: '320px', padding: '6px 8px', lineHeight: '16px', whiteSpace: 'nowrap' },
  '.cm-values > div': { overflow: 'hidden', textOverflow: 'ellipsis' },
})

import { lazy, Suspense, useRef } from 'react'
import css from './prompt-editor.module.css'
import type { TemplateEditorOptions } from './template-editor/create-template-editor.ts'

const TemplateEditor = lazy(async () => ({ default: (await import('./template-editor/template-editor.tsx')).TemplateEditor }))

/** The editor of one template; a plain text field that works stands in while it loads. */
export function MessageEditor(props: TemplateEditorOptions) {
  const hadFocus = useRef(false)
  const plain = (
    <textarea
      className={css.plain}
      aria-label={props.label}
      placeholder={props.placeholder}
      rows={Math.max(1, props.value.split('\n').length)}
      dir="auto"
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      onFocus={() => (hadFocus.current = true)}
      onBlur={() => (hadFocus.current = false)}
    />
  )
  return (
    <Suspense fallback={plain}>
      <TemplateEditor {...props} takesFocus={() => hadFocus.current} />
    </Suspense>
  )
}

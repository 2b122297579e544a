import { type ReactNode, useRef } from 'react'
import { latePart } from '../../ui/late-part.tsx'
import css from './prompt-editor.module.css'
import type { TemplateEditorOptions } from './template-editor/create-template-editor.ts'
import type { TemplateEditorProps } from './template-editor/template-editor.tsx'

const TemplateEditor = latePart<TemplateEditorProps & { readonly meanwhile: ReactNode }>(
  async () => (await import('./template-editor/template-editor.tsx')).TemplateEditor,
  ({ meanwhile }) => meanwhile,
)

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
  return <TemplateEditor {...props} takesFocus={() => hadFocus.current} meanwhile={plain} />
}

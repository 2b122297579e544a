import { latePart } from '../../../ui/late-part.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import type { JsonEditorProps } from './json-editor.tsx'
import css from './response-format.module.css'

const JsonEditor = latePart<JsonEditorProps>(
  async () => (await import('./json-editor.tsx')).JsonEditor,
  ({ label, placeholder, value, onChange }) => (
    <TextArea
      label={label}
      placeholder={placeholder}
      value={value}
      onChange={onChange}
      mono
      dir="ltr"
      className={css.plain}
      rows={Math.min(16, value.split('\n').length)}
    />
  ),
)

/** A field for JSON; a plain one that works stands in while the editor loads. */
export function JsonField(props: JsonEditorProps) {
  const isWrong = props.marks.some(({ severity }) => severity === 'error')
  return (
    <div className={css.editor} data-invalid={isWrong || undefined}>
      <JsonEditor {...props} />
    </div>
  )
}

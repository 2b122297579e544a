import { lazy, Suspense } from 'react'
import { TextArea } from '../../../ui/text-area.tsx'
import type { JsonEditorProps } from './json-editor.tsx'
import css from './response-format.module.css'

const JsonEditor = lazy(async () => ({ default: (await import('./json-editor.tsx')).JsonEditor }))

/** A field for JSON; a plain one that works stands in while the editor loads. */
export function JsonField(props: JsonEditorProps) {
  const { label, placeholder, value, onChange, marks } = props
  const isWrong = marks.some(({ severity }) => severity === 'error')
  return (
    <div className={css.editor} data-invalid={isWrong || undefined}>
      <Suspense
        fallback={
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
        }
      >
        <JsonEditor {...props} />
      </Suspense>
    </div>
  )
}

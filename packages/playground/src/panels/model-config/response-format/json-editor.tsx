import { useEffect, useLayoutEffect, useRef } from 'react'
import { createJsonEditor, type JsonEditor as Editor, type JsonEditorOptions, type JsonMark } from './create-json-editor.ts'

export interface JsonEditorProps extends JsonEditorOptions {
  readonly marks: readonly JsonMark[]
}

/** The editor as a component; loaded when it is first drawn. */
export function JsonEditor(props: JsonEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<Editor | null>(null)
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
    editor.current?.setValue(props.value)
  })
  useEffect(() => {
    if (host.current === null) return undefined
    const { value, label, placeholder, marks } = latest.current
    const created = createJsonEditor(host.current, { value, label, placeholder, onChange: (text) => latest.current.onChange(text) })
    created.setMarks(marks)
    editor.current = created
    return () => {
      editor.current = null
      created.destroy()
    }
  }, [])
  useEffect(() => {
    editor.current?.setMarks(props.marks)
  }, [props.marks])
  return <div ref={host} data-part="editor" />
}

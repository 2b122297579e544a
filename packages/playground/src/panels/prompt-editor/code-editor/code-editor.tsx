import { useEffect, useLayoutEffect, useRef } from 'react'
import { createEditor, type Editor, type EditorOptions } from './create-editor.ts'

export interface CodeEditorProps extends EditorOptions {
  /** Whether the text field that stood here while the editor was loading had the focus. */
  readonly takesFocus: () => boolean
}

/** The editor as a component. Loaded when it is first drawn: it is the largest part of the page. */
export function CodeEditor(props: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<Editor | null>(null)
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
    editor.current?.setValue(props.value)
  })
  useEffect(() => {
    editor.current?.setFacts(props.facts)
  }, [props.facts])
  useEffect(() => {
    if (host.current === null) return undefined
    const { value, label, placeholder, facts, takesFocus } = latest.current
    const created = createEditor(host.current, {
      value,
      label,
      placeholder,
      facts,
      onChange: (text) => latest.current.onChange(text),
      onUndo: () => latest.current.onUndo(),
      onRedo: () => latest.current.onRedo(),
    })
    editor.current = created
    if (takesFocus()) created.focus()
    return () => {
      editor.current = null
      created.destroy()
    }
  }, [])
  return <div ref={host} data-part="editor" />
}

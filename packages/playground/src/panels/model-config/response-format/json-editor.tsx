import { useEffect } from 'react'
import { useCodeEditor } from '../../../ui/code-editor/use-code-editor.ts'
import { createJsonEditor, type JsonEditorOptions, type JsonMark } from './create-json-editor.ts'

export interface JsonEditorProps extends JsonEditorOptions {
  readonly marks: readonly JsonMark[]
}

const create = (host: HTMLElement, latest: () => JsonEditorProps) =>
  createJsonEditor(host, { ...latest(), onChange: (text) => latest().onChange(text) })

/** The editor as a component; loaded when it is first drawn. */
export function JsonEditor(props: JsonEditorProps) {
  const { host, editor } = useCodeEditor(props, create)
  useEffect(() => {
    editor.current?.setMarks(props.marks)
  }, [editor, props.marks])
  return <div ref={host} data-part="editor" />
}

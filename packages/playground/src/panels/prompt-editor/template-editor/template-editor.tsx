import { useEffect } from 'react'
import { useCodeEditor } from '../../../ui/code-editor/use-code-editor.ts'
import { createTemplateEditor, type TemplateEditorOptions } from './create-template-editor.ts'

export interface TemplateEditorProps extends TemplateEditorOptions {
  /** Whether the text field that stood here while the editor was loading had the focus. */
  readonly takesFocus: () => boolean
}

function create(host: HTMLElement, latest: () => TemplateEditorProps) {
  const editor = createTemplateEditor(host, {
    ...latest(),
    onChange: (text) => latest().onChange(text),
    onUndo: () => latest().onUndo(),
    onRedo: () => latest().onRedo(),
  })
  if (latest().takesFocus()) editor.focus()
  return editor
}

/** The editor as a component. Loaded when it is first drawn: it is the largest part of the page. */
export function TemplateEditor(props: TemplateEditorProps) {
  const { host, editor } = useCodeEditor(props, create)
  useEffect(() => {
    editor.current?.setFacts(props.facts)
  }, [editor, props.facts])
  return <div ref={host} data-part="editor" />
}

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { CodeEditor } from './create-code-editor.ts'

/**
 * Keeps an editor in an element for as long as it is drawn. `create` is one and the same function at every render; what it needs of
 * the props it reads when it needs it.
 */
export function useCodeEditor<Props extends { readonly value: string }, Editor extends Omit<CodeEditor, 'view'>>(
  props: Props,
  create: (host: HTMLElement, latest: () => Props) => Editor,
): { readonly host: RefObject<HTMLDivElement | null>; readonly editor: RefObject<Editor | null> } {
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<Editor | null>(null)
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
    editor.current?.setValue(props.value)
  })
  useEffect(() => {
    if (host.current === null) return undefined
    const created = create(host.current, () => latest.current)
    editor.current = created
    return () => {
      editor.current = null
      created.destroy()
    }
  }, [create])
  return { host, editor }
}

import { useEffect, useEffectEvent } from 'react'

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true

/**
 * Takes a file that is dropped anywhere in an element, before an editor in it makes text of it or the browser leaves the page for it.
 * What is dropped on a dialog is the dialog's.
 */
export function useFileDrop(element: HTMLElement | null, onFile: (file: File) => void): void {
  const take = useEffectEvent(onFile)
  useEffect(() => {
    const listen = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      if (event.target instanceof Element && event.target.closest('[role=dialog]') !== null) return
      event.stopPropagation()
      const file = event.type === 'drop' ? event.dataTransfer?.files[0] : undefined
      if (file !== undefined) take(file)
    }
    element?.addEventListener('dragover', listen, true)
    element?.addEventListener('drop', listen, true)
    return () => {
      element?.removeEventListener('dragover', listen, true)
      element?.removeEventListener('drop', listen, true)
    }
  }, [element])
}

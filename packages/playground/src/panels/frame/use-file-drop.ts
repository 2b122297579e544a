import { useEffect, useEffectEvent } from 'react'

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true

/**
 * Takes files that are dropped anywhere in an element, before an editor in it makes text of them or the browser leaves the page for them.
 * What is dropped on a dialog is the dialog's.
 */
export function useFileDrop(element: HTMLElement | null, onFiles: (files: readonly File[]) => void): void {
  const take = useEffectEvent(onFiles)
  useEffect(() => {
    const listen = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      if (event.target instanceof Element && event.target.closest('[role=dialog]') !== null) return
      event.stopPropagation()
      const files = event.type === 'drop' ? [...(event.dataTransfer?.files ?? [])] : []
      if (files.length > 0) take(files)
    }
    element?.addEventListener('dragover', listen, true)
    element?.addEventListener('drop', listen, true)
    return () => {
      element?.removeEventListener('dragover', listen, true)
      element?.removeEventListener('drop', listen, true)
    }
  }, [element])
}

import { useToast } from './toast.tsx'

/** Puts a text on the clipboard and says so, or that the browser does not allow it. */
export function useCopyText(words: { readonly copied: string; readonly failed: string }): (text: string) => void {
  const toast = useToast()
  return (text) => {
    navigator.clipboard.writeText(text).then(
      () => toast.show(words.copied, { name: 'copied' }),
      () => toast.show(words.failed, { name: 'copied' }),
    )
  }
}

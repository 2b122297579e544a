/** Long enough for a browser to begin the download. Milliseconds. */
const KEPT_MS = 10_000

/** Gives a JSON text as a file. */
export function saveText({ fileName, text }: { readonly fileName: string; readonly text: string }): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}

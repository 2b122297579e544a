/** A file that a person keeps: where it goes is between them and their browser. */
export interface SavedFile {
  readonly fileName: string
  readonly mediaType: string
  readonly text: string
}

/** Long enough for a browser to begin the download. */
const KEPT_MS = 10_000

export function saveFile({ fileName, mediaType, text }: SavedFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}

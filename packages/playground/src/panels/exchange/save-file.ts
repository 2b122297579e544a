/** A file that a person keeps: where it goes is between them and their browser. */
export interface SavedFile {
  readonly fileName: string
  readonly mediaType: string
  readonly text: string
  /** The text of a long file; it is never put together. */
  readonly pieces?: readonly string[]
}

/** Long enough for a browser to begin the download. */
const KEPT_MS = 10_000

export function saveFile(file: SavedFile): void {
  const { fileName, mediaType } = file
  const address = URL.createObjectURL(new Blob([...(file.pieces ?? [file.text])], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}

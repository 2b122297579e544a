import type { CompanionFile, ExportFile } from './export-file.ts'
import { type LossList, createLossList } from './loss.ts'

const PREVIEW_LINES = 12
const PREVIEW_COLUMNS = 200

/** A name that every file system takes. */
export function fileNameOf(name: string, ending: string): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80)
  return `${plain === '' ? 'vitrine' : plain}${ending}`
}

/** The first lines, looked for in the beginning only: a file may be one long line. */
function previewOf(text: string): readonly string[] {
  const lines = text.slice(0, PREVIEW_LINES * PREVIEW_COLUMNS * 4).split(/\r\n|\n|\r/)
  return lines
    .slice(0, PREVIEW_LINES)
    .map((line) => (line.length > PREVIEW_COLUMNS ? `${line.slice(0, PREVIEW_COLUMNS)}…` : line))
    .filter((line, index, all) => line !== '' || index < all.length - 1)
}

export function makeFile(file: CompanionFile, losses: LossList = createLossList(), companions: readonly CompanionFile[] = []): ExportFile {
  // JSON escapes half a surrogate pair; plain text cannot hold one.
  if (!file.text.isWellFormed()) losses.add('half-characters', { count: file.text.match(/\p{Surrogate}/gu)?.length ?? 0 })
  return { ...file, losses: losses.all(), previewLines: previewOf(file.text), companions }
}

/** A file in pieces, with a preview that says what it is about. */
export const makeLongFile = (
  file: Omit<CompanionFile, 'text'> & { readonly pieces: readonly string[] },
  previewLines: readonly string[],
  losses: LossList,
): ExportFile => ({
  ...file,
  get text() {
    return file.pieces.join('')
  },
  losses: losses.all(),
  previewLines,
  companions: [],
})

export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

export const jsonLines = (values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('')

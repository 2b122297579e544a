import { MAX_FILE_BYTES } from '../../../exchange/import/limits.ts'
import type { ImportSource, Recognition } from '../../../exchange/import/recognition.ts'

export type Taken =
  | { readonly kind: 'source'; readonly source: ImportSource }
  | { readonly kind: 'refused'; readonly recognition: Recognition }
  | { readonly kind: 'unreadable' }

/** The bytes of a file. One that is too large is refused before it is read. */
export async function takenFile(file: File): Promise<Taken> {
  if (file.size >= MAX_FILE_BYTES) {
    const values = { bytes: file.size, limitBytes: MAX_FILE_BYTES }
    const problems = [{ code: 'file-too-large', severity: 'error', line: null, values }] as const
    return { kind: 'refused', recognition: { ok: false, format: null, problems } }
  }
  try {
    return { kind: 'source', source: { name: file.name, type: file.type, content: new Uint8Array(await file.arrayBuffer()) } }
  } catch {
    return { kind: 'unreadable' }
  }
}

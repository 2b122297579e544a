import { type AttachmentPart } from './attachment-part.ts'

/** Names that a message has no place for: those of pictures and sound, as long as the page holds them. */
const names = new WeakMap<AttachmentPart, string>()

export function named<Part extends AttachmentPart>(part: Part, name: string): Part {
  names.set(part, name)
  return part
}

/** The name an attachment came with; null where it was not told. */
export const nameOf = (part: AttachmentPart): string | null =>
  (part.type === 'file' ? part.file.filename : undefined) ?? names.get(part) ?? null

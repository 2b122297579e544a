import type { AttachmentKind } from '../../attachments/attachment-part.ts'

/** What is said of a model that does not take a kind of attachment. */
export const LOCK_TEXTS = {
  image: 'lockedImage',
  audio: 'lockedAudio',
  file: 'lockedFile',
} as const satisfies Readonly<Record<AttachmentKind, string>>

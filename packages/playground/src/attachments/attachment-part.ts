import type { AudioPart, ContentPart, FilePart, ImagePart } from '@vitrine/contracts'

/** What a message holds besides its text. */
export type AttachmentPart = ImagePart | AudioPart | FilePart
export const ATTACHMENT_KINDS = ['image', 'audio', 'file'] as const
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number]

export const isAttachment = (part: ContentPart): part is AttachmentPart => part.type !== 'text'

const KINDS = { image_url: 'image', input_audio: 'audio', file: 'file' } as const satisfies Record<AttachmentPart['type'], AttachmentKind>
export const kindOfPart = (part: AttachmentPart): AttachmentKind => KINDS[part.type]

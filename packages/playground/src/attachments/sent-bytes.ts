import type { Message } from '@vitrine/contracts'
import type { AttachmentPart } from './attachment-part.ts'
import { attachmentsOf } from './message-content.ts'

const dataOf = (part: AttachmentPart): string =>
  part.type === 'image_url'
    ? part.imageUrl.url
    : part.type === 'input_audio'
      ? part.inputAudio.data
      : (part.file.fileData ?? part.file.fileId ?? '')

/** How long attachments are in the body of a request: base64, in which three bytes are four. */
export const sentBytesOf = (parts: readonly AttachmentPart[]): number => parts.reduce((sum, part) => sum + dataOf(part).length, 0)

/** The same for all attachments of a request. */
export const sentBytes = (messages: readonly Pick<Message, 'content'>[]): number =>
  messages.reduce((sum, { content }) => sum + sentBytesOf(attachmentsOf(content).map(({ part }) => part)), 0)

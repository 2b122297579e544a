import type { ContentPart, Message } from '@vitrine/contracts'
import { type AttachmentPart, isAttachment } from './attachment-part.ts'

type Content = Message['content']
export interface PlacedAttachment {
  readonly part: AttachmentPart
  /** Its place among all parts of the message. */
  readonly at: number
}

const partsOf = (content: Content): readonly ContentPart[] =>
  typeof content === 'string' ? (content === '' ? [] : [{ type: 'text', text: content }]) : (content ?? [])

/** A message of nothing but text is a text. */
function contentOf(parts: readonly ContentPart[]): string | readonly ContentPart[] {
  if (parts.some(isAttachment)) return parts
  const texts = parts.flatMap((part) => (part.type === 'text' ? [part.text] : []))
  return texts.length > 1 ? parts : (texts[0] ?? '')
}

export const attachmentsOf = (content: Content): readonly PlacedAttachment[] =>
  typeof content === 'string' ? [] : (content ?? []).flatMap((part, at) => (isAttachment(part) ? [{ part, at }] : []))

/** With more attachments, after all that is there. */
export const withAttachments = (content: Content, added: readonly AttachmentPart[]): string | readonly ContentPart[] =>
  contentOf([...partsOf(content), ...added])

export const withoutAttachment = (content: Content, at: number): string | readonly ContentPart[] =>
  contentOf(partsOf(content).toSpliced(at, 1))

/** With an attachment in the place of the one before or after it; the text stays where it is. At an end nothing changes. */
export function withAttachmentMoved(content: Content, at: number, by: 1 | -1): string | readonly ContentPart[] {
  const parts = partsOf(content)
  const places = attachmentsOf(content).map((attachment) => attachment.at)
  const other = places[places.indexOf(at) + by]
  const [moved, neighbour] = [parts[at], other === undefined ? undefined : parts[other]]
  if (moved === undefined || other === undefined || neighbour === undefined || places.indexOf(at) < 0) return contentOf(parts)
  return parts.with(at, neighbour).with(other, moved)
}

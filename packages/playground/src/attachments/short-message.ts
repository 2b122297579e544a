import type { ContentPart, Message } from '@vitrine/contracts'
import { canonicalText, textHash } from '../state/text-hash.ts'
import { isAttachment } from './attachment-part.ts'

/** Parts never change, so each is read through once: a hash of the prompt is made with every key that somebody presses. */
const digests = new WeakMap<ContentPart, string>()

function digestOf(part: ContentPart): string {
  const known = digests.get(part)
  if (known !== undefined) return known
  const digest = textHash(canonicalText(part))
  digests.set(part, digest)
  return digest
}

/** A message to be hashed: where it holds attachments, each is its digest. One that holds none is the same object. */
export function shortMessage(message: Message): object {
  const { content } = message
  if (typeof content === 'string' || !content?.some(isAttachment)) return message
  return { ...message, content: content.map((part) => (isAttachment(part) ? digestOf(part) : part)) }
}

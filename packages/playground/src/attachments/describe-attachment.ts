import { type AttachmentKind, type AttachmentPart, kindOfPart } from './attachment-part.ts'
import { bytesIn, firstBytes } from './base64.ts'
import { fileType, pictureType } from './file-type.ts'
import { dataUrl, inlineData } from './inline-data.ts'
import { MOST_PIXELS_DRAWN } from './limits.ts'
import { nameOf } from './part-names.ts'
import { type PictureSize, pictureSize } from './picture-size.ts'

/**
 * What is known of an attachment without asking anybody.
 *
 * *Shape*: `address` is a web address or a provider's id, and then there are no bytes. `mediaType` is by the bytes where those tell it,
 * else as it is said. `pictureUrl` is a data URL that is safe to draw: a raster picture by its bytes and not too large once decoded.
 */
export interface AttachmentFacts {
  readonly kind: AttachmentKind
  readonly name: string | null
  readonly mediaType: string | null
  readonly bytes: number | null
  readonly address: string | null
  readonly size: PictureSize | null
  readonly pictureUrl: string | null
}

/** A picture's size stands behind what a camera wrote about it. */
const PICTURE_HEAD = 262_144
const FILE_HEAD = 4_096

interface Held {
  readonly said: string | null
  readonly base64: string
}

function heldData(part: AttachmentPart): Held | null {
  if (part.type === 'input_audio') return { said: `audio/${part.inputAudio.format}`, base64: part.inputAudio.data }
  if (part.type === 'image_url') return heldIn(part.imageUrl.url)
  const { fileData, fileId = '', format = null } = part.file
  const held = heldIn(fileData ?? fileId)
  if (held !== null) return { ...held, said: held.said ?? format }
  return fileData === undefined ? null : { said: format, base64: fileData }
}

function heldIn(url: string): Held | null {
  const data = inlineData(url)
  return data && { said: data.mediaType === '' ? null : data.mediaType, base64: data.base64 }
}

const addressOf = (part: AttachmentPart): string | null =>
  part.type === 'image_url' ? part.imageUrl.url : part.type === 'file' ? (part.file.fileId ?? null) : null

function pictureFacts({ base64 }: Held): Pick<AttachmentFacts, 'size' | 'pictureUrl'> & { readonly mediaType: string | null } {
  const head = firstBytes(base64, PICTURE_HEAD)
  const mediaType = pictureType(head)
  const size = mediaType === null ? null : pictureSize(head, mediaType)
  const isDrawn = mediaType !== null && size !== null && size.width * size.height <= MOST_PIXELS_DRAWN && !/[^A-Za-z0-9+/=]/.test(base64)
  return { mediaType, size, pictureUrl: isDrawn ? dataUrl(mediaType, base64) : null }
}

export function describeAttachment(part: AttachmentPart): AttachmentFacts {
  const kind = kindOfPart(part)
  const name = nameOf(part)
  const held = heldData(part)
  if (held === null) return { kind, name, mediaType: null, bytes: null, address: addressOf(part), size: null, pictureUrl: null }
  const whole = { kind, name, bytes: bytesIn(held.base64), address: null }
  if (kind === 'image') {
    const { mediaType, size, pictureUrl } = pictureFacts(held)
    return { ...whole, mediaType: mediaType ?? held.said, size, pictureUrl }
  }
  const told = kind === 'audio' ? fileType(firstBytes(held.base64, FILE_HEAD)) : null
  return { ...whole, mediaType: told?.kind === 'audio' ? told.mediaType : held.said, size: null, pictureUrl: null }
}

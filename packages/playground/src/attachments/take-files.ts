import type { Model } from '@vitrine/contracts'
import type { AttachmentKind, AttachmentPart } from './attachment-part.ts'
import { toBase64 } from './base64.ts'
import { cleanName } from './clean-name.ts'
import { audioFormat, fileType, type FileType } from './file-type.ts'
import { dataUrl } from './inline-data.ts'
import { LARGEST_FILE_BYTES, LARGEST_REQUEST_BYTES, MOST_PER_MESSAGE } from './limits.ts'
import { takes } from './model-takes.ts'
import { named } from './part-names.ts'
import { sentBytesOf } from './sent-bytes.ts'

/** As much of a browser's `File` as is needed. */
export interface GivenFile {
  readonly name: string
  readonly size: number
  readonly arrayBuffer: () => Promise<ArrayBuffer>
}

/** Why a file was not attached. */
export type AttachProblem = { readonly name: string } & (
  | { readonly code: 'empty' | 'unreadable' | 'unknown-type' | 'request-too-large' | 'too-many' }
  | { readonly code: 'file-too-large'; readonly bytes: number }
  | { readonly code: 'not-taken'; readonly kind: AttachmentKind }
)

export interface TakenFiles {
  readonly parts: readonly AttachmentPart[]
  readonly problems: readonly AttachProblem[]
}

export interface Room {
  readonly model: Pick<Model, 'capabilities'> | null
  /** How many attachments the message has. */
  readonly count: number
  /** What the attachments of the whole request come to so far. */
  readonly sentBytes: number
}

function partOf(bytes: Uint8Array, { kind, mediaType }: FileType, name: string): AttachmentPart {
  const base64 = toBase64(bytes)
  if (kind === 'image') return named({ type: 'image_url', imageUrl: { url: dataUrl(mediaType, base64) } }, name)
  if (kind === 'audio') return named({ type: 'input_audio', inputAudio: { data: base64, format: audioFormat(mediaType) } }, name)
  return { type: 'file', file: { filename: name, fileData: dataUrl(mediaType, base64) } }
}

async function bytesOf(file: GivenFile): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    // A folder, or a file that is gone since it was chosen.
    return null
  }
}

async function takeFile(file: GivenFile, name: string, room: Room): Promise<AttachmentPart | AttachProblem> {
  if (room.count >= MOST_PER_MESSAGE) return { code: 'too-many', name }
  if (file.size === 0) return { code: 'empty', name }
  if (file.size > LARGEST_FILE_BYTES) return { code: 'file-too-large', name, bytes: file.size }
  const bytes = await bytesOf(file)
  if (bytes === null) return { code: 'unreadable', name }
  const type = fileType(bytes)
  if (type === null) return { code: 'unknown-type', name }
  if (!takes(room.model, type.kind)) return { code: 'not-taken', name, kind: type.kind }
  const part = partOf(bytes, type, name)
  return room.sentBytes + sentBytesOf([part]) > LARGEST_REQUEST_BYTES ? { code: 'request-too-large', name } : part
}

/**
 * Makes files parts of a message, as many as there is room for. One that cannot be taken is told with the reason and keeps none of the
 * others back; nothing is read of a file that is too large.
 *
 * *Shape*: parts and problems in the order of the files.
 */
export async function takeFiles(files: readonly GivenFile[], room: Room): Promise<TakenFiles> {
  const parts: AttachmentPart[] = []
  const problems: AttachProblem[] = []
  for (const file of files) {
    const left = { ...room, count: room.count + parts.length, sentBytes: room.sentBytes + sentBytesOf(parts) }
    const taken = await takeFile(file, cleanName(file.name), left)
    if ('code' in taken) problems.push(taken)
    else parts.push(taken)
  }
  return { parts, problems }
}

import type { AttachmentKind } from './attachment-part.ts'

/** What a file is, by its bytes. */
export interface FileType {
  readonly kind: AttachmentKind
  readonly mediaType: string
}

const image = (mediaType: string): FileType => ({ kind: 'image', mediaType })
const audio = (mediaType: string): FileType => ({ kind: 'audio', mediaType })
const file = (mediaType: string): FileType => ({ kind: 'file', mediaType })

/** A sign for each byte; no decoder does that for all of them. */
const signsOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

/** The endings of an Office document's list of contents, which stands at the end of the file. */
const OFFICE = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
] as const
const LONGEST_CONTENTS = 262_144

function officeType(bytes: Uint8Array): FileType | null {
  const contents = new TextDecoder('latin1').decode(bytes.subarray(-LONGEST_CONTENTS))
  const found = OFFICE.find(([part]) => contents.includes(part))
  return found ? file(found[1]) : null
}

/** The first bytes of a frame of layer III; the two signs before a text in UTF-16 say another layer. */
const isMp3Frame = ([first = 0, second = 0, third = 0]: Uint8Array): boolean =>
  first === 0xff && (second & 0xe6) === 0xe2 && (third & 0xf0) !== 0xf0 && (third & 0x0c) !== 0x0c

/** What tells itself by its first bytes. */
function binaryType(bytes: Uint8Array): FileType | null {
  const head = signsOf(bytes.subarray(0, 16))
  if (head.startsWith('\u0089PNG\r\n\u001A\n')) return image('image/png')
  if (head.startsWith('ÿØÿ')) return image('image/jpeg')
  if (/^GIF8[79]a/.test(head)) return image('image/gif')
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return image('image/webp')
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WAVE') return audio('audio/wav')
  if (head.startsWith('ID3') || isMp3Frame(bytes)) return audio('audio/mpeg')
  if (head.startsWith('fLaC')) return audio('audio/flac')
  if (head.startsWith('OggS')) return audio('audio/ogg')
  if (/^ftypM4[AB] $/.test(head.slice(4, 12))) return audio('audio/mp4')
  if (head.startsWith('%PDF-')) return file('application/pdf')
  return head.startsWith('PK\u0003\u0004') ? officeType(bytes) : null
}

const isJson = (text: string): boolean => {
  if (!/^[[{]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

// oxlint-disable-next-line no-control-regex -- what no text has is what tells a binary file.
const NOT_IN_TEXT = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/

/** The type of a text in UTF-8; null for anything else. */
function textType(bytes: Uint8Array): FileType | null {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim()
  } catch {
    return null
  }
  if (NOT_IN_TEXT.test(text)) return null
  const head = text.slice(0, 4096)
  if (head.startsWith('<') && /<svg[\s>]/i.test(head)) return file('image/svg+xml')
  if (/^<(?:!doctype html|html)[\s>]/i.test(head)) return file('text/html')
  if (head.startsWith('<?xml')) return file('application/xml')
  return file(isJson(text) ? 'application/json' : 'text/plain')
}

/**
 * Tells what a file is by its bytes; its name says nothing. Pictures are those that every browser draws and models take; a drawing of
 * shapes (SVG) is a document that can hold programs, so it is a file.
 *
 * *Shape*: null where it is of no type that models take.
 */
export const fileType = (bytes: Uint8Array): FileType | null => binaryType(bytes) ?? textType(bytes)

/** The type of a picture by its first bytes alone; null for everything else. */
export function pictureType(head: Uint8Array): string | null {
  const type = binaryType(head)
  return type?.kind === 'image' ? type.mediaType : null
}

/** How `input_audio` names the types of sound. */
const FORMATS: ReadonlyMap<string, string> = new Map([
  ['audio/wav', 'wav'],
  ['audio/mpeg', 'mp3'],
  ['audio/flac', 'flac'],
  ['audio/ogg', 'ogg'],
  ['audio/mp4', 'm4a'],
])
export const audioFormat = (mediaType: string): string => FORMATS.get(mediaType) ?? 'wav'

const NAMES: ReadonlyMap<string, string> = new Map([
  ['text/plain', 'TXT'],
  ['image/svg+xml', 'SVG'],
  ['audio/mpeg', 'MP3'],
  ['audio/mp4', 'M4A'],
  [OFFICE[0][1], 'DOCX'],
  [OFFICE[1][1], 'XLSX'],
  [OFFICE[2][1], 'PPTX'],
])
/** What people call a type: `PNG`, `PDF`. */
export const typeName = (mediaType: string): string => NAMES.get(mediaType) ?? (mediaType.split('/').at(-1) ?? mediaType).toUpperCase()

import type { FilePart, ImagePart } from '@vitrine/contracts'
import { firstBytes } from './base64.ts'
import { cleanName } from './clean-name.ts'
import { pictureType, typeName } from './file-type.ts'
import { inlineData } from './inline-data.ts'
import { webAddress } from './web-address.ts'

/** The types of columns whose values are no text. */
export type MediaColumnType = 'image' | 'file'

export type ValueReading =
  | { readonly ok: true; readonly part: ImagePart | FilePart }
  /** `not-media`: neither a data URL in base64 nor an https address. `not-picture`: data that is no PNG, JPEG, GIF or WebP. */
  | { readonly ok: false; readonly code: 'not-media' | 'not-picture' }

/** A cell of such a column as a part of a message. An address is passed on; nobody here fetches it. */
export function columnValue(type: MediaColumnType, column: string, value: string): ValueReading {
  const address = webAddress(value)
  if (address.ok) {
    const { url } = address
    return { ok: true, part: type === 'image' ? { type: 'image_url', imageUrl: { url } } : { type: 'file', file: { fileId: url } } }
  }
  const url = value.trim()
  const data = inlineData(url)
  if (data === null || data.base64 === '') return { ok: false, code: 'not-media' }
  if (type === 'image') {
    // As many bytes as tell the type.
    if (pictureType(firstBytes(data.base64, 48)) === null) return { ok: false, code: 'not-picture' }
    return { ok: true, part: { type: 'image_url', imageUrl: { url } } }
  }
  // Some providers take no file without a name; a cell has none of its own.
  const ending = data.mediaType === '' ? '' : `.${typeName(data.mediaType).toLowerCase()}`
  return { ok: true, part: { type: 'file', file: { filename: cleanName(`${column}${ending}`), fileData: url } } }
}

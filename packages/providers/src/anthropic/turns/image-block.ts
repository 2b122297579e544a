import type { ImageBlockParam } from '@anthropic-ai/sdk/resources/messages/messages'
import type { ImagePart } from '@vitrine/contracts'
import { readDataUrl, type InlineData } from './data-url.ts'
import type { TurnContext } from './turn-context.ts'

type MediaType = 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp'
const MEDIA_TYPES: ReadonlyMap<string | null, MediaType> = new Map([
  ['image/jpeg', 'image/jpeg'],
  ['image/jpg', 'image/jpeg'],
  ['image/png', 'image/png'],
  ['image/gif', 'image/gif'],
  ['image/webp', 'image/webp'],
])

/** A picture as a block; null where it cannot be sent, which is told. */
export function toImageBlock({ imageUrl }: ImagePart, path: string, context: TurnContext): ImageBlockParam | null {
  const { url, detail } = imageUrl
  if (detail !== undefined) context.report.drop(`${path}.image_url.detail`, 'the Messages API chooses the resolution itself')
  const data = readDataUrl(url)
  if (data !== null) return toInlineImage(data, path, context)
  if (/^https?:\/\//i.test(url)) return { type: 'image', source: { type: 'url', url } }
  context.refuse('image_url', path, 'an image is a data URL or a web address')
  return null
}

export function toInlineImage({ mediaType, base64 }: InlineData, path: string, context: TurnContext): ImageBlockParam | null {
  const known = MEDIA_TYPES.get(mediaType)
  if (known !== undefined) return { type: 'image', source: { type: 'base64', media_type: known, data: base64 } }
  context.refuse(
    'image_url',
    path,
    `the Messages API takes images as JPEG, PNG, GIF or WebP, not as ${mediaType ?? 'data of no said type'}`,
  )
  return null
}

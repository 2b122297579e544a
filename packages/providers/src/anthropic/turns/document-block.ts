import type { DocumentBlockParam, ImageBlockParam } from '@anthropic-ai/sdk/resources/messages/messages'
import type { FilePart } from '@vitrine/contracts'
import { readDataUrl, textOf, type InlineData } from './data-url.ts'
import { toInlineImage } from './image-block.ts'
import type { TurnContext } from './turn-context.ts'

type FileBlock = DocumentBlockParam | ImageBlockParam
type File = FilePart['file']

const PDF = 'application/pdf'
const BY_ENDING: ReadonlyMap<string, string> = new Map([
  ['pdf', PDF],
  ['txt', 'text/plain'],
  ['md', 'text/markdown'],
  ['csv', 'text/csv'],
  ['json', 'application/json'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
])
const IS_TEXT = /^(?:text\/.+|application\/(?:json|xml|yaml|x-yaml))$/

/** A file as a block: PDF, text or picture by its type, an address, or an id of the provider's own store. Null where it cannot be sent. */
export function toFileBlock({ file }: FilePart, path: string, context: TurnContext): FileBlock | null {
  const { fileId, fileData } = file
  const inline = fileData ?? (fileId !== undefined && /^data:/i.test(fileId) ? fileId : undefined)
  if (inline !== undefined) return toInlineBlock(file, readDataUrl(inline) ?? { mediaType: null, base64: inline }, path, context)
  if (fileId === undefined) {
    context.refuse('file', path, 'it has neither data nor an id')
    return null
  }
  const isImage = typeOf(file, null)?.startsWith('image/') === true
  if (/^https?:\/\//i.test(fileId)) {
    const source = { type: 'url', url: fileId } as const
    return isImage ? { type: 'image', source } : { type: 'document', source, ...titleOf(file) }
  }
  const source = { type: 'file', file_id: fileId } as const
  return isImage ? { type: 'image', source } : { type: 'document', source, ...titleOf(file) }
}

function toInlineBlock(file: File, { mediaType, base64 }: InlineData, path: string, context: TurnContext): FileBlock | null {
  const type = typeOf(file, mediaType) ?? (base64.startsWith('JVBERi') ? PDF : null)
  if (type === PDF) return { type: 'document', source: { type: 'base64', media_type: PDF, data: base64 }, ...titleOf(file) }
  if (type?.startsWith('image/') === true) return toInlineImage({ mediaType: type, base64 }, path, context)
  if (type === null || !IS_TEXT.test(type)) {
    context.refuse('file', path, `the Messages API takes PDF, plain text and images, not ${type ?? 'data of no said type'}`)
    return null
  }
  if (type !== 'text/plain')
    context.report.change(`${path}.file.format`, type, 'text/plain', 'the Messages API takes text as plain text only')
  return { type: 'document', source: { type: 'text', media_type: 'text/plain', data: textOf(base64) }, ...titleOf(file) }
}

function typeOf({ filename, format }: File, mediaType: string | null): string | null {
  const said = mediaType === 'application/octet-stream' ? null : mediaType
  const ending = filename?.toLowerCase().split('.').at(-1) ?? ''
  return said ?? format?.toLowerCase() ?? BY_ENDING.get(ending) ?? null
}

const titleOf = ({ filename }: File): { readonly title?: string } => (filename === undefined ? {} : { title: filename })

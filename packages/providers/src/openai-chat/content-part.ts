import type { ContentPart, FilePart } from '@vitrine/contracts'
import type { ReportBuilder } from '../dialect/settings-report.ts'

type WirePart = Readonly<Record<string, unknown>>

/**
 * One part of a message as chat completions spell it. Files: the data travels as a data URL, a provider's id or an address as `file_id`;
 * `format` goes along only where the data does not name its own.
 */
export function toWirePart(part: ContentPart, path: string, report: ReportBuilder): WirePart {
  switch (part.type) {
    case 'text':
      return { type: 'text', text: part.text }
    case 'image_url': {
      const { url, detail } = part.imageUrl
      return { type: 'image_url', image_url: { url, ...(detail === undefined ? {} : { detail }) } }
    }
    case 'input_audio':
      return { type: 'input_audio', input_audio: { data: part.inputAudio.data, format: part.inputAudio.format } }
    default:
      return { type: 'file', file: toWireFile(part.file, path, report) }
  }
}

const isDataUrl = (text: string): boolean => text.startsWith('data:')

function toWireFile({ fileId, fileData, filename, format }: FilePart['file'], path: string, report: ReportBuilder): WirePart {
  const named = filename === undefined ? {} : { filename }
  const data = fileData ?? (fileId !== undefined && isDataUrl(fileId) ? fileId : undefined)
  if (data === undefined) return { file_id: fileId, ...named, ...(format === undefined ? {} : { format }) }
  if (isDataUrl(data) || format === undefined) return { file_data: data, ...named }
  report.change(`${path}.file.file_data`, 'base64', `data:${format};base64,…`, 'files are sent as data URLs')
  return { file_data: `data:${format};base64,${data}`, ...named }
}

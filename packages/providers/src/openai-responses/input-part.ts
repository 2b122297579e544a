import type { ContentPart, FilePart } from '@vitrine/contracts'
import type { ReportBuilder } from '../dialect/settings-report.ts'
import type { InputItem } from './wire.ts'

/** One part of what is said to the model, as `input[]` spells it; null for audio, which the API does not take. */
export function toInputPart(part: ContentPart, path: string, report: ReportBuilder): InputItem | null {
  switch (part.type) {
    case 'text':
      return { type: 'input_text', text: part.text }
    case 'image_url': {
      const { url, detail } = part.imageUrl
      return { type: 'input_image', image_url: url, ...(detail === undefined ? {} : { detail }) }
    }
    case 'input_audio':
      return null
    default:
      return { type: 'input_file', ...toInputFile(part.file, path, report) }
  }
}

const isDataUrl = (text: string): boolean => text.startsWith('data:')
const isAddress = (text: string): boolean => /^https?:\/\//i.test(text)

function toInputFile({ fileId, fileData, filename, format }: FilePart['file'], path: string, report: ReportBuilder): InputItem {
  const named = filename === undefined ? {} : { filename }
  const data = fileData ?? (fileId !== undefined && isDataUrl(fileId) ? fileId : undefined)
  if (data === undefined) {
    if (format !== undefined) report.drop(`${path}.file.format`, 'only a file that is sent along has a format here')
    return fileId !== undefined && isAddress(fileId) ? { file_url: fileId, ...named } : { file_id: fileId, ...named }
  }
  if (isDataUrl(data) || format === undefined) return { file_data: data, ...named }
  report.change(`${path}.file.file_data`, 'base64', `data:${format};base64,…`, 'files are sent as data URLs')
  return { file_data: `data:${format};base64,${data}`, ...named }
}

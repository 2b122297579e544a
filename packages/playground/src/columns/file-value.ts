import type { MediaColumnType } from '../attachments/column-value.ts'
import { kindOfPart } from '../attachments/attachment-part.ts'
import { dataUrl } from '../attachments/inline-data.ts'
import { type AttachProblem, type GivenFile, takeFiles } from '../attachments/take-files.ts'

export type FileFault = AttachProblem['code'] | 'wrong-kind'
export type FileValue = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly fault: FileFault }

/** A file as the value of a cell: a data URL. Its type is told by its bytes. */
export async function fileValue(type: MediaColumnType, file: GivenFile): Promise<FileValue> {
  const { parts, problems } = await takeFiles([file], { model: null, count: 0, sentBytes: 0 })
  const [part] = parts
  if (part === undefined) return { ok: false, fault: problems[0]?.code ?? 'unreadable' }
  if (type === 'image' && kindOfPart(part) !== 'image') return { ok: false, fault: 'wrong-kind' }
  if (part.type === 'image_url') return { ok: true, value: part.imageUrl.url }
  if (part.type === 'input_audio') return { ok: true, value: dataUrl(`audio/${part.inputAudio.format}`, part.inputAudio.data) }
  return { ok: true, value: part.file.fileData ?? '' }
}

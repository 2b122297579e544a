import type { ContentPart, Message, TemplateFormat } from '@vitrine/contracts'
import type { AttachmentPart } from './attachment-part.ts'
import { columnValue, type MediaColumnType } from './column-value.ts'
import { type SplitFault, splitAtColumns } from './split-at-columns.ts'

/** Why a row cannot be run with a picture or a file in one of its columns. */
export type ColumnFault =
  /** `location` is the text in which `position` counts: `messages[1].content[0].text`. */
  (SplitFault & { readonly location: string }) | { readonly code: 'not-media' | 'not-picture'; readonly column: string }

export type WithColumnParts<Of extends Message> =
  | {
      readonly ok: true
      readonly messages: readonly Of[]
      /** The columns that are parts now. The messages read none of them any more, so `inputs` can leave them out. */
      readonly columns: readonly string[]
    }
  | { readonly ok: false; readonly faults: readonly ColumnFault[] }

export interface ColumnPartsPrompt<Of extends Message> {
  readonly messages: readonly Of[]
  readonly templateFormat: TemplateFormat
  /** The root names that the prompt reads. */
  readonly variables: readonly string[]
}

const isMedia = (type: string | undefined): type is MediaColumnType => type === 'image' || type === 'file'

/**
 * The messages of one row where columns hold pictures and files: at each placeholder of such a column the text is split into text, part,
 * text. Called for each row before the body of its request is made:
 *
 * ```ts
 * const filled = withColumnParts(prompt, columnTypes, row)
 * if (!filled.ok) return failure(filled.faults)
 * const body = transformToRequestBody({ prompt: { ...prompt, messages: filled.messages }, row, … })
 * // and `inputs` without `filled.columns`, unless the response format reads them: the data would go twice.
 * ```
 *
 * *Shape*: `columnTypes` has the type of each column by its name; those that are neither `image` nor `file` may be absent. A value is a
 * data URL in base64 or an https address; a row without a value keeps the placeholder, so that it is told as missing. Messages that read
 * no such column are the same objects as before. The format must be loaded; see `loadFormat`.
 *
 * *Errors*: `expression` for a placeholder that is more than the bare name (a path, a filter), `inside-block` for one in a loop, a
 * condition or a section, `not-media` and `not-picture` for what the cell holds.
 */
export function withColumnParts<Of extends Message>(
  prompt: ColumnPartsPrompt<Of>,
  columnTypes: ReadonlyMap<string, string>,
  row: { readonly data: Readonly<Record<string, string>> },
): WithColumnParts<Of> {
  const faults: ColumnFault[] = []
  const media = new Map<string, AttachmentPart>()
  for (const column of prompt.variables) {
    const type = columnTypes.get(column)
    const value = Object.hasOwn(row.data, column) ? (row.data[column] ?? '') : ''
    if (!isMedia(type) || value.trim() === '') continue
    const read = columnValue(type, column, value)
    if (read.ok) media.set(column, read.part)
    else faults.push({ code: read.code, column })
  }
  if (media.size === 0) return faults.length > 0 ? { ok: false, faults } : { ok: true, messages: prompt.messages, columns: [] }

  const columns = new Set<string>()
  const partsOf = (text: string, location: string): readonly ContentPart[] | null => {
    const split = splitAtColumns(prompt.templateFormat, text, media)
    if (!split.ok) {
      faults.push(...split.faults.map((fault) => ({ ...fault, location })))
      return null
    }
    for (const column of split.used) columns.add(column)
    return split.used.size === 0 ? null : split.parts
  }
  const messages = prompt.messages.map((message, index) => {
    const content = contentWith(message.content, `messages[${index}].content`, partsOf)
    return content === message.content ? message : { ...message, content }
  })
  return faults.length > 0 ? { ok: false, faults } : { ok: true, messages, columns: [...columns] }
}

function contentWith(
  content: Message['content'],
  location: string,
  partsOf: (text: string, location: string) => readonly ContentPart[] | null,
): Message['content'] {
  if (typeof content === 'string') return partsOf(content, location) ?? content
  if (!content) return content
  const parts = content.flatMap((part, at) => (part.type === 'text' ? (partsOf(part.text, `${location}[${at}].text`) ?? [part]) : [part]))
  return parts.length === content.length && parts.every((part, at) => part === content[at]) ? content : parts
}

import type { ChatTestRequest, CompletionTestRequest, ErrorDetail } from '@vitrine/contracts'
import { variablesOfPrompt } from '@vitrine/templating'
import type { ColumnFault, withColumnParts } from '../attachments/with-column-parts.ts'
import { causeMeta } from '../messages/cause-meta.ts'
import type { ColumnSetting, ColumnType } from '../state/column-setting.ts'
import type { PlaygroundState } from '../state/playground-state.ts'
import type { EnhancedPrompt } from '../state/prompt.ts'
import { type RequestParts, toAgConfig, transformToRequestBody } from './run-request.ts'

export type FillColumns = typeof withColumnParts

/** `isOwn`: the messages hold what is in the row's columns, so no other row has the same ones. */
export type RowBody =
  | { readonly ok: true; readonly body: CompletionTestRequest | ChatTestRequest; readonly isOwn: boolean }
  | { readonly ok: false; readonly failure: ErrorDetail }

const isMedia = ({ type }: ColumnSetting): boolean => type === 'image' || type === 'file'

/** The types of those columns that a prompt reads and whose values are no text. */
export function mediaColumns({ columnTypes = [], variables }: EnhancedPrompt): ReadonlyMap<string, ColumnType> {
  const read = columnTypes.filter((column) => isMedia(column) && variables.includes(column.name))
  return new Map(read.map(({ name, type = 'text' }) => [name, type]))
}

/** The columns whose values are text for the model, and counted as such. */
export function textColumns(prompt: EnhancedPrompt): readonly string[] {
  const media = mediaColumns(prompt)
  return media.size === 0 ? prompt.variables : prompt.variables.filter((name) => !media.has(name))
}

/** Whether some variant reads a column of pictures or files. Nearly none does. */
export const readsMedia = ({ store, prompt }: PlaygroundState): boolean =>
  store.get(prompt.variants.idsAtom).some((id) => mediaColumns(store.get(prompt.draftOf(id))).size > 0)

/** What puts the pictures and files of columns into messages. */
export const columnFiller = async (): Promise<FillColumns> => (await import('../attachments/with-column-parts.ts')).withColumnParts

/** The names that the response format reads. */
function readByFormat({ templateFormat, llmConfig: { responseFormat } }: EnhancedPrompt): ReadonlySet<string> {
  if (responseFormat?.type !== 'json_schema') return new Set()
  return new Set(variablesOfPrompt({ format: templateFormat, messages: [], responseFormat }).variables.map(({ name }) => name))
}

/** The body of one row, with what is in its columns as parts of the messages that name them. `fill` null: there are no such columns. */
export function rowBody(parts: RequestParts, agConfig: CompletionTestRequest['ag_config'], fill: FillColumns | null): RowBody {
  const { prompt, row } = parts
  const media = fill === null ? null : mediaColumns(prompt)
  if (fill === null || media === null || media.size === 0) return { ok: true, body: transformToRequestBody(parts, agConfig), isOwn: false }
  const filled = fill(prompt, media, row)
  if (!filled.ok) return { ok: false, failure: failureOf(filled.faults) }
  if (filled.columns.length === 0) return { ok: true, body: transformToRequestBody(parts, agConfig), isOwn: false }
  const stays = readByFormat(prompt)
  const own: EnhancedPrompt = {
    ...prompt,
    messages: filled.messages,
    variables: prompt.variables.filter((name) => stays.has(name) || !filled.columns.includes(name)),
  }
  return { ok: true, body: transformToRequestBody({ ...parts, prompt: own }, toAgConfig(own)), isOwn: true }
}

const WORDS: Readonly<Record<ColumnFault['code'], (column: string) => string>> = {
  expression: (column) => `A column of pictures or files is named alone, without a path or a filter: {{${column}}}.`,
  'inside-block': (column) => `${column} holds pictures or files, which cannot stand inside a loop, a condition or a section.`,
  'not-media': (column) => `The value of ${column} is neither an https address nor a file. Choose one, or make the column a text.`,
  'not-picture': (column) => `The value of ${column} is no PNG, JPEG, GIF or WebP.`,
}

/** The first fault as data: what is mended first, too. */
const CAUSES = {
  expression: (column: string) => causeMeta('media-expression', { placeholder: `{{${column}}}` }),
  'inside-block': (column: string) => causeMeta('media-in-block', { column }),
  'not-media': (column: string) => causeMeta('media-not-media', { column }),
  'not-picture': (column: string) => causeMeta('media-not-picture', { column }),
} as const satisfies Readonly<Record<ColumnFault['code'], unknown>>

function failureOf(faults: readonly ColumnFault[]): ErrorDetail {
  const told = faults.map((fault) => WORDS[fault.code](fault.column))
  const [placed] = faults.flatMap((fault) => ('location' in fault ? [fault] : []))
  const { location, position } = placed ?? {}
  const [first] = faults
  return {
    code: 'invalid_request',
    message: [...new Set(told)].join(' '),
    meta: {
      ...(first && CAUSES[first.code](first.column)),
      ...(location !== undefined && position && { location, line: position.line, column: position.column }),
    },
  }
}

import type { Message, ModelSettings, TemplateFormat } from '@vitrine/contracts'
import type { Check } from '../checks/check.ts'
import { type ColumnSetting, withSetting } from './column-setting.ts'
import type { Change, RowChange } from './change.ts'
import type { ConversationMemories } from './conversation-memory.ts'
import type { KeptConversation } from './kept-conversation.ts'
import { type EnhancedPrompt, MAX_VARIANTS, type PromptDocument, type PromptVariant } from './prompt.ts'
import { type RowEntry, createRowEntry } from './row-entry.ts'
import { type RowAnnotations, rowOf } from './row-parts.ts'
import type { LoadableRow } from './row.ts'
import { memoriesOf } from './snapshot-conversion.ts'
import { variantOf } from './variant-prompt.ts'

/** A row that is not here yet: neither it nor its messages have an identity. */
export interface ImportedRow extends RowAnnotations {
  readonly data: Readonly<Record<string, string>>
  readonly history: readonly Message[]
  /** Its places are among the new rows, and among the variants as they are imported. */
  readonly conversation?: KeptConversation
}

/**
 * What an import makes of a playground.
 *
 * *Shape*: `rows` are all rows afterwards: those that stay, as they are, and new ones. `prompt` replaces messages, mode and syntax;
 * `settings` replace all but the model, which stays where they name none. `checks` are all that hold for every row. What is absent
 * stays as it is.
 */
export interface Imported {
  readonly rows: readonly (LoadableRow | ImportedRow)[]
  readonly prompt?: {
    readonly mode: EnhancedPrompt['mode']
    readonly messages: readonly Message[]
    readonly templateFormat: TemplateFormat
  }
  readonly settings?: Partial<ModelSettings>
  readonly checks?: readonly Check[]
  /** What is said of columns from now on; of others nothing changes. */
  readonly columnSettings?: readonly ColumnSetting[]
  /** The variants after the first: they take the place of all variants that are there. */
  readonly variants?: readonly { readonly messages: readonly Message[]; readonly llmConfig: ModelSettings }[]
}

interface Before {
  readonly prompt: PromptDocument
  /** The variant that an imported prompt replaces. */
  readonly variantId: string
  readonly ids: readonly string[]
  readonly entries: ReadonlyMap<string, RowEntry>
}

function promptAfter(before: PromptDocument, variantId: string, imported: Imported, ids: () => string): PromptDocument {
  const { prompt, settings, checks, columnSettings = [], variants: others } = imported
  const identified = (messages: readonly Message[]) => messages.map((message) => ({ ...message, id: ids() }))
  const held = variantOf(before, variantId)
  const replaced: PromptVariant = {
    ...held,
    ...(prompt && { messages: identified(prompt.messages) }),
    ...(settings && { llmConfig: { ...settings, model: settings.model ?? held.llmConfig.model } }),
  }
  // In another syntax the other variants would be read as what they are not.
  const staysAlone = prompt !== undefined && prompt.templateFormat !== before.templateFormat
  const beside = others?.map(({ messages, llmConfig }): PromptVariant => ({ id: ids(), messages: identified(messages), llmConfig }))
  const all = before.variants.map((variant) => (variant === held ? replaced : variant))
  return {
    ...before,
    ...(prompt && { mode: prompt.mode, templateFormat: prompt.templateFormat }),
    ...(checks && { checks }),
    columns: columnSettings.reduce((columns, setting) => withSetting(columns, setting), before.columns),
    variants: beside ? [replaced, ...beside].slice(0, MAX_VARIANTS) : staysAlone ? [replaced] : all,
  }
}

/** The change that an import is, as one step, and what is known of the conversations that come with it; null where it changes nothing. */
export function importChange(
  imported: Imported,
  before: Before,
  ids: () => string,
): { readonly change: Change; readonly memories: ConversationMemories } | null {
  const rows = imported.rows.map((row) => {
    const held = 'id' in row ? before.entries.get(row.id) : undefined
    if (held !== undefined) return { entry: held, isNew: false, conversation: undefined }
    const history = row.history.map((message) => ({ ...message, id: ids() }))
    return {
      entry: createRowEntry(rowOf(ids(), { ...row, history })),
      isNew: true,
      conversation: 'id' in row ? undefined : row.conversation,
    }
  })
  const stays = new Set(rows.map(({ entry }) => entry))
  const gone = [...before.entries.values()].filter((entry) => !stays.has(entry))
  const coming = rows.filter(({ isNew }) => isNew)
  const changes = [
    ...gone.map((entry): RowChange => ({ entry, before: entry.row, after: null })),
    ...coming.map(({ entry }): RowChange => ({ entry, before: null, after: entry.row })),
  ]
  const changesPrompt = [imported.prompt, imported.settings, imported.checks, imported.columnSettings, imported.variants].some(
    (part) => part !== undefined,
  )
  if (changes.length === 0 && !changesPrompt) return null
  const prompt = changesPrompt ? promptAfter(before.prompt, before.variantId, imported, ids) : before.prompt
  const variantIds = imported.variants === undefined ? [before.variantId] : prompt.variants.map(({ id }) => id)
  return {
    change: {
      label: 'import',
      ...(changesPrompt && { prompt: { before: before.prompt, after: prompt } }),
      ids: { before: before.ids, after: rows.map(({ entry }) => entry.id) },
      rows: changes,
    },
    memories: memoriesOf(
      coming.map(({ entry, conversation }) => [entry, conversation]),
      variantIds,
    ),
  }
}

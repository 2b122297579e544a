import type { Message, ModelSettings, TemplateFormat } from '@vitrine/contracts'
import type { Check } from '../checks/check.ts'
import type { Change, RowChange } from './change.ts'
import type { EnhancedPrompt } from './prompt.ts'
import { type RowEntry, createRowEntry } from './row-entry.ts'
import { type RowAnnotations, rowOf } from './row-parts.ts'
import type { LoadableRow } from './row.ts'

/** A row that is not here yet: neither it nor its messages have an identity. */
export interface ImportedRow extends RowAnnotations {
  readonly data: Readonly<Record<string, string>>
  readonly history: readonly Message[]
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
}

interface Before {
  readonly prompt: EnhancedPrompt
  readonly ids: readonly string[]
  readonly entries: ReadonlyMap<string, RowEntry>
}

function promptAfter(before: EnhancedPrompt, { prompt, settings, checks }: Imported, ids: () => string): EnhancedPrompt {
  return {
    ...before,
    ...(prompt && {
      mode: prompt.mode,
      templateFormat: prompt.templateFormat,
      messages: prompt.messages.map((message) => ({ ...message, id: ids() })),
    }),
    ...(settings && { llmConfig: { ...settings, model: settings.model ?? before.llmConfig.model } }),
    ...(checks && { checks }),
  }
}

/** The change that an import is, as one step; null where it changes nothing. */
export function importChange(imported: Imported, before: Before, ids: () => string): Change | null {
  const rows = imported.rows.map((row) => {
    const held = 'id' in row ? before.entries.get(row.id) : undefined
    if (held !== undefined) return { entry: held, isNew: false }
    const history = row.history.map((message) => ({ ...message, id: ids() }))
    return { entry: createRowEntry(rowOf(ids(), { ...row, history })), isNew: true }
  })
  const stays = new Set(rows.map(({ entry }) => entry))
  const gone = [...before.entries.values()].filter((entry) => !stays.has(entry))
  const coming = rows.filter(({ isNew }) => isNew)
  const changes = [
    ...gone.map((entry): RowChange => ({ entry, before: entry.row, after: null })),
    ...coming.map(({ entry }): RowChange => ({ entry, before: null, after: entry.row })),
  ]
  const changesPrompt = [imported.prompt, imported.settings, imported.checks].some((part) => part !== undefined)
  if (changes.length === 0 && !changesPrompt) return null
  return {
    label: 'import',
    ...(changesPrompt && { prompt: { before: before.prompt, after: promptAfter(before.prompt, imported, ids) } }),
    ids: { before: before.ids, after: rows.map(({ entry }) => entry.id) },
    rows: changes,
  }
}

import { anonymousMessage } from './anonymous-message.ts'
import { type EnhancedMessage, MAX_VARIANTS, type PromptDocument } from './prompt.ts'
import type { ConversationMemories, ConversationMemory } from './conversation-memory.ts'
import { fromKept, type KeptConversation, toKept } from './kept-conversation.ts'
import { type RowEntry, createRowEntry } from './row-entry.ts'
import { annotationsOf, rowOf } from './row-parts.ts'
import type { LoadableRow } from './row.ts'
import type { PlaygroundSnapshot } from './snapshot.ts'

/** A snapshot with identities given to everything that needs one. */
export function fromSnapshot(
  snapshot: PlaygroundSnapshot,
  ids: () => string,
): {
  readonly prompt: Omit<PromptDocument, 'sessionId'>
  readonly entries: readonly RowEntry[]
  readonly memories: ConversationMemories
} {
  const { mode, prompt, variants = [], rows, checks = [], columns = [] } = snapshot
  const identified = (message: Omit<EnhancedMessage, 'id'>): EnhancedMessage => ({ ...message, id: ids() })
  const sides = [prompt, ...variants].slice(0, MAX_VARIANTS)
  const identifiedSides = sides.map(({ messages, llmConfig }) => ({ id: ids(), messages: messages.map(identified), llmConfig }))
  const entries = rows.map(({ history = [], ...row }) => createRowEntry(rowOf(ids(), { ...row, history: history.map(identified) })))
  return {
    prompt: { mode, templateFormat: prompt.templateFormat, checks, columns, variants: identifiedSides },
    entries,
    memories: memoriesOf(
      entries.map((entry, index) => [entry, rows[index]?.conversation]),
      identifiedSides.map(({ id }) => id),
    ),
  }
}

/** What a document knows of conversations, of the rows that were made of it. */
export function memoriesOf(
  rows: readonly (readonly [RowEntry, KeptConversation | undefined])[],
  variantIds: readonly string[],
): ConversationMemories {
  const rowIds = rows.map(([{ id }]) => id)
  return new Map(
    rows.flatMap(([{ id, row }, conversation]): (readonly [string, ConversationMemory])[] =>
      conversation === undefined ? [] : [[id, fromKept(conversation, { messages: row.history, variantIds, rowIds })]],
    ),
  )
}

export function toSnapshot(
  prompt: PromptDocument,
  rows: readonly LoadableRow[],
  memories: ConversationMemories = new Map(),
): PlaygroundSnapshot {
  const { mode, templateFormat, checks, columns } = prompt
  const [first = { messages: [], llmConfig: { model: '' } }, ...others] = prompt.variants.map(({ messages, llmConfig }) => ({
    messages: messages.map(anonymousMessage),
    llmConfig,
  }))
  return {
    v: 1,
    mode,
    prompt: { ...first, templateFormat },
    ...(others.length > 0 && { variants: others }),
    ...(columns.length > 0 && { columns }),
    ...(checks.length > 0 && { checks }),
    rows: anonymousRows(rows, prompt, memories),
  }
}

function anonymousRows(
  rows: readonly LoadableRow[],
  { variants }: PromptDocument,
  memories: ConversationMemories,
): PlaygroundSnapshot['rows'] {
  if (memories.size === 0) return rows.map((row) => anonymousRow(row))
  const variantIds = variants.map(({ id }) => id)
  const rowIds = rows.map(({ id }) => id)
  return rows.map((row) => anonymousRow(row, toKept(memories.get(row.id), { messages: row.history, variantIds, rowIds })))
}

export const anonymousRow = (
  { data, history, ...row }: LoadableRow,
  conversation?: KeptConversation,
): PlaygroundSnapshot['rows'][number] => ({
  data,
  ...(history.length > 0 && { history: history.map(anonymousMessage) }),
  ...(conversation && { conversation }),
  ...annotationsOf(row),
})

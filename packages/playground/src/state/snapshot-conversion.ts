import { anonymousMessage } from './anonymous-message.ts'
import { type EnhancedMessage, MAX_VARIANTS, type PromptDocument } from './prompt.ts'
import { type RowEntry, createRowEntry } from './row-entry.ts'
import { annotationsOf, rowOf } from './row-parts.ts'
import type { LoadableRow } from './row.ts'
import type { PlaygroundSnapshot } from './snapshot.ts'

/** A snapshot with identities given to everything that needs one. */
export function fromSnapshot(
  snapshot: PlaygroundSnapshot,
  ids: () => string,
): { readonly prompt: Omit<PromptDocument, 'sessionId'>; readonly entries: readonly RowEntry[] } {
  const { mode, prompt, variants = [], rows, checks = [], columns = [] } = snapshot
  const identified = (message: Omit<EnhancedMessage, 'id'>): EnhancedMessage => ({ ...message, id: ids() })
  const sides = [prompt, ...variants].slice(0, MAX_VARIANTS)
  return {
    prompt: {
      mode,
      templateFormat: prompt.templateFormat,
      checks,
      columns,
      variants: sides.map(({ messages, llmConfig }) => ({ id: ids(), messages: messages.map(identified), llmConfig })),
    },
    entries: rows.map(({ history = [], ...row }) => createRowEntry(rowOf(ids(), { ...row, history: history.map(identified) }))),
  }
}

export function toSnapshot(prompt: PromptDocument, rows: readonly (LoadableRow | undefined)[]): PlaygroundSnapshot {
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
    rows: rows.filter((row) => row !== undefined).map(anonymousRow),
  }
}

export const anonymousRow = ({ data, history, ...row }: LoadableRow): PlaygroundSnapshot['rows'][number] => ({
  data,
  ...(history.length > 0 && { history: history.map(anonymousMessage) }),
  ...annotationsOf(row),
})

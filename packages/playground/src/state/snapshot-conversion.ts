import { anonymousMessage } from './anonymous-message.ts'
import type { EnhancedMessage, EnhancedPrompt } from './prompt.ts'
import { type RowEntry, createRowEntry } from './row-entry.ts'
import { annotationsOf, rowOf } from './row-parts.ts'
import type { LoadableRow } from './row.ts'
import type { PlaygroundSnapshot } from './snapshot.ts'

/** A snapshot with identities given to everything that needs one. */
export function fromSnapshot(
  snapshot: PlaygroundSnapshot,
  ids: () => string,
): { readonly prompt: Omit<EnhancedPrompt, 'sessionId'>; readonly entries: readonly RowEntry[] } {
  const { mode, prompt, rows, checks = [] } = snapshot
  const identified = (message: Omit<EnhancedMessage, 'id'>): EnhancedMessage => ({ ...message, id: ids() })
  return {
    prompt: {
      mode,
      messages: prompt.messages.map(identified),
      llmConfig: prompt.llmConfig,
      templateFormat: prompt.templateFormat,
      variables: [],
      checks,
    },
    entries: rows.map(({ history = [], ...row }) => createRowEntry(rowOf(ids(), { ...row, history: history.map(identified) }))),
  }
}

export function toSnapshot(prompt: EnhancedPrompt, rows: readonly (LoadableRow | undefined)[]): PlaygroundSnapshot {
  const { checks = [] } = prompt
  return {
    v: 1,
    mode: prompt.mode,
    prompt: { messages: prompt.messages.map(anonymousMessage), llmConfig: prompt.llmConfig, templateFormat: prompt.templateFormat },
    ...(checks.length > 0 && { checks }),
    rows: rows.filter((row) => row !== undefined).map(anonymousRow),
  }
}

const anonymousRow = ({ data, history, ...row }: LoadableRow): PlaygroundSnapshot['rows'][number] => ({
  data,
  ...(history.length > 0 && { history: history.map(anonymousMessage) }),
  ...annotationsOf(row),
})

import { anonymousMessage } from './anonymous-message.ts'
import type { EnhancedMessage, EnhancedPrompt } from './prompt.ts'
import { type RowEntry, createRowEntry } from './row-entry.ts'
import { rowValues } from './row-values.ts'
import type { LoadableRow } from './row.ts'
import type { PlaygroundSnapshot } from './snapshot.ts'

/** A snapshot with identities given to everything that needs one. */
export function fromSnapshot(
  snapshot: PlaygroundSnapshot,
  ids: () => string,
): { readonly prompt: Omit<EnhancedPrompt, 'sessionId'>; readonly entries: readonly RowEntry[] } {
  const { mode, prompt, rows } = snapshot
  const identified = (message: Omit<EnhancedMessage, 'id'>): EnhancedMessage => ({ ...message, id: ids() })
  return {
    prompt: {
      mode,
      messages: prompt.messages.map(identified),
      llmConfig: prompt.llmConfig,
      templateFormat: prompt.templateFormat,
      variables: [],
    },
    entries: rows.map(({ data, history = [] }) =>
      createRowEntry({ id: ids(), data: rowValues(Object.entries(data)), history: history.map(identified) }),
    ),
  }
}

export function toSnapshot(prompt: EnhancedPrompt, rows: readonly (LoadableRow | undefined)[]): PlaygroundSnapshot {
  return {
    v: 1,
    mode: prompt.mode,
    prompt: { messages: prompt.messages.map(anonymousMessage), llmConfig: prompt.llmConfig, templateFormat: prompt.templateFormat },
    rows: rows
      .filter((row) => row !== undefined)
      .map(({ data, history }) => (history.length > 0 ? { data, history: history.map(anonymousMessage) } : { data })),
  }
}

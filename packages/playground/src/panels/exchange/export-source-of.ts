import type { ExportResult, ExportRow, ExportSource } from '../../exchange/export/export-source.ts'
import { anonymousMessage } from '../../state/anonymous-message.ts'
import { variantLetter } from '../../state/create-variants-state.ts'
import type { PlaygroundState } from '../../state/playground-state.ts'

/** What is there to be exported: all cases, or those of `chosen` in their order. */
export function exportSourceOf(state: PlaygroundState, chosen: ReadonlySet<string> | null): ExportSource {
  const { store, prompt, rows, execution } = state
  const { mode, templateFormat, checks } = store.get(prompt.draftAtom)
  const variants = store.get(prompt.variants.listAtom)
  const all = store.get(rows.idsAtom)
  const ids = chosen === null ? all : all.filter((id) => chosen.has(id))
  return {
    name: 'vitrine',
    mode,
    variants: variants.map(({ id, messages, llmConfig }, index) => ({
      id,
      name: variantLetter(index),
      messages: messages.map(anonymousMessage),
      templateFormat,
      llmConfig,
    })),
    columns: store.get(prompt.columnNamesAtom),
    rows: ids.flatMap((id): ExportRow[] => {
      const row = store.get(rows.rowAtom(id))
      return row === null ? [] : [{ ...row, history: row.history.map(anonymousMessage) }]
    }),
    leftOut: all.length - ids.length,
    checks: checks ?? [],
    results: ids.flatMap((rowId) =>
      variants.flatMap(({ id: variantId }): ExportResult[] => {
        const cell = execution.cellOf({ rowId, variantId })
        return cell.runId === null ? [] : [{ rowId, variantId, state: store.get(execution.cellStateAtom({ rowId, variantId })), cell }]
      }),
    ),
    snapshot: state.snapshot(),
  }
}

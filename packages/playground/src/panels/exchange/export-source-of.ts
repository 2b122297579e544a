import type { ExportResult, ExportRow, ExportSource } from '../../exchange/export/export-source.ts'
import type { Cell } from '../../state/cell.ts'
import type { Verdict } from '../../state/checks-state.ts'
import { anonymousMessage } from '../../state/anonymous-message.ts'
import { inColumnOrder } from '../../state/column-order.ts'
import { variantLetter } from '../../state/create-variants-state.ts'
import { toKept } from '../../state/kept-conversation.ts'
import { noteKey } from '../../state/notes.ts'
import { cellKey } from '../../state/output-ref.ts'
import type { PlaygroundState } from '../../state/playground-state.ts'

/** What the checks of an answer came to, as far as that is known of this very answer. */
function outcomesOf(verdict: Verdict | undefined, cell: Cell): Pick<ExportResult, 'outcomes'> {
  if (verdict === undefined || verdict.cell !== cell) return {}
  return {
    outcomes: verdict.checks.flatMap((check, index) => {
      const result = verdict.results[index]
      return result === undefined ? [] : [{ check, result }]
    }),
  }
}

/** What is there to be exported: all cases, or those of `chosen` in their order. */
export function exportSourceOf(state: PlaygroundState, chosen: ReadonlySet<string> | null): ExportSource {
  const { store, prompt, rows, execution } = state
  const { mode, templateFormat, checks } = store.get(prompt.draftAtom)
  const variants = store.get(prompt.variants.listAtom)
  const variantIds = variants.map(({ id }) => id)
  const memories = store.get(state.memoriesAtom)
  const all = store.get(rows.idsAtom)
  const verdicts = store.get(state.checks.verdictsAtom)
  const notes = store.get(state.notes.allAtom)
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
    columns: inColumnOrder(store.get(prompt.columnNamesAtom), store.get(rows.settingsAtom)),
    rows: ids.flatMap((id): ExportRow[] => {
      const row = store.get(rows.rowAtom(id))
      if (row === null) return []
      const conversation = toKept(memories.get(id), { messages: row.history, variantIds, rowIds: ids })
      return [{ ...row, history: row.history.map(anonymousMessage), ...(conversation && { conversation }) }]
    }),
    leftOut: all.length - ids.length,
    checks: checks ?? [],
    results: ids.flatMap((rowId) =>
      variants.flatMap(({ id: variantId }) => {
        const output = { rowId, variantId }
        const states = execution.cellStatesOf(output)
        return execution.cellsOf(output).flatMap((cell, repetition): ExportResult[] => {
          if (cell.runId === null) return []
          const at = { ...output, repetition }
          const note = notes.get(noteKey({ ...at, runId: cell.runId }))
          const outcomes = outcomesOf(verdicts.get(cellKey(at)), cell)
          return [{ ...at, state: states[repetition] ?? cell.state, cell, ...(note && { note }), ...outcomes }]
        })
      }),
    ),
    snapshot: state.snapshot(),
  }
}

import type { ExportResult, ExportRow, ExportSource } from '../../exchange/export/export-source.ts'
import type { Cell } from '../../state/cell.ts'
import type { Verdict } from '../../state/checks-state.ts'
import type { PlaygroundState } from '../../state/playground-state.ts'
import { anonymousMessage } from '../../state/anonymous-message.ts'

const VARIANT = 'a'

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
  const { store, prompt, rows, execution, checks } = state
  const draft = store.get(prompt.draftAtom)
  const all = store.get(rows.idsAtom)
  const verdicts = store.get(checks.verdictsAtom)
  const ids = chosen === null ? all : all.filter((id) => chosen.has(id))
  return {
    name: 'vitrine',
    mode: draft.mode,
    variants: [
      {
        id: VARIANT,
        name: 'A',
        messages: draft.messages.map(anonymousMessage),
        templateFormat: draft.templateFormat,
        llmConfig: draft.llmConfig,
      },
    ],
    columns: store.get(rows.columnsAtom).map(({ id }) => id),
    rows: ids.flatMap((id): ExportRow[] => {
      const row = store.get(rows.rowAtom(id))
      return row === null ? [] : [{ ...row, history: row.history.map(anonymousMessage) }]
    }),
    leftOut: all.length - ids.length,
    checks: draft.checks ?? [],
    results: ids.flatMap((rowId) => {
      const cell = store.get(execution.cellAtom(rowId))
      return cell.runId === null
        ? []
        : [{ rowId, variantId: VARIANT, state: store.get(execution.cellStateAtom(rowId)), cell, ...outcomesOf(verdicts.get(rowId), cell) }]
    }),
    snapshot: state.snapshot(),
  }
}

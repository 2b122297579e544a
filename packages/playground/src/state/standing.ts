import { isActive } from './cell-lifecycle.ts'
import type { Cell, CellState } from './cell.ts'
import { missingNames } from './columns.ts'
import { perEntry } from './per-entry.ts'
import type { Standing } from './playground-state.ts'
import type { EnhancedMessage, EnhancedPrompt } from './prompt.ts'
import { inputsHash } from './provenance.ts'
import type { RowEntry } from './row-entry.ts'
import type { LoadableRow } from './row.ts'

/** What rows are held against: the prompt as it is now. One object per wording, so that identity tells whether anything changed. */
export interface Basis {
  readonly prompt: EnhancedPrompt
  readonly promptHash: string
  readonly settingsHash: string
  readonly required: readonly string[]
  /** Whether a template cannot be read: then no row can run. */
  readonly isBroken: boolean
}

const says = ({ content, toolCalls }: EnhancedMessage): boolean =>
  (toolCalls?.length ?? 0) > 0 ||
  (typeof content === 'string' ? content.trim() !== '' : (content ?? []).some((part) => part.type !== 'text' || part.text.trim() !== ''))

/** An empty prompt cannot run; in a chat the conversation alone is enough. */
export const hasWords = (prompt: EnhancedPrompt, row: LoadableRow): boolean =>
  prompt.messages.some(says) || (prompt.mode === 'chat' && row.history.some(says))

/** Remembers per row: ten thousand rows are looked through in a fraction of a millisecond where nothing changed. */
export function createStandings(): (entry: RowEntry, basis: Basis) => Standing {
  const inputsOf = perEntry(() => rememberedInputs())
  const standingOf = perEntry((entry) => {
    let last: { row: LoadableRow; cell: Cell; basis: Basis; standing: Standing } | undefined
    return (basis: Basis) => {
      const { row, cell } = entry
      if (last?.row === row && last.basis === basis && isSameResult(last.cell, cell)) return last.standing
      const isComplete = missingNames(basis.required, row.data).length === 0
      const state = cell.state === 'ready' && !isComplete ? 'blocked' : staleOr(cell, basis, () => inputsOf(entry)(basis.prompt, row))
      const standing = { rowId: entry.id, canRun: isComplete && !basis.isBroken && hasWords(basis.prompt, row), state }
      last = { row, cell, basis, standing }
      return standing
    }
  })
  return (entry, basis) => standingOf(entry)(basis)
}

const isSameResult = (a: Cell, b: Cell): boolean => a === b || (a.state === b.state && a.provenance === b.provenance)

/** Whether two cells stand for the same in lists and counts: how far a run is, and tokens that stream in, make no difference. */
export const sameOutcome = (a: Cell, b: Cell): boolean => isSameResult(a, b) || (isActive(a.state) && isActive(b.state))

function staleOr(cell: Cell, basis: Basis, inputs: () => string): CellState {
  if (cell.state !== 'done' || cell.provenance === null) return cell.state
  const { provenance } = cell
  const isSame =
    provenance.promptHash === basis.promptHash && provenance.settingsHash === basis.settingsHash && provenance.inputsHash === inputs()
  return isSame ? 'done' : 'stale'
}

function rememberedInputs(): (prompt: EnhancedPrompt, row: LoadableRow) => string {
  let last: { row: LoadableRow; variables: readonly string[]; mode: string; hash: string } | undefined
  return (prompt, row) => {
    if (last?.row !== row || last.variables !== prompt.variables || last.mode !== prompt.mode)
      last = { row, variables: prompt.variables, mode: prompt.mode, hash: inputsHash(prompt, row) }
    return last.hash
  }
}

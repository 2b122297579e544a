import { isActive } from './cell-lifecycle.ts'
import { type Cell, type CellState, EMPTY_CELL } from './cell.ts'
import { missingNames } from './columns.ts'
import { sameItems } from './kept-if-equal.ts'
import { perEntry } from './per-entry.ts'
import type { Standing } from './execution-state.ts'
import type { EnhancedMessage, EnhancedPrompt } from './prompt.ts'
import { inputsHash } from './provenance.ts'
import { type RowEntry, cellsIn } from './row-entry.ts'
import type { LoadableRow } from './row.ts'

/** What rows are held against: the prompt as it is now. One object per wording, so that identity tells whether anything changed. */
export interface Basis {
  readonly variantId: string
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

/** Whether the prompt alone says something. */
export const hasOwnWords = (prompt: EnhancedPrompt): boolean => prompt.messages.some(says)

/** An empty prompt cannot run; in a chat the conversation alone is enough. */
export const hasWords = (prompt: EnhancedPrompt, row: LoadableRow): boolean =>
  hasOwnWords(prompt) || (prompt.mode === 'chat' && row.history.some(says))

/** With the state of each repetition. */
interface DetailedStanding extends Standing {
  readonly states: readonly CellState[]
}

/** What a standing was worked out from. */
interface Remembered {
  readonly row: LoadableRow
  readonly cells: readonly Cell[]
  readonly basis: Basis
  readonly isComplete: boolean
  readonly standing: DetailedStanding
}

/** Remembers per output: ten thousand rows are looked through in a fraction of a millisecond where nothing changed. */
export function createStandings(): (entry: RowEntry, basis: Basis) => DetailedStanding {
  const inputsOf = perEntry(() => new Map<string, ReturnType<typeof rememberedInputs>>())
  const standingsOf = perEntry(() => new Map<string, Remembered>())
  const speaks = new WeakMap<EnhancedPrompt, boolean>()
  /** Asked once for a wording and not for every row. */
  function speaksItself(prompt: EnhancedPrompt): boolean {
    const known = speaks.get(prompt) ?? hasOwnWords(prompt)
    speaks.set(prompt, known)
    return known
  }
  return (entry, basis) => {
    const { row } = entry
    const { variantId } = basis
    const cells = cellsIn(entry, variantId)
    const remembered = standingsOf(entry)
    const last = remembered.get(variantId)
    if (last?.row === row && last.basis === basis && sameResults(last.cells, cells)) return last.standing
    const asksTheSame = last?.row === row && last.basis.required === basis.required
    const isComplete = asksTheSame ? last.isComplete : missingNames(basis.required, row.data).length === 0
    const canRun = isComplete && row.isDisabled !== true && !basis.isBroken && (speaksItself(basis.prompt) || hasWords(basis.prompt, row))
    const inputs = () => {
      const known = inputsOf(entry).get(variantId) ?? rememberedInputs()
      inputsOf(entry).set(variantId, known)
      return known(basis.prompt, row)
    }
    const states = cells.map((cell) => (cell.state === 'ready' && !isComplete ? 'blocked' : staleOr(cell, basis, inputs)))
    const before = last?.standing
    // The same object while it says the same: typing in a prompt changes ten thousand of them once, and not at every key.
    const standing =
      before?.canRun === canRun && sameItems(before.states, states)
        ? before
        : { rowId: entry.id, variantId, canRun, state: mostUrgent(states), states }
    remembered.set(variantId, { row, cells, basis, isComplete, standing })
    return standing
  }
}

/** Of several answers, the state that asks most of whoever looks. */
const URGENCY: readonly CellState[] = [
  'streaming',
  'retrying',
  'connecting',
  'queued',
  'failed',
  'stopped',
  'blocked',
  'ready',
  'stale',
  'done',
]
const mostUrgent = (states: readonly CellState[]): CellState =>
  (states.length === 1 ? states[0] : URGENCY.find((state) => states.includes(state))) ?? 'ready'

const isSameResult = (a: Cell, b: Cell): boolean => a === b || (a.state === b.state && a.provenance === b.provenance)

const sameResults = (a: readonly Cell[], b: readonly Cell[]): boolean =>
  a === b || (a.length === b.length && a.every((cell, index) => isSameResult(cell, b[index] ?? EMPTY_CELL)))

/** Whether cells stand for the same in lists and counts: how far a run is, and tokens that stream in, make no difference. */
export const sameOutcomes = (a: readonly Cell[], b: readonly Cell[]): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every((cell, index) => {
      const other = b[index] ?? EMPTY_CELL
      return isSameResult(cell, other) || (isActive(cell.state) && isActive(other.state))
    }))

function staleOr(cell: Cell, basis: Basis, inputs: () => string): CellState {
  if (cell.state !== 'done' || cell.provenance === null) return cell.state
  const { provenance } = cell
  const isSame =
    provenance.promptHash === basis.promptHash && provenance.settingsHash === basis.settingsHash && provenance.inputsHash === inputs()
  return isSame ? 'done' : 'stale'
}

const readsTheSame = (one: EnhancedPrompt, other: EnhancedPrompt): boolean =>
  one.variables === other.variables && one.mode === other.mode && one.columnTypes === other.columnTypes

function rememberedInputs(): (prompt: EnhancedPrompt, row: LoadableRow) => string {
  let last: { readonly row: LoadableRow; readonly of: EnhancedPrompt; readonly hash: string } | undefined
  return (prompt, row) => {
    if (last?.row !== row || !readsTheSame(last.of, prompt)) last = { row, of: prompt, hash: inputsHash(prompt, row) }
    return last.hash
  }
}

import { portableSnapshot } from '../exchange/link/portable-settings.ts'
import { isActive } from '../state/cell-lifecycle.ts'
import type { Cell } from '../state/cell.ts'
import type { ConversationMemory } from '../state/conversation-memory.ts'
import { type KeptConversation, toKept } from '../state/kept-conversation.ts'
import type { Note } from '../state/notes.ts'
import type { PlaygroundState } from '../state/playground-state.ts'
import type { LoadableRow } from '../state/row.ts'
import { anonymousRow, toSnapshot } from '../state/snapshot-conversion.ts'
import type { PlaygroundSnapshot } from '../state/snapshot.ts'
import { figuresOf } from './figures-of.ts'
import { JOURNAL_VERSION, type Journal, type KeptHead, type KeptOutput, type KeptRow } from './journal.ts'
import { keptCell } from './kept-cell.ts'
import { createNotesByRow, keptNote } from './kept-notes.ts'

/** Rows that are written at a time; between two times the page answers. */
const WRITTEN_AT_ONCE = 100
/** Answers differ in how much was sent for them: making some rows ends by then, however few they are. Milliseconds. */
const MOMENT_MS = 8
/** Rows that are looked at without a pause. */
const SEEN_AT_ONCE = 2000
/** Beyond so many answers what was sent and traced is not kept. */
export const MOST_DETAILED = 1000

/** What a row was when it was written. Everything in it is immutable, so that identity tells whether it changed. */
interface Written {
  readonly row: LoadableRow
  readonly notes: readonly Note[]
  readonly memory: ConversationMemory | undefined
  /** Where the variants and the case that a conversation speaks of stand; empty where it speaks of none. */
  readonly places: string
  /** With an end after those of each variant. */
  readonly cells: readonly (Cell | 'open' | 'end')[]
}

const NO_NOTES: readonly Note[] = []

const sameWritten = (left: Written | undefined, right: Written): boolean =>
  left !== undefined &&
  left.row === right.row &&
  left.notes === right.notes &&
  left.memory === right.memory &&
  left.places === right.places &&
  left.cells.length === right.cells.length &&
  left.cells.every((cell, index) => cell === right.cells[index])

/** Prompt, variants and columns as they are now, without rows. */
function promptOf(state: PlaygroundState): KeptHead['prompt'] {
  const { store, prompt, rows } = state
  const { sessionId, mode, templateFormat, checks = [] } = store.get(prompt.draftAtom)
  const variants = store.get(prompt.variants.listAtom)
  const snapshot = toSnapshot({ sessionId, mode, templateFormat, checks, columns: store.get(rows.settingsAtom), variants }, [])
  const { rows: _none, ...rest } = portableSnapshot(snapshot, () => undefined) as PlaygroundSnapshot
  return rest
}

export interface Recorder {
  /** Writes what changed since the last time, as a document of that kind. */
  write(as: Pick<KeptHead, 'kind' | 'name' | 'isAutomatic'>, isAsked?: boolean): Promise<KeptHead>
}

/** Writes the work of a page into one document of a journal, row by row: only those that changed since it was written last. */
export function createRecorder(state: PlaygroundState, journal: Journal, id: string, pause: () => Promise<void>): Recorder {
  const { store, rows, prompt, execution } = state
  const written = new Map<string, Written>()
  const notesByRow = createNotesByRow()

  /** As it is kept: without keys, and with places instead of ids. */
  function keptConversation({ row, memory }: Written, variantIds: readonly string[]): KeptConversation | undefined {
    const kept = toKept(memory, { messages: row.history, variantIds, rowIds: store.get(rows.idsAtom) })
    return kept && (portableSnapshot(kept, () => undefined) as KeptConversation)
  }

  function now(rowId: string, variantIds: readonly string[], notes: readonly Note[] = NO_NOTES): Written | null {
    const row = store.get(rows.rowAtom(rowId))
    if (row === null) return null
    const memory = store.get(state.memoriesAtom).get(rowId)
    const source = memory?.source ?? null
    const places = memory === undefined ? '' : [...variantIds, source === null ? '' : store.get(rows.idsAtom).indexOf(source)].join(' ')
    const cells = variantIds.flatMap((variantId): Written['cells'] => [
      ...execution.cellsOf({ rowId, variantId }).map((cell) => (isActive(cell.state) ? 'open' : cell)),
      'end',
    ])
    return { row, notes, memory, places, cells }
  }

  function keptRow(rowId: string, what: Written, variantIds: readonly string[], withDetails: boolean): KeptRow {
    const { row, notes } = what
    const outputs = variantIds.map((variantId): KeptOutput => {
      const cells = execution.cellsOf({ rowId, variantId })
      const isOpen = cells.some((cell) => isActive(cell.state))
      return { cells: cells.map((cell) => keptCell(cell, withDetails)), ...(isOpen && { isOpen }) }
    })
    const kept = notes.flatMap((note) => keptNote(note, variantIds))
    return { id: rowId, row: anonymousRow(row, keptConversation(what, variantIds)), outputs, ...(kept.length > 0 && { notes: kept }) }
  }

  /** Rows as they are kept, as many at a time as are made in a moment. */
  function* batches(ids: readonly string[], make: (id: string) => readonly KeptRow[]): Generator<readonly KeptRow[]> {
    let some: KeptRow[] = []
    let beganMs = state.clock()
    for (const rowId of ids) {
      some.push(...make(rowId))
      if (some.length < WRITTEN_AT_ONCE && state.clock() - beganMs < MOMENT_MS) continue
      yield some
      some = []
      beganMs = state.clock()
    }
    if (some.length > 0) yield some
  }

  return {
    async write(as, isAsked = false) {
      const variants = store.get(prompt.variants.listAtom)
      const variantIds = variants.map((variant) => variant.id)
      const order = store.get(rows.idsAtom)
      const figures = figuresOf(state)
      const withDetails = figures.results <= MOST_DETAILED
      const head: KeptHead = {
        v: JOURNAL_VERSION,
        id,
        ...as,
        savedAtMs: journal.nowMs(),
        models: [...new Set(variants.map(({ llmConfig }) => llmConfig.model))],
        prompt: promptOf(state),
        ...figures,
      }
      await pause()
      const notes = notesByRow(store.get(state.notes.allAtom))
      const there = new Set(order)
      const removed = [...written.keys()].filter((rowId) => !there.has(rowId))
      const changed: string[] = []
      for (const [at, rowId] of order.entries()) {
        const next = now(rowId, variantIds, notes.get(rowId))
        if (next !== null && !sameWritten(written.get(rowId), next)) changed.push(rowId)
        if ((at + 1) % SEEN_AT_ONCE === 0) await pause()
      }
      const known = new Map<string, Written>()
      const make = (rowId: string): readonly KeptRow[] => {
        const next = now(rowId, variantIds, notes.get(rowId))
        if (next === null) return []
        known.set(rowId, next)
        return [keptRow(rowId, next, variantIds, withDetails)]
      }
      for (const some of batches(changed, make)) {
        await journal.write(id, { rows: some, isAsked })
        await pause()
      }
      await journal.write(id, { rows: [], end: { head, order, removed }, isAsked })
      for (const rowId of removed) written.delete(rowId)
      for (const [rowId, what] of known) written.set(rowId, what)
      return head
    },
  }
}

import { type Atom, atom } from 'jotai'
import { type Cell, type CellState, EMPTY_CELL } from './cell.ts'
import { changesSince } from './changes-since.ts'
import { requiredNames } from './columns.ts'
import type { Document } from './document.ts'
import { keptIfEqual, sameItems } from './kept-if-equal.ts'
import { perEntry } from './per-entry.ts'
import type { ExecutionState, PromptState, RunProgress, Store } from './playground-state.ts'
import { promptHash, settingsHash } from './provenance.ts'
import type { RowEntry } from './row-entry.ts'
import { type Basis, createStandings, sameOutcome } from './standing.ts'
import { targetsOf } from './run-targets.ts'
import type { Transact } from './transaction.ts'

const DEFAULT_CONCURRENCY = 4

export function createExecutionState(store: Store, transact: Transact, document: Document, prompt: PromptState): ExecutionState {
  const progressAtom = atom<RunProgress | null>(null)
  /** Rises when a cell begins, ends or changes what it was made from; not with every token. */
  const outcomesAtom = atom(0)
  const keepRequired = keptIfEqual<readonly string[]>(sameItems)
  const requiredAtom = atom((get) => keepRequired(requiredNames(get(prompt.draftAtom).variables, get(prompt.draftAtom).templateFormat)))
  const basisAtom = atom<Basis>((get) => {
    const draft = get(prompt.draftAtom)
    return {
      prompt: draft,
      promptHash: promptHash(draft),
      settingsHash: settingsHash(draft),
      required: get(requiredAtom),
      isBroken: get(prompt.problemsAtom).length > 0,
    }
  })
  const standingOf = createStandings()
  const watched = new Set<string>()
  const watchedCellOf = perEntry((entry): Atom<Cell> => {
    // Whether somebody looks: only such cells need to be told where in the queue they are.
    entry.cellAtom.onMount = () => {
      watched.add(entry.id)
      return () => void watched.delete(entry.id)
    }
    return entry.cellAtom
  })
  const emptyCellAtom: Atom<Cell> = atom(() => EMPTY_CELL)
  const readyAtom: Atom<CellState> = atom(() => 'ready')
  const noChangesAtom: Atom<readonly string[]> = atom(() => [])
  const stateOf = perEntry((entry): Atom<CellState> =>
    atom((get) => {
      get(watchedCellOf(entry))
      get(entry.rowAtom)
      return standingOf(entry, get(basisAtom)).state
    }),
  )
  const changesOf = perEntry((entry): Atom<readonly string[]> => {
    const keep = keptIfEqual<readonly string[]>(sameItems)
    return atom((get) => {
      const row = get(entry.rowAtom)
      return keep(row === null ? [] : changesSince(get(watchedCellOf(entry)), get(basisAtom), row))
    })
  })

  function setCells(cells: Iterable<readonly [string, Cell]>, progress?: RunProgress | null): void {
    transact((set) => {
      let isOtherOutcome = false
      for (const [rowId, cell] of cells) {
        const entry = document.entries.get(rowId)
        if (!entry || entry.cell === cell) continue
        isOtherOutcome ||= !sameOutcome(entry.cell, cell)
        entry.cell = cell
        set(entry.cellAtom, cell)
      }
      if (isOtherOutcome) set(outcomesAtom, store.get(outcomesAtom) + 1)
      if (progress !== undefined) set(progressAtom, progress)
    })
  }
  const cellOf = (rowId: string) => document.entries.get(rowId)?.cell ?? EMPTY_CELL
  function atomOf<Value>(rowId: string, of: (entry: RowEntry) => Atom<Value>, absent: Atom<Value>): Atom<Value> {
    const entry = document.entries.get(rowId)
    return entry ? of(entry) : absent
  }

  const standingsAtom = atom((get) => {
    get(outcomesAtom)
    get(document.revisionAtom)
    const basis = get(basisAtom)
    return get(document.idsAtom).flatMap((rowId) => {
      const entry = document.entries.get(rowId)
      return entry ? standingOf(entry, basis) : []
    })
  })

  return {
    cellAtom: (rowId) => atomOf(rowId, watchedCellOf, emptyCellAtom),
    cellStateAtom: (rowId) => atomOf(rowId, stateOf, readyAtom),
    changesAtom: (rowId) => atomOf(rowId, changesOf, noChangesAtom),
    progressAtom,
    isRunningAtom: atom((get) => {
      const progress = get(progressAtom)
      return progress !== null && progress.endedAtMs === null
    }),
    isOfflineAtom: atom(false),
    concurrencyAtom: atom(DEFAULT_CONCURRENCY),
    targetsAtom: atom((get) => targetsOf(get(standingsAtom))),
    standingsAtom,
    cellOf,
    setCell: (rowId, next) => setCells([[rowId, next(cellOf(rowId))]]),
    setCells,
    setProgress: (next) => store.set(progressAtom, next),
    watchedRowIds: watched,
  }
}

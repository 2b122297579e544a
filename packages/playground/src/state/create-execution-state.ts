import { type Atom, atom } from 'jotai'
import { type Cell, type CellState, EMPTY_CELL } from './cell.ts'
import { changesSince } from './changes-since.ts'
import { requiredNames } from './columns.ts'
import type { Document } from './document.ts'
import { keptIfEqual, sameItems } from './kept-if-equal.ts'
import type { ExecutionState, OutputPlace, RunHalt, RunProgress } from './execution-state.ts'
import type { Store } from './playground-state.ts'
import type { PromptState } from './prompt-state.ts'
import { outputKey } from './output-ref.ts'
import { placeCells } from './place-cells.ts'
import { promptHash, settingsHash } from './provenance.ts'
import { NO_CELLS, type Output, type RowEntry, cellsIn, createRowEntry, outputOf } from './row-entry.ts'
import { createStandingList } from './standing-list.ts'
import { type Basis, createStandings, sameOutcomes } from './standing.ts'
import { targetsOf } from './run-targets.ts'
import type { Transact } from './transaction.ts'

const DEFAULT_CONCURRENCY = 4

export function createExecutionState(store: Store, transact: Transact, document: Document, prompt: PromptState): ExecutionState {
  const progressAtom = atom<RunProgress | null>(null)
  /** Rises when a cell begins, ends or changes what it was made from; not with every token. */
  const outcomesAtom = atom(0)

  const createBasis = (variantId: string): Atom<Basis> => {
    const keepRequired = keptIfEqual<readonly string[]>(sameItems)
    return atom((get) => {
      const draft = get(prompt.draftOf(variantId))
      return {
        variantId,
        prompt: draft,
        promptHash: promptHash(draft),
        settingsHash: settingsHash(draft),
        required: keepRequired(requiredNames(draft.variables, draft.templateFormat)),
        isBroken: get(prompt.problemsOf(variantId)).length > 0,
      }
    })
  }
  const bases = new Map<string, Atom<Basis>>()
  const basisOf = (variantId: string) => {
    const basis = bases.get(variantId) ?? createBasis(variantId)
    bases.set(variantId, basis)
    return basis
  }

  const standingOf = createStandings()
  const watched = new Set<string>()
  const createViews = (entry: RowEntry, output: Output) => {
    const { variantId } = output
    const key = outputKey(output)
    // Whether somebody looks: only such cells need to be told where in the queue they are.
    const cellsAtom = output.cells.atom
    cellsAtom.onMount = () => {
      watched.add(key)
      return () => void watched.delete(key)
    }
    const keepChanges = keptIfEqual<readonly string[]>(sameItems)
    const indexAtom = atom((get) => Math.min(get(output.shownAtom), get(cellsAtom).length - 1))
    const cellAtom = atom((get) => get(cellsAtom)[get(indexAtom)] ?? EMPTY_CELL)
    const stateAtom = atom((get): CellState => {
      get(cellsAtom)
      get(entry.rowAtom)
      return standingOf(entry, get(basisOf(variantId))).states[get(indexAtom)] ?? 'ready'
    })
    const changesAtom = atom((get) => {
      const row = get(entry.rowAtom)
      return keepChanges(row === null ? [] : changesSince(get(cellAtom), get(basisOf(variantId)), row))
    })
    return { output, cellAtom, stateAtom, changesAtom }
  }
  const viewsOf = new WeakMap<Output, ReturnType<typeof createViews>>()
  const nobody = createRowEntry({ id: '', data: {}, history: [] })
  const absent = createViews(nobody, outputOf(nobody, ''))

  const firstVariant = () => store.get(prompt.variants.idsAtom)[0] ?? ''
  const refOf = (place: OutputPlace) => (typeof place === 'string' ? { rowId: place, variantId: firstVariant() } : place)
  function at(place: OutputPlace): ReturnType<typeof createViews> {
    const { rowId, variantId } = refOf(place)
    const entry = document.entries.get(rowId)
    if (entry === undefined) return absent
    const output = outputOf(entry, variantId)
    const views = viewsOf.get(output) ?? createViews(entry, output)
    viewsOf.set(output, views)
    return views
  }
  function cellsOf(place: OutputPlace): readonly Cell[] {
    const { rowId, variantId } = refOf(place)
    const entry = document.entries.get(rowId)
    return entry === undefined ? NO_CELLS : cellsIn(entry, variantId)
  }

  let isUncounted = false
  const setCells: ExecutionState['setCells'] = (cells, progress, isCounted = true) =>
    transact((set) => {
      for (const { output, after } of placeCells(cells, document.entries)) {
        isUncounted ||= !sameOutcomes(output.cells.value, after)
        output.cells.tell(after, set)
      }
      if (isCounted && isUncounted) {
        isUncounted = false
        set(outcomesAtom, store.get(outcomesAtom) + 1)
      }
      if (progress !== undefined) set(progressAtom, progress)
    })

  const standings = createStandingList(document.entries, standingOf)
  const standingsAtom = atom((get) =>
    standings({
      outcomes: get(outcomesAtom),
      revision: get(document.revisionAtom),
      ids: get(document.idsAtom),
      bases: get(prompt.variants.idsAtom).map((id) => get(basisOf(id))),
    }),
  )

  return {
    cellAtom: (place) => at(place).cellAtom,
    cellsAtom: (place) => at(place).output.cells.atom,
    shownAtom: (place) => at(place).output.shownAtom,
    previousAtom: (place) => at(place).output.previous.atom,
    cellStateAtom: (place) => at(place).stateAtom,
    changesAtom: (place) => at(place).changesAtom,
    progressAtom,
    isRunningAtom: atom((get) => {
      const progress = get(progressAtom)
      return progress !== null && progress.endedAtMs === null
    }),
    isOfflineAtom: atom(false),
    haltAtom: atom<RunHalt | null>(null),
    concurrencyAtom: atom(DEFAULT_CONCURRENCY),
    repetitionsAtom: atom(1),
    budgetUsdAtom: atom<number | null>(null),
    stopsOnErrorAtom: atom(false),
    targetsAtom: atom((get) => targetsOf(get(standingsAtom))),
    standingsAtom,
    cellOf(place) {
      const cells = cellsOf(place)
      const shown = cells.length === 1 ? 0 : store.get(at(place).output.shownAtom)
      return cells[Math.min(shown, cells.length - 1)] ?? EMPTY_CELL
    },
    cellsOf,
    cellStatesOf(place) {
      const { rowId, variantId } = refOf(place)
      const entry = document.entries.get(rowId)
      return entry === undefined ? [] : standingOf(entry, store.get(basisOf(variantId))).states
    },
    setCell: (place, next) => setCells([[{ ...refOf(place), repetition: 0 }, next(cellsOf(place)[0] ?? EMPTY_CELL)]]),
    begin: (places, repetitions) =>
      transact((set) => {
        for (const { rowId, variantId } of places) {
          const entry = document.entries.get(rowId)
          if (entry === undefined) continue
          const output = outputOf(entry, variantId)
          const before = output.cells.value
          const shown = before[before.length === 1 ? 0 : Math.min(store.get(output.shownAtom), before.length - 1)]
          if (shown !== undefined && shown.runId !== null) output.previous.tell(shown, set)
          output.before = before
          // What is there stays as it is: what is asked for is written next, and ten thousand rows are counted once for both.
          if (before.length === repetitions) continue
          output.cells.tell(
            Array.from({ length: repetitions }, (_, index) => before[index] ?? EMPTY_CELL),
            set,
          )
          isUncounted = true
        }
      }),
    setCells,
    setProgress: (next) => store.set(progressAtom, next),
    isWatched: (place) => watched.has(place),
  }
}

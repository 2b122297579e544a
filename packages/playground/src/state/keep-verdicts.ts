import type { Atom } from 'jotai'
import type { Check } from '../checks/check.ts'
import { runChecks } from '../checks/run-checks.ts'
import type { Cell } from './cell.ts'
import type { Verdict } from './checks-state.ts'
import type { Store } from './playground-state.ts'
import type { RowEntry } from './row-entry.ts'
import type { LoadableRow } from './row.ts'

/** So long rows are evaluated before the page has its turn. Milliseconds. */
const TURN_MS = 8

export interface VerdictSource {
  readonly store: Store
  readonly entries: ReadonlyMap<string, RowEntry>
  /** The checks of every row. */
  readonly commonAtom: Atom<readonly Check[]>
  /** What tells that a verdict may be another one now. */
  readonly causes: readonly Atom<unknown>[]
  /** Monotonic, milliseconds. */
  readonly clock: () => number
  readonly publish: (verdicts: ReadonlyMap<string, Verdict>) => void
}

/** Keeps the verdict of every finished answer until it is told to stop. Only what changed is evaluated again. */
export function keepVerdicts({ store, entries, commonAtom, causes, clock, publish }: VerdictSource): () => void {
  const held = new Map<string, Verdict>()
  let isOver = false
  let isAsked = false
  let isLooking = false

  /** Whether anything was forgotten. */
  function forget(common: readonly Check[]): boolean {
    const before = held.size
    for (const [id, verdict] of held) if (!isCurrent(verdict, entries.get(id), common)) held.delete(id)
    return held.size < before
  }

  async function look(): Promise<void> {
    const common = store.get(commonAtom)
    let hasNews = forget(common)
    let begunMs = clock()
    for (const entry of entries.values()) {
      if (held.has(entry.id) || !isChecked(entry, common)) continue
      held.set(entry.id, await verdictOf(entry.cell, entry.row, common))
      hasNews = true
      if (clock() - begunMs < TURN_MS) continue
      publish(new Map(held))
      await turn()
      // What is published from here on would be of checks that are gone.
      if (isOver || store.get(commonAtom) !== common) return
      begunMs = clock()
    }
    if (hasNews && !isOver) publish(new Map(held))
  }

  const hasToLook = () => isAsked && !isOver

  async function lookWhileAsked(): Promise<void> {
    isLooking = true
    // What changes together is looked at once.
    await turn()
    while (hasToLook()) {
      isAsked = false
      await look()
    }
    isLooking = false
  }

  function ask(): void {
    isAsked = true
    if (!isLooking) void lookWhileAsked()
  }

  const ends = causes.map((cause) => store.sub(cause, ask))
  ask()
  return () => {
    isOver = true
    for (const end of ends) end()
  }
}

const turn = () => new Promise<void>((resolve) => setTimeout(resolve))

const isChecked = ({ cell, row }: RowEntry, common: readonly Check[]): boolean =>
  cell.state === 'done' && (common.length > 0 || row.checks !== undefined)

const isCurrent = (verdict: Verdict, entry: RowEntry | undefined, common: readonly Check[]): boolean =>
  entry !== undefined && verdict.cell === entry.cell && verdict.row === entry.row && verdict.common === common

async function verdictOf(cell: Cell, row: LoadableRow, common: readonly Check[]): Promise<Verdict> {
  const checks = [...common, ...(row.checks ?? [])]
  const { text, parsed, toolCalls, usage, cost, times } = cell
  const latencyMs = times.endMs === null ? null : times.endMs - (times.sentMs ?? 0)
  const answer = { text, toolCalls, usage, cost, latencyMs, ...(parsed !== undefined && { parsed }) }
  const results = await runChecks(checks, row.data, { answer, expected: row.expected ?? null, judge: null })
  return { cell, row, common, checks, results }
}

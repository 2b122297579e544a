import type { Atom } from 'jotai'
import type { Check } from '../checks/check.ts'
import { type Judgements, recalling } from '../checks/judge/judgements.ts'
import { runChecks } from '../checks/run-checks.ts'
import type { Cell } from './cell.ts'
import type { Verdict } from './checks-state.ts'
import type { Store } from './playground-state.ts'
import { cellKey } from './output-ref.ts'
import { type RowEntry, cellsIn } from './row-entry.ts'
import type { LoadableRow } from './row.ts'

/** So long rows are evaluated before the page has its turn. Milliseconds. */
const TURN_MS = 8

export interface VerdictSource {
  readonly store: Store
  readonly entries: ReadonlyMap<string, RowEntry>
  /** The variants that there are. */
  readonly idsAtom: Atom<readonly string[]>
  /** The checks of every row. */
  readonly commonAtom: Atom<readonly Check[]>
  /** What judges said of an answer; the same object until something new is said. */
  readonly judgementsOf: (cell: Cell) => Judgements
  /** What tells that a verdict may be another one now. */
  readonly causes: readonly Atom<unknown>[]
  /** Monotonic, milliseconds. */
  readonly clock: () => number
  readonly publish: (verdicts: ReadonlyMap<string, Verdict>) => void
}

/** Keeps the verdict of every finished answer until it is told to stop. Only what changed is evaluated again. */
export function keepVerdicts({ store, entries, idsAtom, commonAtom, judgementsOf, causes, clock, publish }: VerdictSource): () => void {
  const held = new Map<string, Verdict>()
  let isOver = false
  let isAsked = false
  let isLooking = false

  /** Whether anything was forgotten. */
  function forget(answers: ReadonlyMap<string, Answered>, common: readonly Check[]): boolean {
    const before = held.size
    for (const [key, verdict] of held) if (!isCurrent(verdict, answers.get(key), common, judgementsOf)) held.delete(key)
    return held.size < before
  }

  async function look(): Promise<void> {
    const common = store.get(commonAtom)
    const answers = answersOf(entries, store.get(idsAtom), common)
    let hasNews = forget(answers, common)
    let begunMs = clock()
    for (const [key, answered] of answers) {
      if (held.has(key)) continue
      held.set(key, await verdictOf(answered, common, judgementsOf(answered.cell)))
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

interface Answered {
  readonly variantId: string
  readonly cell: Cell
  readonly row: LoadableRow
}

/** The answers that are held against something, by cell. */
function answersOf(
  entries: ReadonlyMap<string, RowEntry>,
  variantIds: readonly string[],
  common: readonly Check[],
): ReadonlyMap<string, Answered> {
  const answers = new Map<string, Answered>()
  for (const entry of entries.values()) {
    if (common.length === 0 && entry.row.checks === undefined) continue
    for (const variantId of variantIds)
      cellsIn(entry, variantId).forEach((cell, repetition) => {
        if (cell.state === 'done') answers.set(cellKey({ rowId: entry.id, variantId, repetition }), { variantId, cell, row: entry.row })
      })
  }
  return answers
}

const isCurrent = (
  verdict: Verdict,
  answered: Answered | undefined,
  common: readonly Check[],
  judgementsOf: VerdictSource['judgementsOf'],
): boolean =>
  answered !== undefined &&
  verdict.cell === answered.cell &&
  verdict.row === answered.row &&
  verdict.common === common &&
  verdict.judgements === judgementsOf(answered.cell)

async function verdictOf({ variantId, cell, row }: Answered, common: readonly Check[], judgements: Judgements): Promise<Verdict> {
  const checks = [...common, ...(row.checks ?? [])]
  const { text, parsed, toolCalls, usage, cost, times } = cell
  const latencyMs = times.endMs === null ? null : times.endMs - (times.sentMs ?? 0)
  const answer = { text, toolCalls, usage, cost, latencyMs, ...(parsed !== undefined && { parsed }) }
  const results = await runChecks(checks, row.data, { answer, expected: row.expected ?? null, judge: recalling(judgements) })
  return { variantId, cell, row, common, checks, results, judgements }
}

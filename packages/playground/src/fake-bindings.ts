import { atom } from 'jotai'
import type { PlaygroundBindings } from './bindings.ts'
import { createPlaygroundState } from './state/create-state.ts'
import type { Cell } from './state/cell.ts'
import type { OutputRef } from './state/output-ref.ts'
import type { PlaygroundSnapshot } from './state/snapshot.ts'

/** What a host was asked to do, in order. */
export type Asked = readonly [name: 'run' | 'stop' | 'run-with-empty', ...rowIds: readonly string[]]

export const TICKETS: PlaygroundSnapshot = {
  v: 1,
  mode: 'completion',
  prompt: {
    messages: [{ role: 'user', content: 'Ticket: {{ticket}} Order: {{order}}' }],
    llmConfig: { model: 'demo/writer', maxTokens: 100 },
    templateFormat: 'curly',
  },
  rows: [
    { data: { ticket: 'The kettle is cracked.', order: 'A-1' } },
    { data: { ticket: 'Where is my parcel?', order: 'A-2' } },
    { data: { ticket: 'Nothing came.' } },
  ],
}

/** Bindings that write down what they are asked, with a real state behind them; cells are set by hand. */
export function fakeBindings(initial: PlaygroundSnapshot = TICKETS) {
  let last = 0
  const ids = () => {
    last += 1
    return `id${last}`
  }
  const asked: Asked[] = []
  const state = createPlaygroundState({ clock: () => performance.now(), ids, initial })
  const { store, rows, execution } = state
  const rowIds = () => store.get(rows.idsAtom)
  const bindings: PlaygroundBindings = {
    contract: '1.0',
    isStateless: true,
    schemaAtom: atom(null),
    uriInfoAtom: atom({ runtimePrefix: '/services', routePath: 'completion' }),
    draftPromptAtom: state.prompt.draftAtom,
    loadableId: 'test',
    updatePrompt: (patch) => state.prompt.patch(patch),
    execute: async (rowId, options) => void asked.push([options?.emptyMissing === true ? 'run-with-empty' : 'run', rowId]),
    executeMany: async (many) => {
      asked.push(['run', ...many.map((place) => (typeof place === 'string' ? place : place.rowId))])
      return { runId: 'r', rows: many.length, done: 0, failed: 0, stopped: 0 }
    },
    cancel: (rowId) => void asked.push(rowId === undefined ? ['stop'] : ['stop', rowId]),
    state,
  }
  return {
    bindings,
    state,
    asked,
    rowIds,
    /** The output of a case under the first variant. */
    outputAt: (index: number): OutputRef => ({
      rowId: rowIds()[index] ?? '',
      variantId: store.get(state.prompt.variants.idsAtom)[0] ?? '',
    }),
    /** The value of a case by its place. */
    valueOf: (index: number, column: string): string | undefined => store.get(rows.rowAtom(rowIds()[index] ?? ''))?.data[column],
    setCell: (index: number, part: Partial<Cell>) => {
      const rowId = rowIds()[index]
      if (rowId !== undefined) execution.setCell(rowId, (cell) => ({ ...cell, runId: 'r', queuedAtMs: performance.now(), ...part }))
    },
  }
}

export type FakeBindings = ReturnType<typeof fakeBindings>

import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { atom } from 'jotai'
import { beforeEach, describe, expect, it } from 'vitest'
import { moveColumn } from '../columns/column-actions.ts'
import { createEvents } from '../events.ts'
import { TICKETS, fakeBindings } from '../fake-bindings.ts'
import type { Cell } from '../state/cell.ts'
import { NO_MEMORY } from '../state/conversation-memory.ts'
import { provenanceOf } from '../state/provenance.ts'
import type { PlaygroundSnapshot } from '../state/snapshot.ts'
import { createKeeper } from './create-keeper.ts'
import { fakePages } from './fake-pages.ts'
import { JournalError, type Journal, type KeptDocument } from './journal.ts'
import { restore } from './restore.ts'

let pages: ReturnType<typeof fakePages>
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  pages = fakePages()
})

/** A page that was just opened, with its keeper at work. */
function visit(initial: PlaygroundSnapshot = TICKETS, change: (journal: Journal) => Journal = (journal) => journal) {
  const page = pages.page()
  const fake = fakeBindings(initial)
  const { state } = fake
  const { store } = state
  // Work of one page has one name, and that of another another.
  const sessionId = page.journal.newId()
  const named = atom((get) => ({ ...get(state.prompt.draftAtom), sessionId }))
  const own = { ...state, prompt: { ...state.prompt, draftAtom: named } }
  const events = createEvents((error) => {
    throw error
  })
  const keeper = createKeeper({ journal: change(page.journal), state: own, events, pause: async () => undefined, checkedAfterMs: 5 })
  keeper.connect()
  const view = () => store.get(keeper.viewAtom)
  const answer = (index: number, part: Partial<Cell> = {}) => {
    const row = store.get(state.rows.rowAtom(fake.rowIds()[index] ?? ''))
    if (row === null) throw new Error('There is no such case.')
    const prompt = store.get(state.prompt.draftAtom)
    fake.setCell(index, { state: 'done', text: `Answer ${index}`, provenance: provenanceOf(prompt, row), ...part })
  }
  return {
    ...fake,
    ...page,
    store,
    keeper,
    view,
    events,
    answer,
    stateAt: (index: number) => store.get(state.execution.cellStateAtom(fake.rowIds()[index] ?? '')),
  }
}

const OFTEN = { interval: 5 }

describe('work that is kept', () => {
  it('is kept only where somebody wants it', async () => {
    const first = visit()
    await expect.poll(() => first.view().status, OFTEN).toBe('off')
    first.answer(0)
    await first.keeper.flush()
    expect((await first.journal.sessions()).free).toEqual([])
    await first.keeper.turnOn()
    expect(first.view()).toMatchObject({ status: 'on', isBehind: false, fault: null })
    first.close()
    expect((await pages.page().journal.sessions()).free).toMatchObject([{ cases: 3, results: 1, left: 0, models: ['demo/writer'] }])
  })

  it('comes back after a close in mid-run, with what is left and nothing run by itself', async () => {
    const first = visit()
    await first.keeper.turnOn()
    first.answer(0)
    first.setCell(1, { state: 'streaming', text: 'Half an ans' })
    first.setCell(2, { state: 'queued' })
    await first.keeper.flush()
    first.close()

    const second = visit({ ...TICKETS, rows: [{ data: { ticket: 'Another.' } }] })
    await expect.poll(() => second.view().offer, OFTEN).toMatchObject({ cases: 3, results: 1, left: 2 })
    await second.keeper.restore()
    expect(second.view()).toMatchObject({ offer: null, restored: { cases: 3, results: 1 }, fault: null })
    expect(second.state.snapshot()).toEqual(TICKETS)
    expect([0, 1, 2].map(second.stateAt)).toEqual(['done', 'ready', 'blocked'])
    expect(second.state.execution.cellOf(second.rowIds()[0] ?? '').text).toBe('Answer 0')
    expect(second.view().restored?.left.map(({ rowId }) => second.rowIds().indexOf(rowId))).toEqual([1, 2])
    expect(second.asked).toEqual([])
    second.close()
    // It is this page's document now, and there is one of it.
    expect((await pages.page().journal.sessions()).free).toMatchObject([{ cases: 3, results: 1 }])
  })

  it('comes back with cases and columns as somebody put them', async () => {
    const first = visit()
    await first.keeper.turnOn()
    await first.keeper.flush()
    moveColumn(first.state, 'order', 0)
    first.state.rows.move(first.rowIds()[2] ?? '', 0)
    await first.keeper.flush()
    const kept = first.state.snapshot()
    first.close()
    const second = visit()
    await expect.poll(() => second.view().offer, OFTEN).not.toBeNull()
    await second.keeper.restore()
    expect(second.state.snapshot()).toEqual(kept)
    expect(second.store.get(second.state.rows.columnsAtom).map(({ id }) => id)).toEqual(['order', 'ticket'])
    expect(second.valueOf(0, 'ticket')).toBe('Nothing came.')
  })

  it('knows after it came back whether a result is stale', async () => {
    const first = visit()
    await first.keeper.turnOn()
    first.answer(0)
    first.answer(1)
    await first.keeper.flush()
    first.close()
    const second = visit()
    await expect.poll(() => second.view().offer, OFTEN).not.toBeNull()
    await second.keeper.restore()
    second.state.rows.editValue(second.rowIds()[1] ?? '', 'ticket', 'Where is it?')
    expect([0, 1].map(second.stateAt)).toEqual(['done', 'stale'])
    second.state.undo.undo()
    second.state.undo.undo()
    expect(second.stateAt(0)).toBe('ready')
  })

  it('goes to the runs where somebody starts anew', async () => {
    const first = visit()
    await first.keeper.turnOn()
    first.answer(0)
    await first.keeper.flush()
    first.close()
    const second = visit()
    await expect.poll(() => second.view().offer, OFTEN).not.toBeNull()
    await second.keeper.startNew()
    expect([second.view().offer, await second.journal.runs()]).toMatchObject([null, [{ results: 1, isAutomatic: true }]])
    expect((await second.journal.sessions()).free).toEqual([])
  })

  it('is written row by row: what did not change is not written again', async () => {
    const writes: string[][] = []
    const rows = Array.from({ length: 250 }, (_, index) => ({ data: { ticket: String(index), order: 'x' } }))
    const page = visit({ ...TICKETS, rows }, (journal) => ({
      ...journal,
      write: (id, part) => {
        writes.push(part.rows.map(({ id: rowId }) => rowId))
        return journal.write(id, part)
      },
    }))
    await page.keeper.turnOn()
    expect(writes.flat()).toEqual(page.rowIds())
    expect(Math.max(...writes.map(({ length }) => length))).toBeLessThanOrEqual(100)
    writes.length = 0
    page.answer(7)
    page.state.rows.remove([page.rowIds()[3] ?? ''])
    await page.keeper.flush()
    expect(writes.flat()).toEqual([page.rowIds()[6]])
    const kept = await page.journal.read((await allIds(page))[0] ?? '')
    expect(kept?.rows.map(({ row }) => row.data['ticket'])).toEqual(rows.map(({ data }) => data.ticket).filter((ticket) => ticket !== '3'))
  })

  it('of two pages is two copies, and neither writes over the other', async () => {
    const first = visit()
    await first.keeper.turnOn()
    first.answer(0)
    await first.keeper.flush()
    const second = visit()
    await expect.poll(() => second.view(), OFTEN).toMatchObject({ status: 'on', isElsewhere: true, offer: null })
    second.answer(1)
    second.answer(2)
    await second.keeper.flush()
    first.close()
    second.close()
    expect((await pages.page().journal.sessions()).free.map(({ results }) => results)).toEqual([2, 1])
  })

  it('is gone for all pages once it is turned off', async () => {
    const first = visit()
    await first.keeper.turnOn()
    const second = visit()
    await expect.poll(() => second.view().status, OFTEN).toBe('on')
    first.answer(0)
    await first.keeper.keepRun('Mine')
    expect(await first.keeper.countRuns()).toBe(1)
    await first.keeper.turnOff()
    await expect.poll(() => [first.view().status, second.view().status], OFTEN).toEqual(['off', 'off'])
    second.answer(0)
    await second.keeper.flush()
    expect([await allIds(first), await first.journal.runs()]).toEqual([[], []])
  })

  it('that finds no room says so, makes room of old runs first, and goes on when there is some', async () => {
    let room = 0
    const first = visit(TICKETS, (journal) => ({
      ...journal,
      write: async (id, part) => {
        if (part.end?.head.kind === 'session' && room <= 0) throw new JournalError('full', 'no room')
        await journal.write(id, part)
      },
      remove: async (id) => {
        room += 1
        await journal.remove(id)
      },
    }))
    await first.keeper.turnOn()
    expect(first.view()).toMatchObject({ status: 'on', fault: 'full', isBehind: true })
    await first.keeper.keepRun('Mine')
    await first.keeper.flush()
    expect(first.view().fault).toBe('full')
    first.events.emit({ type: 'run-end', summary: { runId: 'r', rows: 1, done: 1, failed: 0, stopped: 0 } })
    await expect.poll(async () => (await first.journal.runs()).length, { timeout: 4000 }).toBe(2)
    await first.keeper.flush()
    expect(first.view()).toMatchObject({ fault: null, isBehind: false })
    expect(await first.journal.runs()).toMatchObject([{ name: 'Mine' }])
  })

  it('breaks nothing where the browser keeps nothing', async () => {
    const refused = async () => {
      throw new JournalError('refused', 'private')
    }
    const page = visit(TICKETS, (journal) => ({ ...journal, isOn: refused, turnOn: refused }))
    await expect.poll(() => page.view().status, OFTEN).toBe('refused')
    page.answer(0)
    await page.keeper.flush()
    await page.keeper.turnOn()
    expect(page.view().status).toBe('refused')
    expect(page.stateAt(0)).toBe('done')
  })

  it('holds several answers of a case, and those of other variants', async () => {
    const first = visit()
    await first.keeper.turnOn()
    first.state.prompt.variants.clone(first.outputAt(0).variantId)
    const [a = '', b = ''] = first.store.get(first.state.prompt.variants.idsAtom)
    const rowId = first.rowIds()[0] ?? ''
    const cell = (text: string): Cell => ({ ...first.state.execution.cellOf(rowId), state: 'done', runId: 'r', text })
    first.state.execution.begin([{ rowId, variantId: b }], 2)
    first.state.execution.setCells([
      [{ rowId, variantId: a, repetition: 0 }, cell('A')],
      [{ rowId, variantId: b, repetition: 0 }, cell('B1')],
      [{ rowId, variantId: b, repetition: 1 }, cell('B2')],
    ])
    await first.keeper.flush()
    first.close()
    const second = visit()
    await expect.poll(() => second.view().offer, OFTEN).toMatchObject({ results: 3 })
    await second.keeper.restore()
    const texts = second.store
      .get(second.state.prompt.variants.idsAtom)
      .map((variantId) => second.state.execution.cellsOf({ rowId: second.rowIds()[0] ?? '', variantId }).map(({ text }) => text))
    expect(texts).toEqual([['A'], ['B1', 'B2']])
  })

  it('brings back what is known of conversations, written again when it changes', async () => {
    const TALK: PlaygroundSnapshot = {
      ...TICKETS,
      mode: 'chat',
      rows: [
        { data: {}, history: [{ role: 'user', content: 'Hi' }] },
        { data: {}, history: [{ role: 'assistant', content: 'One' }] },
      ],
    }
    const first = visit(TALK)
    await first.keeper.turnOn()
    const [source = '', rowId = ''] = first.rowIds()
    const id = first.store.get(first.state.rows.rowAtom(rowId))?.history[0]?.id ?? ''
    const version = (content: string) => ({
      message: { role: 'assistant', content } as const,
      settings: { model: 'm', extraBody: { api_key: 'k' } },
    })
    const known = (contents: readonly string[]) =>
      first.store.set(
        first.state.memoriesAtom,
        new Map([[rowId, { ...NO_MEMORY, source, versions: new Map([[id, contents.map(version)]]) }]]),
      )
    known(['One'])
    await first.keeper.flush()
    known(['One', 'Two'])
    first.state.rows.move(source, 1)
    await first.keeper.flush()
    first.close()
    const second = visit()
    await expect.poll(() => second.view().offer, OFTEN).not.toBeNull()
    await second.keeper.restore()
    const llmConfig = { model: 'm', extraBody: {} }
    expect(second.state.snapshot().rows.map(({ conversation }) => conversation)).toEqual([
      {
        turns: [{ at: 0, versions: ['One', 'Two'].map((content) => ({ message: { role: 'assistant', content }, llmConfig })) }],
        source: 1,
      },
      undefined,
    ])
  })

  it('brings back what was said of answers', async () => {
    const first = visit()
    await first.keeper.turnOn()
    first.answer(0)
    const said = { ...first.outputAt(0), repetition: 0, runId: 'r', rating: 'up', text: 'Good', answer: 'Answer 0', model: 'm' } as const
    first.state.notes.write(said)
    await first.keeper.flush()
    first.close()
    const second = visit()
    await expect.poll(() => second.view().offer, OFTEN).not.toBeNull()
    await second.keeper.restore()
    expect([...second.store.get(second.state.notes.allAtom).values()]).toEqual([{ ...said, ...second.outputAt(0) }])
    second.state.undo.undo()
    expect(second.store.get(second.state.notes.allAtom).size).toBe(0)
  })

  it('that nobody can read changes nothing', async () => {
    const { state } = fakeBindings()
    const before = state.snapshot()
    const kept = { head: { prompt: { v: 1, mode: 'voice' } }, rows: [] } as unknown as KeptDocument
    expect(await restore(state, kept)).toBeNull()
    expect(state.snapshot()).toEqual(before)
  })
})

/** The ids of all sessions, open or not. */
async function allIds(page: { readonly journal: Journal; readonly close: () => void }): Promise<readonly string[]> {
  page.close()
  return (await pages.page().journal.sessions()).free.map(({ id }) => id)
}

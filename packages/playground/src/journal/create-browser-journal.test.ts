import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { MOST_AUTOMATIC } from './create-browser-journal.ts'
import { fakePages } from './fake-pages.ts'
import { type Journal, JournalError, type KeptHead, type KeptRow } from './journal.ts'
import { sampleHead } from './sample-head.ts'

const rowOf = (id: string, text = id): KeptRow => ({ id, row: { data: { text } }, outputs: [] })

async function put(journal: Journal, head: KeptHead, rows: readonly KeptRow[] = []): Promise<void> {
  await journal.write(head.id, { rows, end: { head, order: rows.map(({ id }) => id), removed: [] }, isAsked: true })
}
const idsOf = (heads: readonly KeptHead[]) => heads.map(({ id }) => id)

let pages: ReturnType<typeof fakePages>
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  pages = fakePages()
})

describe('the journal of a browser', () => {
  it('is off until somebody turns it on, for all pages', async () => {
    const [one, other] = [pages.page().journal, pages.page().journal]
    expect(await one.isOn()).toBe(false)
    let told = 0
    other.subscribe(() => (told += 1))
    await one.turnOn()
    expect([await other.isOn(), told]).toEqual([true, 1])
  })

  it('makes no database by being looked at, or turned off', async () => {
    const { journal } = pages.page()
    const row = { rows: [rowOf('1')], end: { head: sampleHead('a'), order: ['1'], removed: [] } }
    expect([await journal.isOn(), await journal.runs(), await journal.sessions(), await journal.read('a')]).toEqual([
      false,
      [],
      { free: [], isElsewhere: false },
      null,
    ])
    await journal.turnOff()
    await journal.write('a', row)
    expect(await indexedDB.databases()).toEqual([])
    await journal.turnOn()
    expect(await indexedDB.databases()).toHaveLength(1)
  })

  it('writes nothing by itself while it is off, and what somebody asks for', async () => {
    const { journal } = pages.page()
    await journal.write('a', { rows: [rowOf('1')], end: { head: sampleHead('a'), order: ['1'], removed: [] } })
    expect(await journal.read('a')).toBeNull()
    await put(journal, sampleHead('b', { kind: 'run' }), [rowOf('1')])
    expect((await journal.read('b'))?.rows).toEqual([rowOf('1')])
  })

  it('gives rows back in their order, many of them, without those that were removed', async () => {
    const { journal } = pages.page()
    const rows = Array.from({ length: 1203 }, (_, index) => rowOf(String((index * 7) % 1203)))
    await put(journal, sampleHead('a'), rows)
    expect((await journal.read('a'))?.rows).toEqual(rows)
    const order = rows.slice(1).map(({ id }) => id)
    await journal.write('a', { rows: [rowOf('7', 'new')], end: { head: sampleHead('a'), order, removed: ['0'] }, isAsked: true })
    const after = (await journal.read('a'))?.rows ?? []
    expect([after.length, after[0]]).toEqual([1202, rowOf('7', 'new')])
  })

  it('keeps apart what begins alike', async () => {
    const { journal } = pages.page()
    await put(journal, sampleHead('a'), [rowOf('1')])
    await put(journal, sampleHead('ab'), [rowOf('2')])
    await journal.remove('a')
    expect([await journal.read('a'), (await journal.read('ab'))?.rows]).toEqual([null, [rowOf('2')]])
  })

  it('offers the sessions that no page has open, the latest first', async () => {
    const [mine, other] = [pages.page(), pages.page()]
    await put(mine.journal, sampleHead('old', { savedAtMs: 1 }))
    await put(mine.journal, sampleHead('new', { savedAtMs: 2 }))
    await other.journal.hold('new')
    expect(await mine.journal.sessions()).toMatchObject({ free: [{ id: 'old' }], isElsewhere: true })
    other.close()
    const { free, isElsewhere } = await mine.journal.sessions()
    expect([idsOf(free), isElsewhere]).toEqual([['new', 'old'], false])
  })

  it('does not offer a page its own session', async () => {
    const { journal } = pages.page()
    await put(journal, sampleHead('mine'))
    await journal.hold('mine')
    await journal.hold('mine')
    expect(await journal.sessions()).toEqual({ free: [], isElsewhere: false })
  })

  it('lets the oldest of the runs go that were kept by themselves, and none that somebody named', async () => {
    const { journal } = pages.page()
    await put(journal, sampleHead('named', { kind: 'run', savedAtMs: 0 }))
    for (let at = 1; at <= MOST_AUTOMATIC + 2; at += 1)
      await put(journal, sampleHead(`r${at}`, { kind: 'run', isAutomatic: true, savedAtMs: at }))
    const kept = idsOf(await journal.runs())
    expect([kept.length, kept[0], kept.at(-1), kept.includes('r2'), kept.includes('r3')]).toEqual([
      MOST_AUTOMATIC + 1,
      `r${MOST_AUTOMATIC + 2}`,
      'named',
      false,
      true,
    ])
  })

  it('renames a run, deletes it and brings it back; the next visit deletes it for good', async () => {
    const { journal } = pages.page()
    await put(journal, sampleHead('a', { kind: 'run' }), [rowOf('1')])
    await journal.change('a', { name: 'Best' })
    await journal.change('a', { kind: 'gone' })
    expect(await journal.runs()).toEqual([])
    await journal.change('a', { kind: 'run' })
    expect(await journal.runs()).toMatchObject([{ name: 'Best' }])
    await journal.change('a', { kind: 'gone' })
    await pages.page().journal.sessions()
    expect(await journal.read('a')).toBeNull()
  })

  it('turned off keeps nothing', async () => {
    const { journal } = pages.page()
    await journal.turnOn()
    await put(journal, sampleHead('a'), [rowOf('1')])
    await put(journal, sampleHead('b', { kind: 'run' }))
    await journal.turnOff()
    expect([await journal.isOn(), await journal.read('a'), await journal.runs()]).toEqual([false, null, []])
  })

  it('passes over what a later version wrote', async () => {
    const { journal } = pages.page()
    await put(journal, { ...sampleHead('a'), v: 2 as 1 })
    expect([await journal.read('a'), (await journal.sessions()).free]).toEqual([null, []])
  })

  it('says so where the browser keeps nothing, and works once it does', async () => {
    const { journal } = pages.page()
    const works = globalThis.indexedDB
    globalThis.indexedDB = {
      open: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    } as unknown as IDBFactory
    await expect(journal.isOn()).rejects.toMatchObject({ fault: 'refused' })
    await expect(journal.turnOn()).rejects.toBeInstanceOf(JournalError)
    globalThis.indexedDB = works
    await journal.turnOn()
    expect(await journal.isOn()).toBe(true)
  })
})

import { describe, expect, it } from 'vitest'
import { PAGE_LIMITS } from '../import/limits.ts'
import type { ReadingProgress } from '../import/reading-conditions.ts'
import { UNWATCHED } from '../import/reading-conditions.ts'
import type { ColumnRole } from '../import/recognition.ts'
import { createImportReader } from './create-import-reader.ts'
import type { ReaderPort, ReaderReply, ReaderRequest } from './reader-protocol.ts'
import { createReadingSession } from './reading-session.ts'

/** A worker that is played by hand, and one that does its work. */
function fakePort() {
  const posted: ReaderRequest[] = []
  let hear: (reply: ReaderReply) => void = () => undefined
  let lose: () => void = () => undefined
  let isEnded = false
  const port: ReaderPort = {
    post: (request) => void posted.push(request),
    onReply: (listener) => void (hear = listener),
    onLost: (listener) => void (lose = listener),
    terminate: () => void (isEnded = true),
  }
  const session = createReadingSession(UNWATCHED)
  return {
    port,
    posted,
    say: (reply: ReaderReply) => hear(reply),
    break: () => lose(),
    isEnded: () => isEnded,
    /** Answers the last request as a worker does: what it says is copied on the way. */
    async answer() {
      const request = posted.at(-1)
      if (request === undefined) throw new Error('Nothing was asked.')
      const reply: ReaderReply =
        request.kind === 'read'
          ? { kind: 'read', outcome: await session.read(request.source, request.options) }
          : { kind: 'rows', rows: session.rows(request.roles, request.from, request.count) }
      hear(structuredClone(reply))
    },
  }
}

/** Timers that run out when a test says so. */
function fakeTimers() {
  const timers = new Map<number, { readonly work: () => void; readonly ms: number }>()
  let last = 0
  return {
    setTimer: (work: () => void, ms: number) => {
      const id = ++last
      timers.set(id, { work, ms })
      return () => void timers.delete(id)
    },
    waiting: () => [...timers.values()].map(({ ms }) => ms),
    runOut(ms: number) {
      for (const [id, timer] of timers)
        if (timer.ms === ms) {
          timers.delete(id)
          timer.work()
        }
    },
  }
}

function started(count = 1) {
  const ports = Array.from({ length: count }, fakePort)
  const clock = fakeTimers()
  let next = 0
  const start = () => ports[next++]?.port ?? null
  const reader = createImportReader({ start, setTimer: clock.setTimer, patienceMs: 60_000, loadingMs: 20_000 })
  const told: ReadingProgress[] = []
  const read = (content: string, name = 'a.csv') => reader.read({ name, content }, {}, (progress) => told.push(progress))
  return { reader, ports, clock, told, read, starts: () => next }
}
const [first, second] = [0, 1]
const at = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index]
  if (item === undefined) throw new Error(`There is no ${index}.`)
  return item
}
const a: readonly ColumnRole[] = [{ kind: 'variable', name: 'a' }]
const nothing = () => undefined

describe('reading in a worker', () => {
  it('starts one for the first source, asks when it is there, and tells how far it is', async () => {
    const { ports, read, told, starts, clock } = started()
    const worker = at(ports, first)
    expect(starts()).toBe(0)
    const answer = read('a\n1\n2')
    expect([starts(), worker.posted.length, clock.waiting()]).toEqual([1, 0, [20_000]])
    worker.say({ kind: 'ready' })
    expect([worker.posted.length, clock.waiting()]).toEqual([1, [60_000]])
    worker.say({ kind: 'progress', progress: { step: 'reading', share: 0.5 } })
    await worker.answer()
    expect(await answer).toMatchObject({ ok: true, rowCount: 2, firstRows: [{ cells: ['1'] }, { cells: ['2'] }] })
    expect(told).toEqual([{ step: 'reading', share: 0.5 }])
    expect(clock.waiting()).toEqual([])
  })

  it('brings rows over in portions, and gives them back what was lost on the way', async () => {
    const { ports, read, reader } = started()
    const worker = at(ports, first)
    const answer = read(`__proto__,m\n${'1,2\n'.repeat(1200)}`)
    worker.say({ kind: 'ready' })
    await worker.answer()
    await answer
    const shares: number[] = []
    const roles: readonly ColumnRole[] = [
      { kind: 'variable', name: '__proto__' },
      { kind: 'metadata', key: 'constructor' },
    ]
    const rows = reader.rows(roles, 1100, (share) => shares.push(share))
    for (let portion = 0; portion < 3; portion++) {
      await worker.answer()
      await new Promise((resolve) => void setTimeout(resolve, 0))
    }
    const brought = await rows
    if (brought.kind !== 'rows') throw new Error(brought.kind)
    expect(brought.rows).toHaveLength(1100)
    expect(shares.at(-1)).toBe(1)
    expect(worker.posted.map((request) => (request.kind === 'rows' ? request.from : -1))).toEqual([-1, 0, 500, 1000])
    const [row] = brought.rows
    expect(Object.getPrototypeOf(row?.data)).toBeNull()
    expect(Object.entries(row?.data ?? {})).toEqual([['__proto__', '1']])
    expect(Object.entries(row?.metadata ?? {})).toEqual([['constructor', '2']])
  })

  it('ends it where a source takes too long, and starts another one for the next', async () => {
    const { ports, read, clock, starts } = started(2)
    const answer = read('a\n1')
    at(ports, first).say({ kind: 'ready' })
    clock.runOut(60_000)
    expect(await answer).toMatchObject({ ok: false, problems: [{ code: 'took-too-long', values: { seconds: 60 } }] })
    expect(at(ports, first).isEnded()).toBe(true)
    const next = read('a\n1')
    at(ports, second).say({ kind: 'ready' })
    await at(ports, second).answer()
    expect(await next).toMatchObject({ ok: true })
    expect(starts()).toBe(2)
  })

  it.each<readonly [string, (worker: ReturnType<typeof fakePort>) => void]>([
    ['breaks, as one without memory does', (worker) => worker.break()],
    ['says that it broke', (worker) => worker.say({ kind: 'broke' })],
  ])('refuses the source that it %s at', async (_, end) => {
    const { ports, read } = started()
    const answer = read('a\n1')
    at(ports, first).say({ kind: 'ready' })
    end(at(ports, first))
    expect(await answer).toMatchObject({ ok: false, problems: [{ code: 'reading-broke' }] })
    expect(at(ports, first).isEnded()).toBe(true)
  })

  it('ends it at once where it is cancelled or asked for something else, whatever it still says', async () => {
    const { ports, read, reader } = started(3)
    const cancelled = read('a\n1')
    at(ports, first).say({ kind: 'ready' })
    reader.cancel()
    expect(await cancelled).toBeNull()
    expect(at(ports, first).isEnded()).toBe(true)
    const overtaken = read('a\n2')
    at(ports, second).say({ kind: 'ready' })
    const last = read('a\n3')
    expect(await overtaken).toBeNull()
    await at(ports, second).answer()
    at(ports, 2).say({ kind: 'ready' })
    await at(ports, 2).answer()
    expect(await last).toMatchObject({ firstRows: [{ cells: ['3'] }] })
  })

  it('says of rows that they were stopped, or are gone with their worker', async () => {
    const { ports, read, reader } = started(2)
    const worker = at(ports, first)
    const answer = read('a\n1\n2')
    worker.say({ kind: 'ready' })
    await worker.answer()
    await answer
    const stopped = reader.rows(a, 2, nothing)
    reader.cancel()
    expect(await stopped).toEqual({ kind: 'stopped' })
    expect(await reader.rows(a, 2, nothing)).toEqual({ kind: 'gone' })
    expect(await reader.rows(a, 0, nothing)).toEqual({ kind: 'rows', rows: [] })
  })

  it('is let go, and begins again for who comes back', async () => {
    const { ports, read, reader } = started(2)
    const answer = read('a\n1')
    reader.dispose()
    expect(await answer).toBeNull()
    expect(at(ports, first).isEnded()).toBe(true)
    const next = read('a\n1')
    at(ports, second).say({ kind: 'ready' })
    await at(ports, second).answer()
    expect(await next).toMatchObject({ ok: true })
  })
})

describe('reading where a page allows no worker', () => {
  const steps = { setTimer: (work: () => void) => (queueMicrotask(work), nothing) }

  it('goes on in steps of the page, with progress and rows', async () => {
    const reader = createImportReader({ start: () => null, ...steps })
    const told: string[] = []
    const outcome = await reader.read({ name: 'a.csv', content: 'a\n1\n2' }, {}, ({ step }) => told.push(step))
    expect(outcome).toMatchObject({ ok: true, rowCount: 2 })
    expect(told).toEqual(['opening', 'recognising', 'reading', 'checking'])
    expect(await reader.rows(a, 2, nothing)).toMatchObject({ kind: 'rows', rows: [{ data: { a: '1' } }, { data: { a: '2' } }] })
  })

  it.each<readonly [string, string, number]>([
    ['a.csv', 'x', PAGE_LIMITS.fileBytes],
    ['a.yaml', '# x', PAGE_LIMITS.yamlBytes],
  ])('refuses more of %s than it can read at once, with what to do', async (name, piece, limitBytes) => {
    const reader = createImportReader({ start: () => null, ...steps })
    const content = piece.repeat(limitBytes)
    expect(await reader.read({ name, content }, {}, nothing)).toMatchObject({
      ok: false,
      problems: [{ code: 'too-large-here', values: { limitBytes } }],
    })
  })

  it('is found out by a worker that never comes, or is lost before it is there', async () => {
    for (const refuse of ['late', 'lost'] as const) {
      const { ports, read, clock } = started()
      const answer = read('a\n1')
      if (refuse === 'late') clock.runOut(20_000)
      else at(ports, first).break()
      for (let step = 0; step < 20; step++) {
        await new Promise((resolve) => void setTimeout(resolve, 0))
        clock.runOut(0)
      }
      expect(await answer).toMatchObject({ ok: true, rowCount: 1 })
    }
  })

  it('drops what was overtaken', async () => {
    const reader = createImportReader({ start: () => null, ...steps })
    const overtaken = reader.read({ name: 'a.csv', content: 'a\n1' }, {}, nothing)
    const last = reader.read({ name: 'a.csv', content: 'a\n2' }, {}, nothing)
    expect(await overtaken).toBeNull()
    expect(await last).toMatchObject({ firstRows: [{ cells: ['2'] }] })
  })
})

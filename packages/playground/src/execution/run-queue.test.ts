import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settled } from './fake-realm.ts'
import { createRunQueue } from './run-queue.ts'

function setUp(firstLimit: number) {
  let limit = firstLimit
  const started: string[] = []
  const ends = new Map<string, () => void>()
  const queue = createRunQueue<{ id: string; order: number }>({
    limit: () => limit,
    start(job) {
      started.push(job.id)
      return new Promise((resolve) => ends.set(job.id, resolve))
    },
  })
  return {
    queue,
    started,
    running: () => ends.size,
    jobs: (...ids: readonly string[]) => ids.map((id) => ({ id, order: Number(id) })),
    setLimit: (next: number) => void (limit = next),
    end: async (id: string) => {
      ends.get(id)?.()
      ends.delete(id)
      await settled()
    },
  }
}

describe('a run queue', () => {
  it('starts in order, as many as it may', async () => {
    const { queue, started, jobs, end } = setUp(2)
    queue.add(jobs('1', '2', '3', '4'))
    expect(started).toEqual(['1', '2'])
    expect([...queue.waiting.keys()]).toEqual(['3', '4'])
    await end('2')
    expect(started).toEqual(['1', '2', '3'])
  })

  it('starts no more in one turn than it is told, none in the turn that adds more than that, and the rest later', () => {
    const later: (() => void)[] = []
    const started: string[] = []
    const queue = createRunQueue<{ id: string; order: number }>({
      limit: () => 100,
      start: (job) => {
        started.push(job.id)
        return new Promise(() => undefined)
      },
      turn: { most: 2, later: (work) => void later.push(work) },
    })
    queue.add(['1', '2', '3', '4', '5'].map((id) => ({ id, order: Number(id) })))
    queue.pump()
    expect(started).toEqual([])
    expect(later).toHaveLength(1)
    later.shift()?.()
    expect(started).toEqual(['1', '2'])
    later.shift()?.()
    expect(started).toEqual(['1', '2', '3', '4'])
    queue.add([{ id: '6', order: 6 }])
    expect(started).toEqual(['1', '2', '3', '4'])
    later.shift()?.()
    expect(started).toEqual(['1', '2', '3', '4', '5', '6'])
  })

  it('puts thousands back in their places as one', () => {
    const { queue, jobs } = setUp(1)
    queue.pause()
    const all = jobs(...Array.from({ length: 5000 }, (_, index) => String(index)))
    for (const job of all.toReversed()) queue.putBack(job)
    expect([...queue.waiting.keys()]).toEqual(all.map(({ id }) => id))
  })

  it('always starts one, whatever the limit says', () => {
    const { queue, started, jobs } = setUp(0)
    queue.add(jobs('1', '2'))
    expect(started).toEqual(['1'])
  })

  it('takes out what has not started', async () => {
    const { queue, started, jobs, end } = setUp(1)
    queue.add(jobs('1', '2', '3'))
    expect(queue.remove('2')?.id).toBe('2')
    expect(queue.remove('1')).toBeUndefined()
    await end('1')
    expect(started).toEqual(['1', '3'])
  })

  it('starts nothing while it is paused', async () => {
    const { queue, started, jobs, end } = setUp(1)
    queue.add(jobs('1', '2'))
    queue.pause()
    await end('1')
    queue.add(jobs('3'))
    expect(started).toEqual(['1'])
    queue.resume()
    expect(started).toEqual(['1', '2'])
  })

  it('puts back where it was', async () => {
    const { queue, jobs, end } = setUp(3)
    queue.add(jobs('1', '2', '3', '4', '5'))
    queue.pause()
    for (const job of jobs('3', '1')) queue.putBack(job)
    await end('2')
    expect([...queue.waiting.keys()]).toEqual(['1', '3', '4', '5'])
  })

  it('follows a limit that changes', async () => {
    const { queue, started, jobs, setLimit, end } = setUp(1)
    queue.add(jobs('1', '2', '3', '4'))
    setLimit(3)
    queue.pump()
    expect(started).toHaveLength(3)
    setLimit(1)
    await end('1')
    await end('2')
    expect(started).toHaveLength(3)
    await end('3')
    expect(started).toHaveLength(4)
  })

  it('runs everything once and never more than it may, whatever ends when', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.array(fc.nat(20), { maxLength: 30 }), async (limit, picks) => {
        const { queue, started, jobs, end, running } = setUp(limit)
        queue.add(jobs(...picks.map((_pick, index) => String(index))))
        for (const pick of picks) {
          expect(running()).toBeLessThanOrEqual(limit)
          const open = started.slice(-limit)
          await end(open[pick % Math.max(1, open.length)] ?? '')
        }
        for (const id of started) await end(id)
        expect(started).toEqual(picks.map((_pick, index) => String(index)))
        expect(running()).toBe(0)
      }),
      { numRuns: 30 },
    )
  })
})

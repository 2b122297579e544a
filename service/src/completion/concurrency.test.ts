import { describe, expect, it } from 'vitest'
import { type Ticket, createConcurrency } from './concurrency.ts'
import { createRunAbort } from './run-abort.ts'
import { waitForTurn } from './wait-for-turn.ts'

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const ticketOf = (ticket: Ticket | null): Ticket => {
  if (ticket === null) throw new Error('no place')
  return ticket
}

describe('createConcurrency', () => {
  it('lets as many run at once as the limit says, per key', () => {
    const concurrency = createConcurrency(2)
    expect([1, 2, 3].map(() => ticketOf(concurrency.enter('a', 'p')).turn === null)).toEqual([true, true, false])
    expect(ticketOf(concurrency.enter('b', 'p')).turn).toBeNull()
  })

  it('takes owners in turn, and each owner first come first served', async () => {
    const concurrency = createConcurrency(1)
    const running = ticketOf(concurrency.enter('k', 'big'))
    const order: string[] = []
    const wait = async (name: string, owner: string): Promise<void> => {
      const ticket = ticketOf(concurrency.enter('k', owner))
      await ticket.turn
      order.push(name)
      ticket.release()
    }
    for (const name of ['big 1', 'big 2', 'big 3']) void wait(name, 'big')
    void wait('small 1', 'small')
    running.release()
    await settled()
    expect(order).toEqual(['big 1', 'small 1', 'big 2', 'big 3'])
  })

  it('turns away whom it could not serve in time', () => {
    const concurrency = createConcurrency(1)
    const given = Array.from({ length: 18 }, () => concurrency.enter('k', 'p'))
    expect(given.filter((ticket) => ticket === null)).toHaveLength(1)
    expect(given.at(-1)).toBeNull()
  })

  it('gives the place of one that stopped waiting to the next', async () => {
    const concurrency = createConcurrency(1)
    const running = ticketOf(concurrency.enter('k', 'p'))
    const impatient = ticketOf(concurrency.enter('k', 'p'))
    const patient = ticketOf(concurrency.enter('k', 'p'))
    impatient.release()
    running.release()
    await patient.turn
    patient.release()
    expect(ticketOf(concurrency.enter('k', 'p')).turn).toBeNull()
  })
})

describe('waitForTurn', () => {
  it('ends when the run is given up', async () => {
    const controller = new AbortController()
    const waiting = waitForTurn({ turn: new Promise(() => {}), release: () => {} }, controller.signal)
    controller.abort()
    await expect(waiting).resolves.toBeUndefined()
  })
})

const sources = (changes: { client?: AbortSignal; lifecycle?: AbortSignal; deadlineMs?: number } = {}) => ({
  client: new AbortController().signal,
  lifecycle: new AbortController().signal,
  deadlineMs: 60_000,
  ...changes,
})

describe('createRunAbort', () => {
  it('names who ended the run', async () => {
    const client = new AbortController()
    const left = createRunAbort(sources({ client: client.signal }))
    client.abort()
    expect(left.signal.reason).toEqual({ code: 'cancelled' })

    const lifecycle = new AbortController()
    const drained = createRunAbort(sources({ lifecycle: lifecycle.signal }))
    lifecycle.abort({ code: 'draining' })
    expect(drained.signal.reason).toEqual({ code: 'draining' })

    const late = createRunAbort(sources({ deadlineMs: 1 }))
    await new Promise((resolve) => late.signal.addEventListener('abort', resolve))
    expect(late.signal.reason).toEqual({ code: 'deadline_exceeded' })
    for (const abort of [left, drained]) abort.dispose()
  })

  it('sees a caller that had left before', () => {
    const abort = createRunAbort(sources({ client: AbortSignal.abort() }))
    expect(abort.signal.aborted).toBe(true)
    abort.dispose()
  })

  it('stops listening once the run is over', () => {
    const client = new AbortController()
    const abort = createRunAbort(sources({ client: client.signal }))
    abort.dispose()
    client.abort()
    expect(abort.signal.aborted).toBe(false)
  })
})

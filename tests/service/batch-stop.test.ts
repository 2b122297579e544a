import { SILENCE, chatCompletion } from '@vitrine/testkit'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { batchOf, callBatch, endOf, endsOf, eventsIn, numberIn, rowsOf } from './batch-calls.ts'
import { PROJECT, type ReceivedEvent, bearer, call, failureOf } from './calls.ts'
import { serviceOverFake } from './service-over-fake.ts'

const OTHER = '11111111-2222-4333-8444-555555555555'

const on = serviceOverFake()

let before = 0
let runs = 0
let run = ''
beforeEach(() => {
  before = on.provider.requests.length
  run = `run ${++runs}`.replace(' ', '-')
})
const asked = () => on.provider.requests.slice(before).map(({ text }) => numberIn(text))
const untilAsked = async (count: number): Promise<void> => {
  while (asked().length < count) await sleep(5)
}
const stopRows = (row_ids: readonly string[], rest: { readonly run?: string; readonly project?: string; readonly sub?: string } = {}) =>
  call(
    on.service.url,
    { run_id: rest.run ?? run, row_ids },
    {
      path: `/services/completion/batch/stop?project_id=${rest.project ?? PROJECT}`,
      headers: { authorization: bearer({ projects: [PROJECT, OTHER], sub: rest.sub ?? 'tester' }) },
    },
  )
const stopped = async (response: Promise<Response>) => ((await (await response).json()) as { stopped: number }).stopped

async function eventsOf(wanted: object): Promise<readonly ReceivedEvent[]> {
  const events: ReceivedEvent[] = []
  const response = await callBatch(on.service.url, wanted, { headers: { 'x-vitrine-run': run } })
  for await (const event of eventsIn(response)) events.push(event)
  return events
}

describe('rows of a batch that are stopped', () => {
  it('end as cancelled where they run, with their call to the provider, and the others go on', async () => {
    on.provider.respond(({ text }) => (numberIn(text) === '1' ? SILENCE : chatCompletion(`It is ${numberIn(text)}.`)))
    const events = eventsOf(batchOf(rowsOf(6), { concurrency: 2, stop_on_error: true }))
    await untilAsked(6)
    const stoppedMs = performance.now()
    expect(await stopped(stopRows(['row 1']))).toBe(1)
    await on.provider.requests.slice(before).find(({ text }) => numberIn(text) === '1')?.closed
    expect(performance.now() - stoppedMs).toBeLessThan(250)
    const ends = new Map(endsOf(await events))
    expect(ends.get('row 1')).toBe('cancelled')
    expect([...ends.values()].filter((end) => end.startsWith('It is'))).toHaveLength(5)
    expect(endOf(await events)).toEqual({
      counts: { rows: 6, succeeded: 5, failed: 1, not_started: 0, replayed: 0 },
      not_started: [],
    })
  })

  it('never begin where they have not begun, and are named', async () => {
    const gate = Promise.withResolvers<void>()
    on.provider.respond(async ({ text }) => {
      await gate.promise
      return chatCompletion(`It is ${numberIn(text)}.`)
    })
    const events = eventsOf(batchOf(rowsOf(8), { concurrency: 2 }))
    await untilAsked(2)
    expect(await stopped(stopRows(['row 3', 'row 4', 'row 7', 'row 99']))).toBe(3)
    expect(await stopped(stopRows(['row 3']))).toBe(0)
    gate.resolve()
    expect(endOf(await events)).toEqual({
      counts: { rows: 8, succeeded: 5, failed: 0, not_started: 3, replayed: 0 },
      not_started: ['row 3', 'row 4', 'row 7'],
    })
    expect(asked().toSorted()).toEqual(['0', '1', '2', '5', '6'])
  })

  it('are nobody else\u2019s: not those of another project, caller, or run, and not what has ended', async () => {
    const gate = Promise.withResolvers<void>()
    on.provider.respond(async () => {
      await gate.promise
      return chatCompletion('x')
    })
    const events = eventsOf(batchOf(rowsOf(3), { concurrency: 3 }))
    await untilAsked(3)
    for (const rest of [{ project: OTHER }, { sub: 'somebody' }, { run: 'another' }])
      expect(await stopped(stopRows(['row 0'], rest))).toBe(0)
    gate.resolve()
    expect(endOf(await events)).toMatchObject({ counts: { succeeded: 3 } })
    expect(await stopped(stopRows(['row 0']))).toBe(0)
  })

  it('have to be named, by somebody who may', async () => {
    const { status, detail } = await failureOf(stopRows([]))
    expect([status, detail.code]).toEqual([422, 'invalid_request'])
    const anonymous = call(
      on.service.url,
      { run_id: run, row_ids: ['a'] },
      { path: '/services/chat/batch/stop', headers: { authorization: '' } },
    )
    expect((await anonymous).status).toBe(401)
  })
})

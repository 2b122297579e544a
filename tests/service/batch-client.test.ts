import type { BatchRunEvent } from '@vitrine/client'
import { chatCompletion } from '@vitrine/testkit'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { clientOf, requestFor } from '../running/service-client.ts'
import { numberIn } from './batch-calls.ts'
import { serviceOverFake } from './service-over-fake.ts'

const on = serviceOverFake()

const { ag_config } = requestFor('openai/gpt-4o-mini', 'Say {{n}}.')
const rows = Array.from({ length: 50 }, (_, at) => ({ row_id: String(at), inputs: { n: String(at) }, idempotency_key: `resumed ${at}` }))

it('lets a client that was stopped go on with the rows that have no result, each paid for once', async () => {
  const answered: string[] = []
  on.provider.respond(({ text }) => {
    answered.push(numberIn(text))
    return chatCompletion(`It is ${numberIn(text)}.`)
  })
  const client = clientOf(on.service.url)
  const results = new Map<string, unknown>()
  const keep = (event: BatchRunEvent): void => {
    if (event.type === 'row-result') results.set(event.rowId, event.response.data)
  }
  for await (const event of client.batch('completion', { ag_config, rows, concurrency: 1 }, { runId: 'run' })) {
    keep(event)
    if (results.size === 20) break
  }
  // A row that is still running would be told so: until the service has noticed, there is nothing to go on with.
  for (let last = -1; last !== answered.length || on.provider.ledger.open > 0; await sleep(100)) last = answered.length
  const left = rows.filter(({ row_id }) => !results.has(row_id))
  const events: BatchRunEvent[] = []
  for await (const event of client.batch('completion', { ag_config, rows: left, concurrency: 10 }, { runId: 'run' })) {
    keep(event)
    events.push(event)
  }
  expect(left).toHaveLength(30)
  expect(results).toEqual(new Map(rows.map(({ row_id }) => [row_id, `It is ${row_id}.`])))
  expect(events.at(-1)).toMatchObject({ type: 'batch-end', counts: { rows: 30, failed: 0, notStarted: 0 }, notStarted: [] })
  // One row was on its way when the client stopped; what had been answered by then was kept.
  expect(answered.length).toBeLessThanOrEqual(51)
})

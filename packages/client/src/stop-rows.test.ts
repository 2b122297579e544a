import { describe, expect, it } from 'vitest'
import { fakeService, json } from './fake-service.ts'
import type { PreparedBatch } from './open-batch.ts'
import { stopRows } from './stop-rows.ts'

const batch = (runId?: string): PreparedBatch => ({
  prefix: 'https://s.test/services',
  projectId: 'p 1',
  mode: 'chat',
  token: 'token',
  headers: { 'x-host': 'h' },
  body: { ag_config: { prompt: { messages: [], llm_config: { model: 'm' } } }, rows: [], concurrency: 1 },
  options: { deadlineMs: 5000, ...(runId === undefined ? {} : { runId }) },
})
const transportOf = (service: ReturnType<typeof fakeService>) => ({ fetch: service.fetch, isOnline: () => true })

describe('stopRows', () => {
  it('names the run and its rows', async () => {
    const service = fakeService(json({ stopped: 2 }))
    expect(await stopRows(transportOf(service), batch('run'), ['a', 'b'])).toBe(2)
    expect(service.sent[0]).toMatchObject({
      method: 'POST',
      url: 'https://s.test/services/chat/batch/stop?project_id=p%201',
      body: { run_id: 'run', row_ids: ['a', 'b'] },
    })
    expect(Object.fromEntries(service.sent[0]?.headers ?? [])).toEqual({
      authorization: 'Bearer token',
      accept: 'application/json',
      'content-type': 'application/json',
      'x-host': 'h',
    })
  })

  it('ends nothing where the service cannot be asked or says something else, and asks for nothing without a run', async () => {
    expect(await stopRows(transportOf(fakeService(json({ detail: 'No.' }, 404))), batch('run'), ['a'])).toBe(0)
    for (const reply of [json([]), json({ stopped: 'all' }), new Response('<html>')])
      expect(await stopRows(transportOf(fakeService(reply)), batch('run'), ['a'])).toBe(0)
    const broken = { fetch: () => Promise.reject(new TypeError('no')), isOnline: () => true }
    expect(await stopRows(broken, batch('run'), ['a'])).toBe(0)
    const service = fakeService()
    expect(await stopRows(transportOf(service), batch(), ['a'])).toBe(0)
    expect(service.sent).toEqual([])
  })
})

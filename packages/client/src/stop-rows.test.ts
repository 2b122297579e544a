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
    expect(await stopRows(transportOf(service), batch('run'), ['a', 'b'])).toBe(true)
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

  it('says where the service could not be asked, and asks for nothing without a run', async () => {
    expect(await stopRows(transportOf(fakeService(json({ detail: 'No.' }, 404))), batch('run'), ['a'])).toBe(false)
    const broken = { fetch: () => Promise.reject(new TypeError('no')), isOnline: () => true }
    expect(await stopRows(broken, batch('run'), ['a'])).toBe(false)
    const service = fakeService()
    expect(await stopRows(transportOf(service), batch(), ['a'])).toBe(false)
    expect(service.sent).toEqual([])
  })
})

import { type FakeProvider, chatCompletion, chatFailure, startFakeProvider } from '@vitrine/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { batchOf, callBatch, keyedRowsOf, numberIn, rowsOf } from './batch-calls.ts'
import { eventsOf } from './calls.ts'
import { type OtlpReceiver, type ReceivedSpan, startOtlpReceiver } from './otlp-receiver.ts'
import { type SpawnedService, spawnService } from './spawned-service.ts'

let provider: FakeProvider
let receiver: OtlpReceiver
let service: SpawnedService
beforeEach(async () => {
  provider = await startFakeProvider()
  receiver = await startOtlpReceiver()
  service = await spawnService({
    OPENAI_API_KEY: 'sk-test-key-0123456789',
    OPENAI_BASE_URL: provider.baseUrl,
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_BSP_SCHEDULE_DELAY: '50',
  })
})
afterEach(async () => {
  await service.stop()
  await Promise.all([receiver.close(), provider.close()])
})

const rootsNamed = (name: string): readonly ReceivedSpan[] => receiver.spans().filter((span) => span.name === name)

describe('the traces of a batch', () => {
  it('are one of each row, linked to the one of the batch, which has the counts', async () => {
    provider.respond(({ text }) => (numberIn(text) === '3' ? chatFailure(400, { message: 'No.' }) : chatCompletion('x')))
    const rows = [...rowsOf(8), { row_id: 'empty', inputs: {} }]
    const response = await callBatch(service.url, batchOf(rows), {
      headers: { 'x-vitrine-run': 'run-7', traceparent: `00-${'c'.repeat(32)}-${'d'.repeat(16)}-01` },
    })
    const events = await eventsOf(response)
    await service.stop()
    const [batch] = rootsNamed('POST /services/completion/batch')
    expect(batch?.traceId).toBe('c'.repeat(32))
    expect(response.headers.get('x-trace-id')).toBe(batch?.traceId)
    expect(batch?.attributes).toMatchObject({
      'playground.run.id': 'run-7',
      'playground.batch.rows': 9,
      'playground.batch.concurrency': 10,
      'playground.batch.rows.succeeded': 7,
      'playground.batch.rows.failed': 2,
      'playground.batch.rows.not_started': 0,
      'playground.batch.rows.replayed': 0,
    })
    const told = new Map(events.filter(({ type }) => type === 'row-start').map(({ data }) => [data['row_id'], data['trace_id']]))
    const roots = rootsNamed('/services/completion/batch row')
    expect(new Map(roots.map(({ attributes, traceId }) => [attributes['playground.row.id'], traceId]))).toEqual(told)
    expect(new Set([...told.values(), batch?.traceId]).size).toBe(10)
    for (const root of roots) {
      expect(root.links).toMatchObject([{ traceId: batch?.traceId, spanId: batch?.spanId }])
      expect(root.parentSpanId ?? '').toBe('')
      expect(root.attributes).toMatchObject({ 'playground.run.id': 'run-7', 'playground.mode': 'completion' })
    }
    const failed = roots.filter(({ status }) => status.code === 2)
    expect(new Map(failed.map(({ attributes }) => [attributes['playground.row.id'], attributes['error.type']]))).toEqual(
      new Map([
        ['row 3', 'provider_error'],
        ['empty', 'missing_variables'],
      ]),
    )
  })

  it('are whole in a collector and in the result of the row alike', async () => {
    provider.respond(() => chatCompletion('x'))
    const events = await eventsOf(callBatch(service.url, batchOf(rowsOf(2))))
    await service.stop()
    for (const { data } of events.filter(({ type }) => type === 'row-result')) {
      const { nodes } = data['tree'] as { nodes: readonly { span_id: string; name: string }[] }
      const exported = receiver.spans().filter(({ traceId }) => traceId === data['trace_id'])
      expect(exported.map(({ spanId }) => spanId).toSorted()).toEqual(nodes.map(({ span_id }) => span_id).toSorted())
      expect(nodes.map(({ name }) => name)).toEqual([
        '/services/completion/batch row',
        'prompt.render',
        'chat gpt-4o-mini',
        expect.stringMatching(/^POST 127\.0\.0\.1/),
      ])
    }
  })

  it('are all exported, also of a large batch', async () => {
    provider.respond(() => chatCompletion('x'))
    await eventsOf(callBatch(service.url, batchOf(rowsOf(2000), { concurrency: 50 })))
    await service.stop()
    expect(rootsNamed('/services/completion/batch row')).toHaveLength(2000)
    expect(receiver.spans()).toHaveLength(2000 * 4 + 3)
  })

  it('say of a replayed row that it is one', async () => {
    provider.respond(() => chatCompletion('x'))
    const rows = keyedRowsOf(1, 'k')
    const first = (await eventsOf(callBatch(service.url, batchOf(rows)))).find(({ type }) => type === 'row-result')
    await eventsOf(callBatch(service.url, batchOf(rows)))
    await service.stop()
    const replays = rootsNamed('/services/completion/batch row').filter(({ attributes }) => attributes['playground.replayed'] === true)
    expect(replays).toHaveLength(1)
    expect(replays[0]?.traceId).not.toBe(first?.data['trace_id'])
  })
})

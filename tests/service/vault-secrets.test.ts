import { PROVIDER_DEFINITIONS } from '@vitrine/providers'
import { type FakeProvider, type FakeReply, jsonReply, sseReply, startFakeProvider } from '@vitrine/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf, call } from './calls.ts'
import { type OtlpReceiver, startOtlpReceiver } from './otlp-receiver.ts'
import { SECRET, type SpawnedService, spawnService } from './spawned-service.ts'

const KEYED = PROVIDER_DEFINITIONS.filter(({ id }) => id !== 'demo').map(({ id }) => id)
const keyOf = (provider: string): string => `vk-${provider}-Canary/8f3a+${provider.length}c1=e7`
const METRICS_PORT = String(21_000 + (process.pid % 20_000))

/** A provider that writes the credential it was given wherever something can be written. */
function echoing({ headers, path, text }: { headers: Readonly<Record<string, string>>; path: string; text: string }): FakeReply {
  const said = `${headers['authorization'] ?? ''} ${headers['x-api-key'] ?? ''} ${text.length}`
  const reply = { headers: { 'x-request-id': said, 'x-debug': said } }
  if (path.endsWith('/models') || path.endsWith('/info')) {
    const key = said.split(' ').find((word) => word.includes('Canary'))
    return jsonReply({ data: [{ id: key }, { id: 'plain', name: key, owned_by: said }] }, reply)
  }
  if (text.includes('"ask for a refusal"')) {
    return jsonReply({ error: { message: said, type: said, code: said, param: said, metadata: { raw: said } } }, { status: 400, ...reply })
  }
  const choice = { index: 0, message: { role: 'assistant', content: said, reasoning_content: said }, finish_reason: 'stop' }
  if (!text.includes('"stream":true'))
    return jsonReply({ id: said, model: said, choices: [choice], content: [{ type: 'text', text: said }] }, reply)
  return sseReply([JSON.stringify({ id: said, choices: [{ index: 0, delta: { content: said } }], strange: { said } }), said], reply)
}

describe('the keys of the environment', () => {
  let provider: FakeProvider
  let receiver: OtlpReceiver
  let service: SpawnedService
  beforeAll(async () => {
    ;[provider, receiver] = await Promise.all([startFakeProvider(), startOtlpReceiver()])
    provider.respond(echoing)
    const access = KEYED.flatMap((id) => [
      [`${id.toUpperCase()}_API_KEY`, keyOf(id)],
      [`${id.toUpperCase()}_BASE_URL`, provider.baseUrl],
    ])
    service = await spawnService({
      ...Object.fromEntries(access),
      VITRINE_LOG_LEVEL: 'debug',
      VITRINE_METRICS_PORT: METRICS_PORT,
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
      OTEL_BSP_SCHEDULE_DELAY: '50',
      OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'SPAN_AND_EVENT',
    })
  })
  afterAll(async () => {
    await service.stop()
    await receiver.close()
    await provider.close()
  })

  const left: string[] = []
  const keep = async (answer: Promise<Response>): Promise<void> => {
    const response = await answer
    left.push(JSON.stringify([...response.headers]), await response.text())
  }

  it('reach their providers', async () => {
    for (const id of KEYED) {
      const before = provider.requests.length
      for (const content of ['ask for an answer', 'ask for a refusal']) {
        for (const accept of ['application/json', 'text/event-stream']) {
          const headers = { accept, 'x-vitrine-wire': 'full' }
          const raw = { model: `${id}/m`, body: { stream: accept !== 'application/json', messages: [{ role: 'user', content }] } }
          await keep(call(service.url, bodyOf(content, { model: `${id}/m` }), { headers }))
          await keep(call(service.url, raw, { headers, path: '/services/chat/raw' }))
        }
      }
      const sent = provider.requests.slice(before)
      expect(sent.length).toBeGreaterThanOrEqual(8)
      for (const { headers } of sent) expect(Object.values(headers).join(' ')).toContain(keyOf(id))
      await keep(call(service.url, bodyOf('x', { model: `${id}/m` }), { path: '/services/completion/preview' }))
    }
  })

  it('and nobody else: no answer, list, document, figure, log or trace has one', async () => {
    await keep(call(service.url, null, { path: '/services/models', method: 'GET' }))
    for (const path of [
      '/services/chat/openapi.json',
      '/services/completion/openapi.json',
      '/docs',
      '/health',
      '/services/dev-token',
      '/nothing',
    ]) {
      await keep(fetch(`${service.url}${path}`))
    }
    await keep(fetch(`http://127.0.0.1:${METRICS_PORT}/metrics`))
    await service.stop()
    const everything = [...left, service.output(), ...receiver.bodies.map(String)].join('\n')
    expect(everything.length).toBeGreaterThan(100_000)
    expect(receiver.spans().length).toBeGreaterThan(100)
    for (const id of KEYED) {
      for (const spelling of [keyOf(id), encodeURIComponent(keyOf(id)), JSON.stringify(keyOf(id)).slice(1, -1)]) {
        expect([id, everything.includes(spelling)]).toEqual([id, false])
      }
    }
    expect(everything).not.toContain(SECRET)
    expect(everything.split('***').length).toBeGreaterThan(100)
  })
})

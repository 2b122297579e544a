import { chatFailure, chatStream, startFakeProvider, type FakeProvider } from '@vitrine/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf, call, failureOf } from '../service/calls.ts'
import { spawnService, type SpawnedService } from '../service/spawned-service.ts'

let provider: FakeProvider
let other: FakeProvider
let service: SpawnedService

beforeAll(async () => {
  ;[provider, other] = [await startFakeProvider(), await startFakeProvider()]
  service = await spawnService({
    OPENAI_API_KEY: 'sk-storm-one',
    OPENAI_BASE_URL: provider.baseUrl,
    LITELLM_API_KEY: 'sk-storm-two',
    LITELLM_BASE_URL: other.baseUrl,
  })
})
afterAll(async () => {
  await service.stop()
  await Promise.all([provider.close(), other.close()])
})

describe('a provider that fails again and again', () => {
  it('is left alone, and callers are told for how long', async () => {
    provider.respond(() => chatFailure(500, { message: 'broken' }, { 'retry-after-ms': '1' }))
    other.respond(() => chatStream('Hi'))
    const codes: string[] = []
    for (let calls = 0; calls < 30 && codes.at(-1) !== 'provider_circuit_open'; calls += 1) {
      codes.push((await failureOf(call(service.url, bodyOf('Hello?')))).detail.code)
    }
    expect(new Set(codes.slice(0, -1))).toEqual(new Set(['provider_error']))
    const { received } = provider.ledger
    expect(received).toBeGreaterThanOrEqual(20)
    const refused = await failureOf(call(service.url, bodyOf('Hello?')))
    expect(refused.status).toBe(503)
    expect(refused.detail).toMatchObject({ code: 'provider_circuit_open', message: expect.stringMatching(/Run again in \d+ s/) })
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(30)
    expect(provider.ledger.received).toBe(received)
  })

  it('holds up nobody who calls another', async () => {
    const answered = await call(service.url, bodyOf('Hello?', { model: 'litellm/any-model', stream: true }))
    expect(answered.status).toBe(200)
    expect(await answered.text()).toContain('Hi')
  })
})

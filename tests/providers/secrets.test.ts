import { gunzipSync } from 'node:zlib'
import {
  chatBeginning,
  chatChunk,
  chatCompletion,
  chatFailure,
  chatStream,
  jsonReply,
  startFakeProvider,
  type FakeProvider,
  type FakeReply,
} from '@vitrine/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf, call } from '../service/calls.ts'
import { startOtlpReceiver, type OtlpReceiver } from '../service/otlp-receiver.ts'
import { spawnService, type SpawnedService } from '../service/spawned-service.ts'
import { CANARIES, OWN_KEY, type Canary } from './canaries.data.ts'

/** Nothing of this passes, so that each is asked for once and none tells of a provider in trouble. */
const refusal = { type: 'invalid_request_error', code: 'invalid_prompt', param: null }
const errorEvent = (message: string): string => JSON.stringify({ error: { ...refusal, message } })
const isHeaderText = (text: string): boolean => /^[\x20-\x7e]*$/.test(text)

/** Every place in which a provider or a gateway may quote a secret. */
const PLACES: readonly [string, (quoted: string) => FakeReply][] = [
  ['the message of a refusal', (quoted) => chatFailure(400, { message: `No: ${quoted}`, code: 'invalid_prompt' })],
  [
    'the body behind it',
    (quoted) =>
      jsonReply(
        { error: { ...refusal, message: 'No', metadata: { raw: `{"message": "${quoted}"}`, headers: [quoted] } } },
        { status: 400 },
      ),
  ],
  ['the code of a refusal', (quoted) => jsonReply({ error: { ...refusal, message: 'No', code: quoted, param: quoted } }, { status: 422 })],
  ['another shape of refusal', (quoted) => jsonReply({ detail: quoted, [quoted]: true }, { status: 400 })],
  [
    'a refusal that is no JSON',
    (quoted) => ({ status: 400, headers: { 'content-type': 'text/plain' }, body: `upstream said: ${quoted}\n` }),
  ],
  ['a page', (quoted) => ({ status: 403, headers: { 'content-type': 'text/html' }, body: `<html><p>${quoted}</p></html>` })],
  [
    'the headers',
    (quoted) =>
      chatFailure(400, { message: 'No' }, isHeaderText(quoted) ? { 'x-debug': quoted, 'x-request-id': quoted, 'set-cookie': quoted } : {}),
  ],
  ['a good status', (quoted) => jsonReply({ error: { ...refusal, message: quoted } })],
  ['an error event', (quoted) => chatBeginning('Hm', [errorEvent(quoted), '[DONE]'])],
  ['an error event before any text', (quoted) => chatBeginning('', [errorEvent(quoted), '[DONE]'])],
  ['an event that is not JSON', (quoted) => chatBeginning('Hm', [`garbled ${quoted.replaceAll('\n', ' ')}`])],
  [
    'an event of no known kind',
    (quoted) =>
      chatStream('Hm', {
        body: `data: ${JSON.stringify({ object: 'debug.dump', error_log: quoted, nested: [{ quoted }] })}\n\n${String(chatStream('Hm').body)}`,
      }),
  ],
  ['a body that is no answer', (quoted) => jsonReply({ debug: quoted })],
]

/** Places where text of the model stands: only our own key is looked for there, for a model may write about anybody's. */
const CONTENT: readonly [string, (quoted: string) => FakeReply][] = [
  ['an answer', (quoted) => chatCompletion(`You sent ${quoted}`)],
  ['a streamed answer', (quoted) => chatBeginning('', [chatChunk({ content: `You sent ${quoted}` }), chatChunk({}, 'stop'), '[DONE]'])],
  [
    'thoughts and calls',
    (quoted) =>
      chatBeginning('', [
        chatChunk({ reasoning_content: quoted }),
        chatChunk({ tool_calls: [{ index: 0, id: quoted, function: { name: 'f', arguments: JSON.stringify({ quoted }) } }] }),
        chatChunk({}, 'tool_calls'),
        '[DONE]',
      ]),
  ],
  [
    'the name of the model',
    (quoted) => jsonReply({ id: quoted, model: quoted, choices: [{ message: { content: 'Hi' }, finish_reason: quoted }] }),
  ],
]

let provider: FakeProvider
let collector: OtlpReceiver
let service: SpawnedService
/** All that left the service but for its requests to the provider. */
const left: string[] = []

beforeAll(async () => {
  provider = await startFakeProvider()
  collector = await startOtlpReceiver()
  service = await spawnService({
    OPENAI_API_KEY: OWN_KEY,
    OPENAI_BASE_URL: provider.baseUrl,
    VITRINE_MODE: 'production',
    VITRINE_LOG_LEVEL: 'debug',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_BSP_SCHEDULE_DELAY: '50',
    OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'SPAN_AND_EVENT',
  })
})
afterAll(async () => {
  await collector.close()
  await provider.close()
})

async function ask(reply: FakeReply, accept: string): Promise<void> {
  provider.enqueue(reply)
  const response = await call(service.url, bodyOf('Hello?'), { headers: { accept, 'x-vitrine-wire': 'full' } })
  left.push(JSON.stringify([...response.headers]), await response.text())
}

async function quote(canaries: readonly Canary[], places: typeof PLACES): Promise<number> {
  let asked = 0
  for (const { quoted } of canaries) {
    for (const [, reply] of places) {
      for (const accept of ['application/json', 'text/event-stream']) {
        await ask(reply(quoted), accept)
        asked += 1
      }
    }
  }
  return asked
}

function unpacked(body: Buffer): Buffer {
  return body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1)

/** As it would stand in a text, in JSON, and in JSON within JSON. */
const written = (secret: string): readonly string[] => [secret, inJson(secret), inJson(inJson(secret))]

describe('secrets', () => {
  it('are forty and more', () => {
    expect(CANARIES.length).toBeGreaterThanOrEqual(40)
    expect(new Set(CANARIES.map(({ quoted }) => quoted)).size).toBe(CANARIES.length)
  })

  it('are in nothing that leaves the service, wherever a provider quotes them', async () => {
    const asked = await quote(CANARIES, PLACES)
    const echoed = await quote(
      CANARIES.filter(({ secret }) => secret === OWN_KEY),
      CONTENT,
    )
    expect(provider.ledger.received).toBe(asked + echoed)
    expect(provider.requests.every(({ headers }) => headers['authorization'] === `Bearer ${OWN_KEY}`)).toBe(true)
    provider.respond(() => chatFailure(500, { message: `Broken, with ${OWN_KEY}` }))
    await ask(chatFailure(500, { message: `Broken, with ${OWN_KEY}` }), 'application/json')
    for (const path of ['/services/completion/preview', '/services/models', '/services/completion/openapi.json']) {
      left.push(await (await call(service.url, bodyOf('Hello?'), { path, method: path.endsWith('preview') ? 'POST' : 'GET' })).text())
    }
    await service.stop()
    left.push(service.output(), ...collector.bodies.map((body) => unpacked(body).toString('latin1')))
    const everything = left.join('\n')
    expect(everything).toContain('***')
    expect(collector.bodies.length).toBeGreaterThan(0)
    const found = CANARIES.filter(({ secret }) => written(secret).some((spelling) => everything.includes(spelling))).map(({ name }) => name)
    console.log(
      `${CANARIES.length} canaries in ${asked + echoed} answers, ${found.length} found in ${Math.round(everything.length / 1_000)} kB that left`,
    )
    expect(found).toEqual([])
  }, 120_000)
})

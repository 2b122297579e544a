import { type FakeProvider, chatBeginning, chatChunk, chatCompletion, chatFailure, startFakeProvider } from '@vitrine/testkit'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { batchOf, callBatch, endOf, endsOf, keyedRowsOf, numberIn } from './batch-calls.ts'
import { PROJECT, bearer, bodyOf, call, eventsOf, failureOf, resultOf } from './calls.ts'
import { type SpawnedService, spawnService } from './spawned-service.ts'

let provider: FakeProvider
let service: SpawnedService
beforeAll(async () => {
  provider = await startFakeProvider()
  service = await spawnService({ OPENAI_API_KEY: 'sk-test-key-0123456789', OPENAI_BASE_URL: provider.baseUrl })
})
afterAll(async () => {
  await service.stop()
  await provider.close()
})

let before = 0
let keys = 0
let headers: Readonly<Record<string, string>> = {}
beforeEach(() => {
  before = provider.requests.length
  headers = { 'idempotency-key': `key ${++keys}` }
  provider.respond((_request, count) => chatCompletion(`answer ${count}`))
})
const asked = (): number => provider.requests.length - before
const test = (content = 'Hello.', rest: Readonly<Record<string, string>> = {}, path = '/services/completion/test') =>
  call(service.url, bodyOf(content), { headers: { ...headers, ...rest }, path })

describe('a run with a key', () => {
  it('is answered with its first result when it is sent again', async () => {
    const first = await test()
    const second = await test()
    expect([first, second].map((response) => response.headers.get('idempotent-replayed'))).toEqual([null, 'true'])
    expect(await resultOf(second)).toEqual(await resultOf(first))
    expect(second.headers.get('x-trace-id')).not.toBe(first.headers.get('x-trace-id'))
    expect(asked()).toBe(1)
  })

  it('is given back as a stream of its start and its result where one is wanted, whatever it was the first time', async () => {
    const first = await resultOf(test())
    const events = await eventsOf(test('Hello.', { accept: 'text/event-stream' }))
    expect(events).toEqual([
      {
        type: 'response-start',
        data: { model: 'gpt-4o-mini', provider: 'openai', trace_id: first.trace_id, span_id: first.span_id },
      },
      { type: 'result', data: first },
    ])
    expect(asked()).toBe(1)
  })

  it('keeps the result of a stream too', async () => {
    provider.enqueue(chatCompletion('whole'))
    const events = await eventsOf(test('Hello.', { accept: 'text/event-stream' }))
    expect(await resultOf(test())).toEqual(events.at(-1)?.data)
    expect(asked()).toBe(1)
  })

  it('has the probabilities of its tokens in every form', async () => {
    const content = [
      {
        token: 'Hi',
        logprob: -0.25,
        top_logprobs: [
          { token: 'Hi', logprob: -0.25 },
          { token: 'Ho', logprob: -2 },
        ],
      },
    ]
    const told = [
      {
        index: 0,
        tokens: [
          {
            token: 'Hi',
            logprob: -0.25,
            top: [
              { token: 'Hi', logprob: -0.25 },
              { token: 'Ho', logprob: -2 },
            ],
          },
        ],
      },
    ]
    const whole = JSON.parse(String(chatCompletion('Hi').body)) as { readonly choices: readonly object[] }
    const choices = whole.choices.map((choice) => Object.assign({}, choice, { logprobs: { content } }))
    const chunk = JSON.stringify({ choices: [{ index: 0, delta: { content: 'Hi' }, finish_reason: null, logprobs: { content } }] })
    const asking = bodyOf('Hello.', { logprobs: true, top_logprobs: 2 })
    const send = (key: string, accept = 'application/json') =>
      call(service.url, asking, { headers: { 'idempotency-key': key, accept }, path: '/services/completion/test' })
    provider.enqueue(chatCompletion('', { body: JSON.stringify({ ...whole, choices }) }))
    expect((await resultOf(send('told 1'))).logprobs).toEqual(told)
    expect((await eventsOf(send('told 1', 'text/event-stream'))).at(-1)?.data).toMatchObject({ logprobs: told })
    provider.enqueue(chatBeginning('', [chunk, chatChunk({}, 'stop'), '[DONE]']))
    const events = await eventsOf(send('told 2', 'text/event-stream'))
    expect(events.filter(({ type }) => type === 'logprobs').map(({ data }) => data)).toEqual(told)
    // Twice in one stream would only be longer.
    expect(events.at(-1)?.data).not.toHaveProperty('logprobs')
    expect((await resultOf(send('told 2'))).logprobs).toEqual(told)
    expect(asked()).toBe(2)
  })

  it('is run again after it failed', async () => {
    provider.enqueue(chatFailure(400, { message: 'No.' }))
    expect((await test()).status).toBe(500)
    expect((await resultOf(test())).data).toMatch(/^answer/)
    const broken = { path: '/services/completion/test', headers: { 'idempotency-key': 'broken' } }
    expect((await call(service.url, bodyOf('{{x}}'), broken)).status).toBe(422)
    expect((await call(service.url, bodyOf('Fine.'), broken)).status).toBe(200)
  })

  it('is refused while it runs', async () => {
    provider.enqueue(chatCompletion('slow', { delayMs: 300 }))
    const first = test()
    while (asked() < 1) await sleep(5)
    const { status, detail } = await failureOf(test())
    expect([status, detail.code]).toEqual([409, 'idempotency_in_flight'])
    expect((await resultOf(first)).data).toBe('slow')
    expect((await resultOf(test())).data).toBe('slow')
    expect(asked()).toBe(1)
  })

  it('is run again by another caller after the first one left', async () => {
    provider.enqueue(chatCompletion('slow', { delayMs: 2000 }))
    const abort = new AbortController()
    const first = call(service.url, bodyOf('Hello.'), { headers, signal: abort.signal })
    while (asked() < 1) await sleep(5)
    abort.abort()
    await expect(first).rejects.toThrow('abort')
    await provider.requests.at(-1)?.closed
    await sleep(50)
    expect((await resultOf(test())).data).toMatch(/^answer/)
  })

  it('is refused with another body', async () => {
    await test()
    const { status, detail } = await failureOf(test('Something else.'))
    expect([status, detail.code, asked()]).toEqual([422, 'idempotency_mismatch', 1])
  })

  it('is another one on another route and in another project', async () => {
    const other = '11111111-2222-4333-8444-555555555555'
    const authorization = bearer({ projects: [PROJECT, other] })
    await test()
    await test('Hello.', {}, '/services/chat/test')
    await test('Hello.', { authorization }, `/services/completion/test?project_id=${other}`)
    expect(asked()).toBe(3)
  })

  it.each(['', 'x'.repeat(256)])('is refused with a key that is none: %s', async (key) => {
    const { status, detail } = await failureOf(call(service.url, bodyOf('Hello.'), { headers: { 'idempotency-key': key } }))
    expect([status, detail.code, asked()]).toEqual([422, 'invalid_request', 0])
    expect(detail.meta?.['issues']).toMatchObject([{ path: 'Idempotency-Key' }])
  })
})

describe('a row with a key', () => {
  const rows = () => keyedRowsOf(4, String(keys))
  beforeEach(() => provider.respond(({ text }, count) => chatCompletion(`${numberIn(text)} at ${count}`)))

  it('is answered with its first result in a later batch, and says so', async () => {
    const first = await eventsOf(callBatch(service.url, batchOf(rows())))
    const second = await eventsOf(callBatch(service.url, batchOf(rows())))
    expect(asked()).toBe(4)
    expect(new Map(endsOf(second))).toEqual(new Map(endsOf(first)))
    expect(second.map(({ type }) => type).filter((type) => type !== 'row-start')).toEqual([
      'row-result',
      'row-result',
      'row-result',
      'row-result',
      'batch-end',
    ])
    expect(second.filter(({ type }) => type === 'row-result').every(({ data }) => data['replayed'] === true)).toBe(true)
    expect(endOf(second)).toMatchObject({ counts: { succeeded: 4, replayed: 4 } })
  })

  it('is run again where it failed', async () => {
    provider.respond(({ text }) => (numberIn(text) === '2' ? chatFailure(400, { message: 'No.' }) : chatCompletion('x')))
    expect(endOf(await eventsOf(callBatch(service.url, batchOf(rows()))))).toMatchObject({ counts: { succeeded: 3, failed: 1 } })
    provider.respond(() => chatCompletion('better'))
    const events = await eventsOf(callBatch(service.url, batchOf(rows())))
    expect(new Map(endsOf(events)).get('row 2')).toBe('better')
    expect(endOf(events)).toMatchObject({ counts: { succeeded: 4, replayed: 3 } })
    expect(asked()).toBe(5)
  })

  it('fails alone where its key belongs to other inputs, another prompt, or is running', async () => {
    await eventsOf(callBatch(service.url, batchOf(rows())))
    const changed = rows().with(1, { row_id: 'row 1', inputs: { n: '99' }, idempotency_key: `${keys} row 1` })
    const events = await eventsOf(callBatch(service.url, batchOf(changed)))
    expect(new Map(endsOf(events)).get('row 1')).toBe('idempotency_mismatch')
    expect(endOf(events)).toMatchObject({ counts: { succeeded: 3, failed: 1, replayed: 3 } })
    const prompt = { messages: [{ role: 'user', content: 'Sing {{n}}.' }], llm_config: { model: 'gpt-4o-mini' } }
    expect(endOf(await eventsOf(callBatch(service.url, batchOf(rows(), {}, prompt))))).toMatchObject({ counts: { failed: 4 } })
    const twins = ['a', 'b'].map((row_id) => ({ row_id, inputs: { n: '7' }, idempotency_key: `${keys} twin` }))
    provider.respond(() => chatCompletion('x', { delayMs: 50 }))
    expect(new Map(endsOf(await eventsOf(callBatch(service.url, batchOf(twins)))))).toEqual(
      new Map([
        ['a', 'x'],
        ['b', 'idempotency_in_flight'],
      ]),
    )
  })

  describe('that runs in another batch', () => {
    let release: () => void = () => undefined
    beforeEach(() => {
      const gate = Promise.withResolvers<void>()
      release = gate.resolve
      provider.respond(async ({ text }) => {
        await gate.promise
        return chatCompletion(`It is ${numberIn(text)}.`)
      })
    })
    const untilAsked = async (count: number): Promise<void> => {
      while (asked() < count) await sleep(5)
    }
    /** Long enough for rows that would ask to have asked. */
    const aMoment = () => sleep(100)

    it('is not asked for again: the other one gets the same answer', async () => {
      const first = eventsOf(callBatch(service.url, batchOf(rows())))
      await untilAsked(4)
      const second = eventsOf(callBatch(service.url, batchOf(rows())))
      await aMoment()
      release()
      expect(new Map(endsOf(await second))).toEqual(new Map(endsOf(await first)))
      expect(endOf(await second)).toMatchObject({ counts: { succeeded: 4, replayed: 4 } })
      expect([asked(), provider.ledger.open]).toEqual([4, 0])
    })

    it('goes on when its own caller leaves, as long as somebody waits for it', async () => {
      const gone = new AbortController()
      const aborted = provider.ledger.aborted
      await callBatch(service.url, batchOf(rows()), { signal: gone.signal })
      await untilAsked(4)
      const second = eventsOf(callBatch(service.url, batchOf(rows())))
      await aMoment()
      gone.abort()
      await aMoment()
      release()
      expect(new Map(endsOf(await second))).toEqual(new Map([0, 1, 2, 3].map((at) => [`row ${at}`, `It is ${at}.`])))
      expect([asked(), provider.ledger.aborted - aborted]).toEqual([4, 0])
    })

    it('ends with the last caller, at once', async () => {
      const gone = [new AbortController(), new AbortController()]
      for (const { signal } of gone) await callBatch(service.url, batchOf(rows()), { signal })
      await untilAsked(4)
      await aMoment()
      gone[0]?.abort()
      await aMoment()
      const leftMs = performance.now()
      gone[1]?.abort()
      await Promise.all(provider.requests.slice(before).map(({ closed }) => closed))
      expect(performance.now() - leftMs).toBeLessThan(250)
      expect(asked()).toBe(4)
      release()
    })

    it('is asked for anew where the other one failed', async () => {
      const gate = Promise.withResolvers<void>()
      provider.respond(async (_request, count) => {
        await gate.promise
        return count - before <= 4 ? chatFailure(400, { message: 'No.' }) : chatCompletion('better')
      })
      const first = eventsOf(callBatch(service.url, batchOf(rows())))
      await untilAsked(4)
      const second = eventsOf(callBatch(service.url, batchOf(rows())))
      await aMoment()
      gate.resolve()
      expect(endOf(await first)).toMatchObject({ counts: { failed: 4 } })
      expect(endOf(await second)).toMatchObject({ counts: { succeeded: 4, replayed: 0 } })
      expect(asked()).toBe(8)
    })

    it('can be stopped while it waits, and is waited for no longer than a row may take', async () => {
      const first = eventsOf(callBatch(service.url, batchOf(rows())))
      await untilAsked(4)
      const hurried = eventsOf(callBatch(service.url, batchOf(rows()), { headers: { 'x-vitrine-deadline-ms': '150' } }))
      const second = eventsOf(callBatch(service.url, batchOf(rows()), { headers: { 'x-vitrine-run': `run-${keys}` } }))
      await aMoment()
      const stop = { run_id: `run-${keys}`, row_ids: ['row 2'] }
      await call(service.url, stop, { path: `/services/completion/batch/stop?project_id=${PROJECT}` })
      expect(new Set(endsOf(await hurried).map(([, end]) => end))).toEqual(new Set(['deadline_exceeded']))
      release()
      const ends = new Map(endsOf(await second))
      expect([ends.get('row 1'), ends.get('row 2')]).toEqual(['It is 1.', 'cancelled'])
      expect(new Map(endsOf(await first)).get('row 2')).toBe('It is 2.')
      expect(asked()).toBe(4)
    })
  })

  it('tells numbers apart that a number of ours would not', async () => {
    const rowWith = (n: string) =>
      JSON.stringify(batchOf([{ row_id: 'a', inputs: { n: '0' }, idempotency_key: `${keys}` }])).replace('"n":"0"', `"n":${n}`)
    await eventsOf(callBatch(service.url, rowWith('12345678901234567890')))
    const [[, end] = []] = endsOf(await eventsOf(callBatch(service.url, rowWith('12345678901234567891'))))
    expect(end).toBe('idempotency_mismatch')
  })
})

import type { RunEvent } from '@vitrine/client'
import type { RawRequest } from '@vitrine/contracts'
import { createStore } from 'jotai'
import { describe, expect, it } from 'vitest'
import { createEditedRequests } from '../state/edited-requests.ts'
import { readEdited, sendEdited } from './send-edited.ts'

describe('readEdited', () => {
  it('reads an object', () => {
    expect(readEdited('{"model":"m","odd":[1]}')).toEqual({ ok: true, body: { model: 'm', odd: [1] } })
  })

  it.each([
    ['{"a":', 'not-json'],
    ['', 'not-json'],
    ['[1]', 'not-an-object'],
    ['null', 'not-an-object'],
    ['{"url":"<image/png 212 kB sha256:9f86d081884c7d65>"}', 'folded'],
    ['{"data":"<base64 3 kB sha256:9f86d081884c7d65>"}', 'folded'],
  ])('says why %j cannot be sent', (text, kind) => {
    expect(readEdited(text)).toMatchObject({ ok: false, problem: { kind } })
  })

  it('takes text that only looks a little like folded data', () => {
    expect(readEdited('{"text":"<image/png of 212 kB>"}').ok).toBe(true)
  })
})

function sending(...events: readonly RunEvent[]) {
  const store = createStore()
  const edited = createEditedRequests(store)
  edited.edit('row', '{}')
  const asked: { readonly body: RawRequest; readonly signal: AbortSignal | undefined }[] = []
  const gate = Promise.withResolvers<void>()
  const client = {
    async *raw(_mode: string, body: RawRequest, options: { readonly signal?: AbortSignal } = {}) {
      asked.push({ body, signal: options.signal })
      yield* events
      if (events.length === 0) await gate.promise
    },
  }
  const run = (url = 'https://api.test/v1/messages') =>
    sendEdited({
      client,
      edited,
      key: 'row',
      mode: 'completion',
      model: 'anthropic/m',
      shown: { url },
      body: { model: 'm' },
      clock: () => 7,
    })
  return { run, asked, edited, cell: () => store.get(edited.allAtom).get('row')?.cell, finish: gate.resolve }
}

describe('sendEdited', () => {
  it('sends the body as the kind of request that was shown, and keeps the answer', async () => {
    const { run, asked, cell } = sending(
      { type: 'part-start', index: 0, kind: 'text' },
      { type: 'part-delta', index: 0, delta: 'Hello' },
      { type: 'error', error: { code: 'provider_error', message: 'No such field.' } },
    )
    await run()
    expect(asked[0]?.body).toEqual({ model: 'anthropic/m', api: 'messages', body: { model: 'm' } })
    expect(cell()).toMatchObject({ state: 'failed', text: 'Hello', failure: { message: 'No such field.' } })
  })

  it.each([
    ['https://api.test/v1/chat/completions', 'chat'],
    ['https://api.test/v1/responses', 'responses'],
    ['https://api.test/elsewhere', 'auto'],
  ])('takes %s for %s', async (url, api) => {
    const { run, asked } = sending({ type: 'heartbeat' })
    await run(url)
    expect(asked[0]?.body.api).toBe(api)
  })

  it('is broken off where somebody goes back to the form', async () => {
    const { run, asked, edited, cell, finish } = sending()
    const sent = run()
    await expect.poll(() => asked.length).toBe(1)
    edited.leave('row')
    expect([asked[0]?.signal?.aborted, cell()]).toEqual([true, undefined])
    finish()
    await sent
  })
})

import type { StreamEvent } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { createFakeRealm } from '../execution/fake-realm.ts'
import { sampleResponse } from '../execution/sample-answer.ts'
import { createOutbox } from './outbox.ts'
import type { RunNews } from './protocol.ts'

const delta = (text: string, index = 0): StreamEvent => ({ type: 'part-delta', index, delta: text })
const RUN = { runId: 'run', rowId: 'a' }

const eventsOf = (news: RunNews | undefined) => news?.steps.map(({ event }) => event)

function setUp() {
  const realm = createFakeRealm()
  const posts: (readonly RunNews[])[] = []
  return { realm, posts, outbox: createOutbox({ post: (news) => posts.push(news), clock: realm.clock, setTimer: realm.setTimer }) }
}

describe('an outbox', () => {
  it('posts at once after a quiet moment, and everything of one turn together', () => {
    const { realm, posts, outbox } = setUp()
    outbox.event(RUN, delta('a'))
    outbox.event({ runId: 'run', rowId: 'b' }, delta('b'))
    outbox.outcome(RUN, { ok: true })
    expect(posts).toEqual([])
    realm.advance(0)
    expect(posts).toEqual([
      [
        { ...RUN, steps: [{ event: delta('a'), agoMs: 0 }], outcome: { ok: true } },
        { runId: 'run', rowId: 'b', steps: [{ event: delta('b'), agoMs: 0 }], outcome: null },
      ],
    ])
  })

  it('posts at most sixty times a second', () => {
    const { realm, posts, outbox } = setUp()
    for (let ms = 0; ms < 1000; ms++) {
      outbox.event(RUN, delta('x'))
      realm.advance(1)
    }
    expect(posts.length).toBeGreaterThan(50)
    expect(posts.length).toBeLessThanOrEqual(60)
  })

  it('joins pieces of the same part and keeps the order of everything else', () => {
    const { realm, posts, outbox } = setUp()
    for (const event of [delta('a'), delta('b'), delta('c', 1), delta('d', 1), { type: 'heartbeat' } as const, delta('e', 1)])
      outbox.event(RUN, event)
    realm.advance(0)
    expect(eventsOf(posts[0]?.[0])).toEqual([delta('ab'), delta('cd', 1), { type: 'heartbeat' }, delta('e', 1)])
  })

  it('posts what went over the wire once: with the result, where that holds it', () => {
    const { realm, posts, outbox } = setUp()
    const sent = { attempt: 1, request: { method: 'POST', url: 'http://127.0.0.1/v1', headers: {}, body: '{}' } }
    const times = { queued: 0, connected: 1, end: 3 }
    const wire: StreamEvent = { type: 'wire', attempt: { ...sent, times: { ...times, firstByte: 2, firstToken: 2 } } }
    const told = { ...sent, times: { ...times, first_byte: 2, first_token: 2 } }
    const whole: StreamEvent = { type: 'result', response: sampleResponse('yes', { wire: [told] }) }
    const bare: StreamEvent = { type: 'result', response: sampleResponse('yes') }
    outbox.event(RUN, wire)
    outbox.event(RUN, whole)
    outbox.event({ ...RUN, rowId: 'b' }, wire)
    outbox.event({ ...RUN, rowId: 'b' }, bare)
    realm.advance(0)
    expect(posts[0]?.map(eventsOf)).toEqual([[whole], [wire, bare]])
  })

  it('says how long ago each thing was; of joined pieces, the first', () => {
    const { realm, posts, outbox } = setUp()
    outbox.event(RUN, { type: 'sent' })
    realm.advance(0)
    realm.advance(4)
    outbox.event(RUN, delta('a'))
    realm.advance(5)
    outbox.event(RUN, delta('b'))
    outbox.event(RUN, { type: 'heartbeat' })
    realm.advance(100)
    const [ofText, ofBeat] = posts[1]?.[0]?.steps ?? []
    expect(ofText?.event).toEqual(delta('ab'))
    expect(ofText?.agoMs).toBeCloseTo(1000 / 60 - 4)
    expect(ofBeat?.agoMs).toBeCloseTo(1000 / 60 - 9)
  })

  it('posts on the spot where that was asked for, once', () => {
    const { realm, posts, outbox } = setUp()
    outbox.event(RUN, { type: 'sent' })
    realm.advance(0)
    outbox.outcome(RUN, { ok: true })
    outbox.hurry()
    outbox.hurry()
    expect(posts).toHaveLength(2)
    realm.advance(100)
    expect(posts).toHaveLength(2)
    expect(realm.pending()).toBe(0)
  })

  it('loses nothing and posts nothing twice', () => {
    const { realm, posts, outbox } = setUp()
    let sent = ''
    for (let step = 0; step < 300; step++) {
      outbox.event(RUN, delta(`${step} `))
      sent += `${step} `
      realm.advance(step % 7)
    }
    realm.advance(100)
    const heard = posts.flat().flatMap(({ steps }) => steps.map(({ event }) => (event.type === 'part-delta' ? event.delta : '')))
    expect(heard.join('')).toBe(sent)
    expect(realm.pending()).toBe(0)
  })
})

import type { StreamEvent } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { createFakeRealm } from '../execution/fake-realm.ts'
import { createOutbox } from './outbox.ts'
import type { RunNews } from './protocol.ts'

const delta = (text: string, index = 0): StreamEvent => ({ type: 'part-delta', index, delta: text })
const RUN = { runId: 'run', rowId: 'a' }

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
        { ...RUN, events: [delta('a')], outcome: { ok: true } },
        { runId: 'run', rowId: 'b', events: [delta('b')], outcome: null },
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
    expect(posts[0]?.[0]?.events).toEqual([delta('ab'), delta('cd', 1), { type: 'heartbeat' }, delta('e', 1)])
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
    const heard = posts.flat().flatMap(({ events }) => events.map((event) => (event.type === 'part-delta' ? event.delta : '')))
    expect(heard.join('')).toBe(sent)
    expect(realm.pending()).toBe(0)
  })
})

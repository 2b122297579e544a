import { describe, expect, it } from 'vitest'
import { createFakeRealm, settled } from '../execution/fake-realm.ts'
import { watchHeart } from './watch-heart.ts'

function setUp(ping: () => Promise<unknown>) {
  const realm = createFakeRealm()
  const heard = { pings: 0, silences: 0, isNeeded: true }
  const heart = watchHeart({
    ping: () => {
      heard.pings++
      return ping()
    },
    isNeeded: () => heard.isNeeded,
    onSilent: () => heard.silences++,
    setTimer: realm.setTimer,
  })
  return { realm, heard, heart }
}

describe('watchHeart', () => {
  it('asks every five seconds for as long as something is expected', async () => {
    const { realm, heard, heart } = setUp(async () => true)
    heart.listen()
    heart.listen()
    for (let beat = 0; beat < 4; beat++) {
      realm.advance(5000)
      await settled()
    }
    expect(heard).toMatchObject({ pings: 4, silences: 0 })
    heard.isNeeded = false
    realm.advance(60_000)
    await settled()
    expect(heard.pings).toBe(4)
    expect(realm.pending()).toBe(0)
    heard.isNeeded = true
    heart.listen()
    realm.advance(5000)
    expect(heard.pings).toBe(5)
  })

  it('tells of a silence of ten seconds', () => {
    const { realm, heard, heart } = setUp(() => new Promise(() => undefined))
    heart.listen()
    realm.advance(5000)
    realm.advance(9999)
    expect(heard.silences).toBe(0)
    realm.advance(1)
    expect(heard.silences).toBe(1)
  })

  it('does not mind a silence when nothing is expected any more', () => {
    const { realm, heard, heart } = setUp(() => new Promise(() => undefined))
    heart.listen()
    realm.advance(5000)
    heard.isNeeded = false
    realm.advance(10_000)
    expect(heard.silences).toBe(0)
  })

  it('takes a refused question for silence', async () => {
    const { realm, heard, heart } = setUp(() => Promise.reject(new Error('closed')))
    heart.listen()
    realm.advance(5000)
    await settled()
    realm.advance(10_000)
    expect(heard.silences).toBe(1)
  })

  it('stops for good', async () => {
    const { realm, heard, heart } = setUp(async () => true)
    heart.listen()
    heart.stop()
    heart.listen()
    realm.advance(60_000)
    await settled()
    expect(heard).toMatchObject({ pings: 0, silences: 0 })
    expect(realm.pending()).toBe(0)
  })
})

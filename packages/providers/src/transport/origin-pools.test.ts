import { afterEach, describe, expect, it } from 'vitest'
import { OriginPools } from './origin-pools.ts'

const created: OriginPools[] = []
const create = (): OriginPools => {
  const pools = new OriginPools({ connections: 4, connectMs: 100, headersMs: 100, bodyMs: 100 }, () => Promise.resolve([]))
  created.push(pools)
  return pools
}
afterEach(() => Promise.all(created.splice(0).map((pools) => pools.close())))

describe('OriginPools', () => {
  it('has one pool for an origin, and another one where it is guarded', () => {
    const pools = create()
    expect(pools.of('https://a.example')).toBe(pools.of('https://a.example'))
    expect(pools.guardedOf('https://a.example')).toBe(pools.guardedOf('https://a.example'))
    expect(pools.guardedOf('https://a.example')).not.toBe(pools.of('https://a.example'))
  })

  it('keeps no more guarded pools than a few, however many origins are named', () => {
    const pools = create()
    const kept = pools.guardedOf('https://kept.example')
    const first = pools.guardedOf('https://0.example')
    for (let count = 1; count < 100; count += 1) {
      pools.guardedOf(`https://${count}.example`)
      pools.guardedOf('https://kept.example')
    }
    expect(first.closed).toBe(true)
    expect(kept.closed).toBe(false)
    expect(pools.guardedOf('https://0.example')).not.toBe(first)
  })

  it('closes them all', async () => {
    const pools = create()
    const both = [pools.of('https://a.example'), pools.guardedOf('https://a.example')]
    await pools.close()
    expect(both.map(({ destroyed }) => destroyed)).toEqual([true, true])
  })
})

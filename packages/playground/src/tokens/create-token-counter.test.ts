import { describe, expect, it } from 'vitest'
import { type CountPort, type CountReply, type CountRequest, createTokenCounter } from './create-token-counter.ts'

/** A page whose workers and clock are moved by hand. */
function page({ refuses = false } = {}) {
  const ports: { readonly sent: CountRequest[]; readonly reply: (reply: CountReply) => void; readonly lose: () => void; ended: boolean }[] =
    []
  const timers = new Map<() => void, number>()
  const start = (): CountPort | null => {
    if (refuses) return null
    let onReply = (_reply: CountReply): void => undefined
    let onLost = (): void => undefined
    const port = { sent: [] as CountRequest[], reply: (reply: CountReply) => onReply(reply), lose: () => onLost(), ended: false }
    ports.push(port)
    return {
      post: (request) => port.sent.push(request),
      onReply: (listener) => (onReply = listener),
      onLost: (listener) => (onLost = listener),
      terminate: () => (port.ended = true),
    }
  }
  const counter = createTokenCounter({
    start,
    setTimer(work, ms) {
      timers.set(work, ms)
      return () => timers.delete(work)
    },
  })
  return { counter, ports, timers, runOut: () => [...timers.keys()].forEach((work) => work()) }
}

describe('createTokenCounter', () => {
  it('starts a worker with the first text, and keeps it', async () => {
    const { counter, ports } = page()
    expect(ports).toHaveLength(0)
    const first = counter.count('one')
    ports[0]?.reply({ id: 1, tokens: 1, isExact: true })
    expect(await first).toEqual({ tokens: 1, isExact: true })
    const second = counter.count('two')
    ports[0]?.reply({ id: 2, tokens: 2, isExact: false })
    expect(await second).toEqual({ tokens: 2, isExact: false })
    expect([ports.length, ports[0]?.sent]).toEqual([
      1,
      [
        { id: 1, text: 'one' },
        { id: 2, text: 'two' },
      ],
    ])
  })

  it('counts one text after the other', async () => {
    const { counter, ports } = page()
    const counts = [counter.count('a'), counter.count('b')]
    expect(ports[0]?.sent).toHaveLength(1)
    ports[0]?.reply({ id: 1, tokens: 10, isExact: true })
    ports[0]?.reply({ id: 2, tokens: 20, isExact: true })
    expect((await Promise.all(counts)).map((count) => count?.tokens)).toEqual([10, 20])
  })

  it('gives up a text that takes too long with its worker, and counts the next with a new one', async () => {
    const { counter, ports, timers, runOut } = page()
    const slow = counter.count('slow')
    const following = counter.count('next')
    expect([...timers.values()]).toEqual([20_000])
    runOut()
    expect([await slow, ports[0]?.ended, ports.length]).toEqual([null, true, 2])
    ports[0]?.reply({ id: 1, tokens: 99, isExact: true })
    ports[1]?.reply({ id: 2, tokens: 3, isExact: true })
    expect(await following).toEqual({ tokens: 3, isExact: true })
  })

  it('is less patient once the encoding is loaded', () => {
    const { counter, ports, timers } = page()
    void counter.count('a')
    ports[0]?.reply({ id: 1, tokens: 1, isExact: true })
    void counter.count('b')
    expect([...timers.values()]).toEqual([2_000])
  })

  it.each([
    ['starts', { refuses: true }],
    ['loads', {}],
  ])('asks a page once where no worker %s', async (what, options) => {
    const { counter, ports } = page(options)
    const count = counter.count('a')
    if (what === 'loads') ports[0]?.lose()
    expect(await count).toBeNull()
    expect(await counter.count('b')).toBeNull()
    expect(ports.length).toBe(what === 'loads' ? 1 : 0)
  })

  it('starts anew after a worker that broke while it worked', async () => {
    const { counter, ports } = page()
    void counter.count('a')
    ports[0]?.reply({ id: 1, tokens: 1, isExact: true })
    const broken = counter.count('b')
    ports[0]?.lose()
    expect(await broken).toBeNull()
    void counter.count('c')
    expect(ports[1]?.sent).toEqual([{ id: 3, text: 'c' }])
  })

  it('settles everything when it is disposed of, and ends its worker', async () => {
    const { counter, ports, timers } = page()
    const counts = [counter.count('a'), counter.count('b')]
    counter.dispose()
    expect([await Promise.all(counts), ports[0]?.ended, timers.size]).toEqual([[null, null], true, 0])
    expect(await counter.count('c')).toBeNull()
  })
})

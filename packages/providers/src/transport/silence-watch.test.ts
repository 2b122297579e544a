import { describe, expect, it } from 'vitest'
import { SilenceWatch } from './silence-watch.ts'

const create = (caller: AbortSignal = new AbortController().signal): SilenceWatch => new SilenceWatch(caller, () => new Error('silent'))
const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

describe('SilenceWatch', () => {
  it('gives up after silence, and says so', async () => {
    const watch = create()
    watch.start(5)
    await expect.poll(() => watch.signal.aborted, { interval: 2 }).toBe(true)
    expect(watch.failure()).toEqual(new Error('silent'))
    expect(watch.signal.reason).toBe(watch.failure())
  })

  it('counts anew whenever something is heard', async () => {
    const watch = create()
    watch.start(5)
    watch.start(60_000)
    await pause(15)
    expect([watch.signal.aborted, watch.failure()]).toEqual([false, null])
    watch.stop()
  })

  it('gives up with its caller, before and after it began', () => {
    const caller = new AbortController()
    const watch = create(caller.signal)
    const reason = { code: 'cancelled' }
    caller.abort(reason)
    expect([watch.signal.reason, watch.failure()]).toEqual([reason, reason])
    expect(create(caller.signal).signal.reason).toBe(reason)
  })

  it('closes what is open when it stops, and tells of no failure', async () => {
    const caller = new AbortController()
    const watch = create(caller.signal)
    watch.start(1)
    watch.stop()
    await pause(5)
    expect([watch.signal.aborted, watch.failure()]).toEqual([true, null])
  })
})

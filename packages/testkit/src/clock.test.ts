import { describe, expect, it } from 'vitest'
import { createFakeClock } from './clock.ts'

describe('createFakeClock', () => {
  it('moves where it is told to, and by sleeping', async () => {
    const clock = createFakeClock(100)
    clock.advance(5)
    await clock.sleep(1_000)
    expect(clock.now()).toBe(1_105)
    expect(clock.sleeps).toEqual([1_000])
  })

  it('does not sleep through an abort', async () => {
    await expect(createFakeClock().sleep(1, AbortSignal.abort())).rejects.toThrow('aborted')
  })
})

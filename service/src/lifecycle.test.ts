import { describe, expect, it } from 'vitest'
import { createLifecycle } from './lifecycle.ts'

describe('createLifecycle', () => {
  it('takes work until it drains', async () => {
    const lifecycle = createLifecycle()
    expect(lifecycle.enter()).not.toBeNull()
    void lifecycle.drain()
    expect(lifecycle.draining).toBe(true)
    expect(lifecycle.enter()).toBeNull()
  })

  it('is drained when the last run has ended, each counted once', async () => {
    const lifecycle = createLifecycle()
    const [first, second] = [lifecycle.enter(), lifecycle.enter()]
    let drained = false
    const drain = lifecycle.drain().then(() => (drained = true))
    first?.()
    first?.()
    await Promise.resolve()
    expect(drained).toBe(false)
    second?.()
    await drain
    expect(drained).toBe(true)
  })

  it('is drained at once where nothing runs', async () => {
    await expect(createLifecycle().drain()).resolves.toBeUndefined()
  })

  it('tells what still runs why it has to give up', () => {
    const lifecycle = createLifecycle()
    lifecycle.giveUp()
    expect(lifecycle.signal.reason).toEqual({ code: 'draining' })
  })
})

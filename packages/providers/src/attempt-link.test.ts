import { describe, expect, it } from 'vitest'
import { linkAttempt } from './attempt-link.ts'

describe('linkAttempt', () => {
  it('ends with its caller, for the caller’s reason', () => {
    const caller = new AbortController()
    const link = linkAttempt(caller.signal)
    expect([link.signal.aborted, link.isAborted()]).toEqual([false, false])
    const reason = { code: 'draining' }
    caller.abort(reason)
    expect([link.signal.aborted, link.signal.reason, link.isAborted(), link.reason()]).toEqual([true, reason, true, reason])
  })

  it('is over from the start where its caller is', () => {
    const link = linkAttempt(AbortSignal.abort('gone'))
    expect([link.signal.aborted, link.signal.reason]).toEqual([true, 'gone'])
  })

  it('ends by itself, which is not the caller’s end', () => {
    const link = linkAttempt(new AbortController().signal)
    link.abort()
    expect([link.signal.aborted, link.isAborted()]).toEqual([true, false])
  })

  it('ends within the time it is given', async () => {
    const link = linkAttempt(new AbortController().signal)
    link.endWithin(5)
    link.endWithin(60_000)
    await expect.poll(() => link.signal.aborted, { interval: 2 }).toBe(true)
    expect(link.isAborted()).toBe(false)
  })

  it('no longer follows once it is disposed of', async () => {
    const caller = new AbortController()
    const link = linkAttempt(caller.signal)
    link.endWithin(1)
    link.dispose()
    caller.abort()
    await new Promise((resolve) => {
      setTimeout(resolve, 10)
    })
    expect(link.signal.aborted).toBe(false)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { retryWaitMs, type RetryQuestion } from './retry.ts'

const question = (changes: Partial<RetryQuestion> & { retryable?: boolean; retryAfterMs?: number | null } = {}): RetryQuestion => ({
  failure: {
    error: { code: 'provider_error', message: 'busy' },
    retryable: changes.retryable ?? true,
    retryAfterMs: changes.retryAfterMs ?? null,
  },
  attempt: 1,
  maxAttempts: 3,
  nowMs: 0,
  deadlineMs: null,
  random: () => 0.5,
  ...changes,
})

describe('retryWaitMs', () => {
  it('doubles the bound of the wait with each attempt, up to eight seconds', () => {
    const bounds = [1, 2, 3, 4, 5, 9].map((attempt) => retryWaitMs(question({ attempt, maxAttempts: 10, random: () => 0.999_999 })))
    expect(bounds).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000])
  })

  it('draws the wait from the whole range below the bound', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 1, max: 9 }), (drawn, attempt) => {
        const waitMs = retryWaitMs(question({ attempt, maxAttempts: 10, random: () => drawn })) ?? -1
        expect(waitMs).toBe(Math.round(drawn * Math.min(8_000, 500 * 2 ** (attempt - 1))))
      }),
    )
  })

  it.each([
    ['what passes', {}, 250],
    ['what does not pass', { retryable: false }, null],
    ['the last attempt', { attempt: 3 }, null],
    ['a wait that is asked for', { retryAfterMs: 1_234 }, 1_234],
    ['no wait, asked for', { retryAfterMs: 0 }, 0],
    ['a wait of a minute', { retryAfterMs: 60_000 }, 60_000],
    ['a longer one', { retryAfterMs: 60_001 }, null],
    ['a wait that ends before the deadline', { retryAfterMs: 900, nowMs: 100, deadlineMs: 1_001 }, 900],
    ['a wait that ends at it', { retryAfterMs: 900, nowMs: 100, deadlineMs: 1_000 }, null],
    ['a drawn wait beyond it', { nowMs: 900, deadlineMs: 1_000 }, null],
  ])('answers %s', (_, changes, waitMs) => {
    expect(retryWaitMs(question(changes))).toBe(waitMs)
  })
})

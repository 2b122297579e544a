import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RetryBudget } from './retry-budget.ts'

const options = { share: 0.1, least: 3, windowMs: 10_000 }

describe('RetryBudget', () => {
  it('gives a few retries to a caller with few requests', () => {
    const budget = new RetryBudget(options)
    budget.called(0)
    expect(Array.from({ length: 5 }, () => budget.take(0))).toEqual([true, true, true, false, false])
  })

  it('gives one more for every ten requests', () => {
    const budget = new RetryBudget(options)
    for (let count = 0; count < 100; count += 1) budget.called(0)
    expect(Array.from({ length: 20 }, () => budget.take(0)).filter(Boolean)).toHaveLength(13)
  })

  it('has retries again once those that were made are long ago', () => {
    const budget = new RetryBudget(options)
    while (budget.take(0));
    expect(budget.take(9_000)).toBe(false)
    expect(budget.take(10_000)).toBe(true)
  })

  it('never gives more than its share in any window, whatever comes when', () => {
    const step = fc.record({ waitMs: fc.nat(3_000), isRetry: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const budget = new RetryBudget(options)
        const log: { readonly atMs: number; readonly isRetry: boolean }[] = []
        let nowMs = 0
        for (const { waitMs, isRetry } of steps) {
          nowMs += waitMs
          if (isRetry && !budget.take(nowMs)) continue
          if (!isRetry) budget.called(nowMs)
          log.push({ atMs: nowMs, isRetry })
          const recent = log.filter(({ atMs }) => atMs > nowMs - options.windowMs * 0.9)
          const retries = recent.filter((entry) => entry.isRetry).length
          const all = log.filter(({ atMs }) => atMs > nowMs - options.windowMs)
          expect(retries).toBeLessThanOrEqual(options.least + (all.length - retries) * options.share)
        }
      }),
    )
  })
})

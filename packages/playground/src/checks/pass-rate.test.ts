import { describe, expect, it } from 'vitest'
import { type CheckResult, erred, failed, passed, unknown } from './check-result.ts'
import { overallOutcome, passRate } from './pass-rate.ts'

const pass = passed({ code: 'json' })
const fail = failed({ code: 'no-match' })
const error = erred({ code: 'bad-limit' })
const open = unknown({ code: 'no-judge' })

describe('the pass rate', () => {
  it('is what passed among what was decided', () => {
    expect(passRate([pass, pass, pass, fail, error, open])).toEqual({
      passed: 3,
      failed: 1,
      errors: 1,
      unknown: 1,
      rate: 0.75,
      judgingUsd: 0,
      unknownJudging: 0,
    })
  })

  it('is nothing where nothing was decided, not all and not none', () => {
    expect(passRate([]).rate).toBeNull()
    expect(passRate([open, error]).rate).toBeNull()
    expect(passRate([fail]).rate).toBe(0)
  })

  it('reads results as they come', () => {
    function* results(): Generator<CheckResult> {
      yield pass
      yield fail
    }
    expect(passRate(results()).rate).toBe(0.5)
  })
})

describe('the outcome of an answer', () => {
  it.each([
    [[pass, pass], 'pass'],
    [[pass, open], 'unknown'],
    [[pass, open, error], 'error'],
    [[pass, error, open, fail], 'fail'],
    [[], null],
  ] as const)('is the worst of its checks', (results, outcome) => {
    expect(overallOutcome(results)).toBe(outcome)
  })
})

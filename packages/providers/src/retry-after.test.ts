import { describe, expect, it } from 'vitest'
import { retryAfterMs } from './retry-after.ts'

const date = 'Sat, 21 Nov 2026 09:43:56 GMT'

describe('retryAfterMs', () => {
  it.each([
    [{}, null],
    [{ 'retry-after': '3' }, 3_000],
    [{ 'retry-after': ' 1.5 ' }, 1_500],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after-ms': '250', 'retry-after': '3' }, 250],
    [{ 'x-ms-retry-after-ms': '80' }, 80],
    [{ 'retry-after': 'Sat, 21 Nov 2026 09:44:01 GMT', date }, 5_000],
    [{ 'retry-after': 'Sat, 21 Nov 2026 09:43:00 GMT', date }, 0],
    [{ 'retry-after': 'Sat, 21 Nov 2026 09:44:01 GMT' }, null],
    [{ 'retry-after': 'soon', date }, null],
    [{ 'retry-after': '-5', date }, null],
    [{ 'retry-after': 'Infinity' }, null],
    [{ 'retry-after-ms': 'x', 'retry-after': '2' }, 2_000],
  ])('reads %o as %s', (headers, ms) => {
    expect(retryAfterMs(headers)).toBe(ms)
  })
})

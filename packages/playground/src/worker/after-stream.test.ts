import type { ClientFailure } from '@vitrine/client'
import { describe, expect, it } from 'vitest'
import { MOST_BEGINNINGS, MOST_BREAKS, MOST_UNANSWERED, afterStream } from './after-stream.ts'
import type { StreamEnd } from './batch-stream.ts'
import { type Job, toJob } from './job.ts'

const jobs = (count: number): readonly Job[] =>
  Array.from({ length: count }, (_, order) =>
    toJob(
      {
        prefix: 'https://s.test/services',
        projectId: 'p',
        mode: 'completion',
        body: { ag_config: { prompt: { messages: [], llm_config: { model: 'm' } } }, inputs: {} },
        token: null,
        headers: {},
        options: { runId: 'run', rowId: `r${order}` },
      },
      order,
    ),
  )
const endOf = (failure: ClientFailure | null, left: readonly Job[], rest: Partial<StreamEnd> = {}): StreamEnd => ({
  failure,
  left,
  begun: new Set(),
  sent: left,
  hasAnswered: true,
  hasProgressed: false,
  ...rest,
})
const fresh = { hasAnswered: false, isHeld: false, breaks: 0 }
const answered = { ...fresh, hasAnswered: true }
const CUT: ClientFailure = { code: 'interrupted', message: 'cut' }
const rowsOf = (over: readonly (readonly [Job, ClientFailure])[]) => over.map(([{ rowId }, { code }]) => `${rowId} ${code}`)

describe('after a batch', () => {
  it('is nothing where nobody waits any more', () => {
    expect(afterStream(endOf(CUT, []), fresh)).toEqual({ over: [], again: [], holdMs: 0, breaks: 0, givenUp: null })
  })

  it.each([
    ['a refused token', { code: 'token_expired', message: 'm', status: 401 }, 10_000],
    ['a prompt that cannot be sent', { code: 'unknown_model', message: 'm', status: 422 }, 0],
    ['a body that is too large', { code: 'body_too_large', message: 'm', status: 413 }, 0],
    ['a limit, and the group waits as long as it says', { code: 'rate_limited', message: 'm', status: 429, retryAfterMs: 3000 }, 3000],
    ['a wait of days, which nobody waits for', { code: 'rate_limited', message: 'm', status: 429, retryAfterMs: 1e9 }, 60_000],
    ['a service that shuts down', { code: 'draining', message: 'm', status: 503, retryAfterMs: 5000 }, 5000],
    ['no network', { code: 'offline', message: 'm' }, 0],
  ] as const)('every run ends as the batch was refused: %s', (_what, failure, holdMs) => {
    const left = jobs(2)
    const { over, again, ...rest } = afterStream(endOf(failure, left), fresh)
    expect(over).toEqual(left.map((job) => [job, failure]))
    expect(again).toEqual([])
    expect(rest).toEqual({ holdMs, breaks: 0, givenUp: null })
  })

  it('only those rows end that are to blame, and the others go on', () => {
    const left = jobs(3)
    const issues = [{ path: 'rows[1].messages[0].role', message: 'm' }]
    const { over, again } = afterStream(endOf({ code: 'invalid_request', message: 'm', status: 422, meta: { issues } }, left), fresh)
    expect(rowsOf(over)).toEqual(['run r1 invalid_request'])
    expect(again).toEqual([left[0], left[2]])
  })

  it('all end where the prompt is to blame too, or a row that is none', () => {
    for (const paths of [['rows[1].inputs', 'ag_config.prompt'], ['rows[9].inputs'], [null]]) {
      const issues = paths.map((path) => ({ path }))
      const end = endOf({ code: 'invalid_request', message: 'm', status: 422, meta: { issues } }, jobs(3))
      expect(afterStream(end, fresh).over).toHaveLength(3)
    }
  })

  it('goes on with what has no end where the connection broke, later each time', () => {
    const left = jobs(2)
    for (const [breaks, holdMs] of [250, 500, 1000, 2000, 4000, 4000].entries()) {
      expect(afterStream(endOf(CUT, left), { ...answered, breaks })).toEqual({
        over: [],
        again: left,
        holdMs,
        breaks: breaks + 1,
        givenUp: null,
      })
    }
  })

  it('goes on where the service ended before its rows did', () => {
    const left = jobs(2)
    expect(afterStream(endOf(null, left, { hasProgressed: true }), answered)).toMatchObject({ again: left, breaks: 1 })
  })

  it('asks again where a service that had answered is away for a while', () => {
    const left = jobs(1)
    const draining = { code: 'draining', message: 'm', status: 503, retryAfterMs: 5000 } as const
    expect(afterStream(endOf({ code: 'unreachable', message: 'm' }, left), answered)).toMatchObject({ again: left, holdMs: 250 })
    expect(afterStream(endOf(draining, left), answered)).toMatchObject({ again: left, holdMs: 5000 })
    const last = afterStream(endOf(draining, left), { ...answered, breaks: MOST_BREAKS - 1 })
    expect(rowsOf(last.over)).toEqual(['run r0 draining'])
  })

  it('soon says that a service cannot be reached that never answered', () => {
    const end = endOf({ code: 'unreachable', message: 'm' }, jobs(2))
    for (let breaks = 0; breaks < MOST_UNANSWERED - 1; breaks++) expect(afterStream(end, { ...fresh, breaks }).again).toHaveLength(2)
    const { over, givenUp } = afterStream(end, { ...fresh, breaks: MOST_UNANSWERED - 1 })
    expect(rowsOf(over)).toEqual(['run r0 unreachable', 'run r1 unreachable'])
    expect(givenUp?.code).toBe('unreachable')
  })

  it('gives the group up after so many without a row that ended, and says how often it was tried', () => {
    const { over, again, givenUp } = afterStream(endOf(CUT, jobs(2)), { ...answered, breaks: MOST_BREAKS - 1 })
    expect(rowsOf(over)).toEqual(['run r0 interrupted', 'run r1 interrupted'])
    expect(again).toEqual([])
    expect(givenUp).toMatchObject({ code: 'interrupted', meta: { attempts: MOST_BREAKS } })
  })

  it('counts from the beginning where a row ended', () => {
    const end = endOf(CUT, jobs(1), { hasProgressed: true })
    expect(afterStream(end, { ...answered, breaks: MOST_BREAKS - 1 })).toMatchObject({ breaks: 1, givenUp: null })
  })

  it('counts batches that break together as one', () => {
    expect(afterStream(endOf(CUT, jobs(1)), { ...answered, breaks: 1, isHeld: true }).breaks).toBe(1)
  })

  it('gives up the row under which connections break, and not those that had not begun', () => {
    const left = jobs(2)
    const [bad, good] = left
    for (let count = 1; count < MOST_BEGINNINGS; count++) {
      const begun = new Set(bad ? [bad] : [])
      expect(afterStream(endOf(CUT, left, { begun, hasProgressed: true }), answered).again).toEqual(left)
    }
    const { over, again } = afterStream(endOf(CUT, left, { begun: new Set(bad ? [bad] : []), hasProgressed: true }), answered)
    expect(rowsOf(over)).toEqual(['run r0 interrupted'])
    expect(again).toEqual([good])
  })
})

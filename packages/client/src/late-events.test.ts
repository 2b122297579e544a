import { describe, expect, it } from 'vitest'
import { lateEvents } from './late-events.ts'

const all = async (events: AsyncIterable<unknown>) => {
  const heard: unknown[] = []
  for await (const event of events) heard.push(event)
  return heard
}

describe('lateEvents', () => {
  async function* count() {
    yield 1
    yield 2
  }

  it('yields what comes once its code is there', async () => {
    expect(await all(lateEvents(async () => count()))).toEqual([1, 2])
  })
  it('loads nothing before somebody listens', async () => {
    let loads = 0
    const events = lateEvents(async () => {
      loads++
      return count()
    })
    expect(loads).toBe(0)
    await all(events)
    expect(loads).toBe(1)
  })
  it('fails as data where the code does not arrive', async () => {
    const events = lateEvents(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')))
    expect(await all(events)).toEqual([
      {
        type: 'failure',
        failure: {
          code: 'unreachable',
          message: expect.stringContaining('nothing was sent'),
          meta: { cause: { kind: 'part-missing', values: {} } },
        },
      },
    ])
  })
})

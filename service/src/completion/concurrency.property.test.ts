import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createConcurrency } from './concurrency.ts'

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('the places of a provider key', () => {
  it('never runs more than the limit and forgets nobody', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.record({ owner: fc.constantFrom('a', 'b', 'c'), turns: fc.integer({ min: 0, max: 3 }), givesUp: fc.boolean() }), {
          maxLength: 16,
        }),
        async (limit, jobs) => {
          const concurrency = createConcurrency(limit)
          let running = 0
          let most = 0
          let done = 0
          await Promise.all(
            jobs.map(async ({ owner, turns, givesUp }) => {
              const ticket = concurrency.enter('k', owner)
              if (ticket === null) throw new Error('there is room for sixteen per place')
              if (ticket.turn !== null && givesUp) {
                await settled()
                ticket.release()
                // It may have got its place in the meantime; giving it back is the same.
                done++
                return
              }
              await ticket.turn
              most = Math.max(most, ++running)
              for (let turn = 0; turn < turns; turn++) await settled()
              running--
              done++
              ticket.release()
              ticket.release()
            }),
          )
          expect(done).toBe(jobs.length)
          expect(most).toBeLessThanOrEqual(limit)
        },
      ),
      { numRuns: 50 },
    )
  })
})

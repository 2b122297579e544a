import type { Page } from 'playwright'

/** How much longer than at its best the same work takes in this page: a machine that is busy with other things stretches every task. */
export const stretchOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const times = Array.from({ length: 40 }, () => {
      const startMs = performance.now()
      for (let sum = 0; sum < 5_000_000; sum++);
      return performance.now() - startMs
    })
    return Math.max(...times) / Math.min(...times)
  })

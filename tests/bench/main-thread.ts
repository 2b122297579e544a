import type { Page } from 'playwright'

/**
 * How long the page's own thread has been at work so far, in milliseconds of processor time; from the browser's own accounting, so that
 * nothing counts in which others had the processor.
 */
export async function mainThreadClock(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
}

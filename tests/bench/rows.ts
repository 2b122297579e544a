import type { Page } from 'playwright'
import { launchBrowser, openPage } from '../running/browser-page.ts'
import { startService } from '../running/service-process.ts'
import { startPeer } from './processes.ts'
import { type BenchResult, compared } from './result.ts'

const ROWS = 1000
/** A browser opens six connections to an HTTP/1.1 origin; more at once would measure its queue. */
const AT_ONCE = 6
const LATENCY_MS = 50
/** What the browser itself calls a long task. */
const LONG_TASK_MS = 50

interface RowsRun {
  readonly wallMs: number
  readonly longestTaskMs: number
}

/**
 * Chooses the model, pastes the rows into the grid and runs them, as a person does. The page itself takes the time and counts its long
 * tasks: whoever looks in from outside looks with every frame, and that is work which no person makes.
 */
async function runRows(page: Page): Promise<RowsRun> {
  await page.getByTestId('model').click()
  await page.getByRole('combobox').fill('gpt-4o-mini')
  await page
    .getByRole('option', { name: /gpt-4o-mini/ })
    .first()
    .click()
  await page.getByTestId('cell').first().click()
  const table = Array.from({ length: ROWS }, (_, index) => `ticket ${index}\tcustomer ${index}`).join('\n')
  await page.evaluate((text) => navigator.clipboard.writeText(text), table)
  await page.keyboard.press('ControlOrMeta+v')
  await page.locator(`[data-testid="run"][data-calls="${ROWS}"]`).waitFor()
  const parallel = page.getByRole('spinbutton', { name: /parallel/i })
  await parallel.fill(String(AT_ONCE))
  await parallel.press('Enter')
  return page.evaluate(async (rows): Promise<RowsRun> => {
    const found = async (selector: string): Promise<HTMLElement> => {
      for (;;) {
        const element = document.querySelector<HTMLElement>(selector)
        if (element) return element
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    }
    let longestTaskMs = 0
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration)
    }).observe({ type: 'longtask' })
    const run = await found('[data-testid="run"]')
    const startMs = performance.now()
    run.click()
    const progress = await found('[data-testid="progress"]')
    await new Promise<void>((resolve) => {
      new MutationObserver(() => progress.dataset['done'] === String(rows) && resolve()).observe(progress, {
        attributeFilter: ['data-done'],
      })
    })
    return { wallMs: performance.now() - startMs, longestTaskMs }
  }, ROWS)
}

async function measured(delayMs: number): Promise<RowsRun> {
  const upstream = await startPeer('stub-upstream.ts', { DELAY_MS: String(delayMs) })
  const service = await startService({ OPENAI_BASE_URL: `${upstream.origin}/v1`, OPENAI_API_KEY: 'sk-bench' })
  const browser = await launchBrowser()
  try {
    const { page } = await openPage(browser, service.origin, '/playground')
    await page.getByTestId('run').first().waitFor()
    return await runRows(page)
  } finally {
    await browser.close()
    await service.stop()
    await upstream.stop()
  }
}

/** A thousand rows through worker, service and upstream, against the time that the upstream alone needs. */
export async function rowsBench(): Promise<readonly BenchResult[]> {
  const slow = await measured(LATENCY_MS)
  const instant = await measured(0)
  const idealMs = (ROWS * LATENCY_MS) / AT_ONCE
  const facts = { bench: 'rows', unit: 'ms' }
  return [
    compared({ ...facts, what: `${ROWS} rows, ${LATENCY_MS} ms upstream, ${AT_ONCE} at once`, goal: 1.2, peerName: 'ideal' }, [
      [slow.wallMs, idealMs],
    ]),
    compared({ ...facts, what: `longest task, ${ROWS} rows, instant upstream`, goal: 1, peerName: 'long task' }, [
      [instant.longestTaskMs, LONG_TASK_MS],
    ]),
    compared({ ...facts, what: 'a row, instant upstream', goal: 3, peerName: 'budget' }, [[instant.wallMs / ROWS, 1]]),
  ]
}

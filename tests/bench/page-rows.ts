import type { Browser, Page } from 'playwright'
import { launchBrowser, openPage } from '../running/browser-page.ts'
import { startService } from '../running/service-process.ts'
import { startPeer } from './processes.ts'

/** Beyond so many calls the page asks before it runs them. */
const ASKED_FROM = 200

export interface PageSetUp {
  /** What the upstream waits before it answers. */
  readonly delayMs: number
  /** A script of this folder that stands between page and service; without it the page speaks to the service itself. */
  readonly between?: string
}

/** The page of a service in front of the stub upstream, in a browser of its own. */
export async function onPage<Value>({ delayMs, between }: PageSetUp, measure: (page: Page) => Promise<Value>): Promise<Value> {
  const upstream = await startPeer('stub-upstream.ts', { DELAY_MS: String(delayMs) })
  const service = await startService({ OPENAI_BASE_URL: `${upstream.origin}/v1`, OPENAI_API_KEY: 'sk-bench', VITRINE_CONCURRENCY: '128' })
  const front = between === undefined ? null : await startPeer(between, { SERVICE: service.origin })
  let browser: Browser | null = null
  try {
    browser = await launchBrowser()
    const { page } = await openPage(browser, front?.origin ?? service.origin, '/playground')
    page.setDefaultTimeout(120_000)
    await page.getByTestId('run').first().waitFor()
    return await measure(page)
  } finally {
    await browser?.close()
    await front?.stop()
    await service.stop()
    await upstream.stop()
  }
}

export async function chooseModel(page: Page): Promise<void> {
  await page.getByTestId('model').click()
  await page.getByRole('combobox', { name: 'Models' }).fill('gpt-4o-mini')
  await page
    .getByRole('option', { name: /gpt-4o-mini/ })
    .first()
    .click()
}

/** Brings a table in by the import dialog, in place of the cases that are there. */
export async function bringRows(page: Page, columns: readonly string[], rows: number): Promise<void> {
  const lines = Array.from({ length: rows }, (_, row) => columns.map((column) => `${column} of ${row}`).join(','))
  await page.getByTestId('import').click()
  const dialog = page.getByTestId('import-dialog')
  const buffer = Buffer.from([columns.join(','), ...lines].join('\n'))
  await dialog.locator('input[type=file]').first().setInputFiles({ name: 'rows.csv', mimeType: 'text/csv', buffer })
  for (const name of ['Continue', 'Continue', 'Replace']) await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.getByTestId('import-apply').click()
  await dialog.waitFor({ state: 'detached' })
  await page
    .getByText(String(columns[0]) + ' of 1', { exact: true })
    .first()
    .waitFor()
}

export async function setParallel(page: Page, atOnce: number): Promise<void> {
  const parallel = page.getByRole('spinbutton', { name: /parallel/i })
  await parallel.fill(String(atOnce))
  await parallel.press('Enter')
}

export interface RowsRun {
  readonly wallMs: number
  readonly longestTaskMs: number
  readonly longTasks: number
  /** Between two frames, the slowest of a hundred. */
  readonly p99FrameMs: number
}

/**
 * Runs all rows. The page itself takes the time, counts its long tasks and its frames: whoever looks in from outside looks with every
 * frame, and that is work which no person makes. The clock starts when the run does, after the question that many calls are worth.
 */
export const runRows = (page: Page, rows: number): Promise<RowsRun> =>
  page.evaluate(
    async ({ wanted, isAsked }): Promise<RowsRun> => {
      const found = async (selector: string): Promise<HTMLElement> => {
        for (;;) {
          const element = document.querySelector<HTMLElement>(selector)
          if (element) return element
          await new Promise((resolve) => setTimeout(resolve, 10))
        }
      }
      const start = await found('[data-testid="run"]')
      start.click()
      const yes = isAsked ? await found('[data-testid="confirm-run"]') : null
      const tasksMs: number[] = []
      new PerformanceObserver((list) => tasksMs.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' })
      const framesMs: number[] = []
      let lastMs = performance.now()
      let isOver = false
      const frame = (nowMs: number) => {
        framesMs.push(nowMs - lastMs)
        lastMs = nowMs
        if (!isOver) requestAnimationFrame(frame)
      }
      requestAnimationFrame(frame)
      const startMs = performance.now()
      yes?.click()
      const progress = await found('[data-testid="progress"]')
      await new Promise<void>((resolve) => {
        // What it says may still be of the run before.
        let isBegun = false
        const look = () => {
          const isDone = progress.dataset['done'] === String(wanted)
          isBegun ||= !isDone
          if (isBegun && isDone) resolve()
        }
        new MutationObserver(look).observe(progress, { attributeFilter: ['data-done'] })
        look()
      })
      isOver = true
      const sorted = framesMs.toSorted((a, b) => a - b)
      return {
        wallMs: performance.now() - startMs,
        longestTaskMs: Math.max(0, ...tasksMs),
        longTasks: tasksMs.length,
        p99FrameMs: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
      }
    },
    { wanted: rows, isAsked: rows > ASKED_FROM },
  )

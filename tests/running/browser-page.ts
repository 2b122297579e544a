import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { chromiumLaunch } from '../chromium.ts'

export const launchBrowser = (): Promise<Browser> => chromium.launch(chromiumLaunch)

export interface WatchedPage {
  readonly page: Page
  readonly context: BrowserContext
  /** Everything that a careful reader of the console would frown at: errors, warnings, policy violations, failed requests. */
  readonly complaints: string[]
  /** Requests that left for another origin than the page's. */
  readonly strangers: string[]
}

export interface PageOptions {
  readonly width?: number
  readonly height?: number
  readonly colorScheme?: 'light' | 'dark'
  /** What the browser asks pages for. */
  readonly locale?: string
}

/** A fresh browser profile on the page, watched from the first byte. */
export async function openPage(browser: Browser, origin: string, path = '/', options: PageOptions = {}): Promise<WatchedPage> {
  const { width = 1440, height = 900, colorScheme = 'light', locale = 'en-US' } = options
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
  const page = await context.newPage()
  const complaints: string[] = []
  const strangers: string[] = []
  page.on('console', (line) => ['error', 'warning'].includes(line.type()) && complaints.push(line.text()))
  page.on('worker', (worker) => worker.on('console', (line) => line.type() === 'error' && complaints.push(`worker: ${line.text()}`)))
  page.on('pageerror', (error) => complaints.push(error.message))
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:')) strangers.push(url)
  })
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`)
    })
  })
  await page.goto(`${origin}${path}`)
  return { page, context, complaints, strangers }
}

/** The output cell of a case, counted from 1. */
export const outputOf = (page: Page, number: number) =>
  page
    .getByTestId('case')
    .nth(number - 1)
    .getByTestId('output')

/** Waits until an output cell is in one of the states. */
export async function untilState(page: Page, number: number, ...states: readonly string[]): Promise<void> {
  await page
    .getByTestId('case')
    .nth(number - 1)
    .locator(states.map((state) => `[data-testid="output"][data-state="${state}"]`).join(', '))
    .waitFor({ timeout: 20_000 })
}

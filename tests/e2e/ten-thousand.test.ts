import { chatFailure, chatStream, type FakeProvider, type FakeReply, jsonReply, RESET, startFakeProvider } from '@vitrine/testkit'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../running/browser-page.ts'
import { cellOf, chooseFormat, chooseModel, openPlayground } from '../running/playground-page.ts'
import { type ServiceProcess, startService } from '../running/service-process.ts'
import { stretchOf } from '../running/stretch-of.ts'

const ROWS = 10_000
const AT_ONCE = 20
const LONG_TASK_MS = 200

/** What spreadsheets hold besides plain words; `at` keeps every value apart from all others. */
const AWKWARD: readonly ((at: number) => string)[] = [
  (at) => `A plain line ${at}`,
  (at) => `He said "no" ${at}`,
  (at) => `First line ${at}\r\nsecond, with a comma; and a semicolon`,
  (at) => `Grüße aus Köln, 東京, ${at} и Москвы`,
  (at) => `👩‍👩‍👧‍👦 🏳️‍🌈 ${at} 👍🏽`,
  (at) => `مرحبا ${at}`,
  (at) => `${'long words '.repeat(40)}${at}`,
  (at) => `=SUM(A1:A${at})`,
  (at) => `{{ticket}} ${at} <script>alert(1)</script>`,
  (at) => `\ttab and spaces ${at}  `,
]
const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`
const csv = (): string =>
  [
    'ticket,customer,note',
    ...Array.from({ length: ROWS }, (_, at) => {
      const value = AWKWARD[at % AWKWARD.length] ?? String
      return [`#${at}# ${value(at)}`, `Customer ${at}`, at % 3 === 0 ? '' : 'x'].map(quoted).join(',')
    }),
  ].join('\r\n')

const numberIn = (text: string): number => Number(/#(\d+)#/.exec(text)?.[1])

/** Three of ten requests go wrong, each kind in its turn; by the count of requests, so that a row that is asked again fares otherwise. */
const faultOf = (count: number): FakeReply | null =>
  count % 10 === 3
    ? chatFailure(503, { message: 'Overloaded.' }, { 'retry-after': '0' })
    : count % 10 === 6
      ? chatFailure(400, { message: 'Not this one.', code: 'refused' })
      : count % 10 === 9
        ? RESET
        : null

describe('ten thousand cases from a spreadsheet, with three faults in ten', () => {
  let provider: FakeProvider
  let service: ServiceProcess
  let browser: Browser
  let page: Page
  /** How often each row was answered well. */
  const answered = new Map<number, number>()
  beforeAll(async () => {
    provider = await startFakeProvider()
    provider.respond(({ path, text }, count) => {
      if (path.endsWith('/models')) return jsonReply({ data: [] })
      const fault = faultOf(count)
      if (fault !== null) return fault
      const row = numberIn(text)
      answered.set(row, (answered.get(row) ?? 0) + 1)
      return chatStream(`Answer to #${row}#`)
    })
    ;[service, browser] = await Promise.all([
      startService({ OPENAI_API_KEY: 'sk-test-0000', OPENAI_BASE_URL: provider.baseUrl }),
      launchBrowser(),
    ])
    page = (await openPlayground(browser, service.origin)).page
    page.setDefaultTimeout(60_000)
    await chooseModel(page, 'openai/gpt-4o-mini')
    await chooseFormat(page, 'Text')
  })
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
    await provider?.close()
  })

  const memoryMb = () =>
    page.evaluate(() => Math.round(((performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0) / 1e6))
  const progressOf = async (name: string) => Number(await page.getByTestId('progress').getAttribute(name))
  async function runEnds(calls: number): Promise<void> {
    await expect.poll(() => progressOf('data-total'), { timeout: 10_000 }).toBe(calls)
    await page.getByTestId('stop').waitFor({ state: 'detached', timeout: 240_000 })
    expect(await progressOf('data-done')).toBe(calls)
  }
  const confirm = () => page.getByTestId('confirm-run').click()
  const filters = () => page.getByRole('toolbar', { name: 'Filter the cases' })

  it('come in as they are, quotes, line breaks and signs of every script', async () => {
    await page.getByTestId('import').click()
    const dialog = page.getByTestId('import-dialog')
    await dialog.locator('input[type=file]').setInputFiles({ name: 'tickets.csv', mimeType: 'text/csv', buffer: Buffer.from(csv()) })
    await dialog.getByText(/^10,?000 cases · 3 columns/).waitFor()
    for (const name of ['Continue', 'Continue', 'Replace']) await dialog.getByRole('button', { name, exact: true }).click()
    await dialog.getByTestId('import-apply').click()
    await dialog.waitFor({ state: 'detached' })
    await page.locator(`[data-testid="run"][data-calls="${ROWS}"]`).waitFor()
    expect(await cellOf(page, 2, 'ticket').textContent()).toContain('He said "no" 1')
    expect(await cellOf(page, 3, 'ticket').textContent()).toMatch(/First line 2\r?\nsecond, with a comma; and a semicolon/)
    expect(await cellOf(page, 5, 'ticket').textContent()).toContain('👩‍👩‍👧‍👦 🏳️‍🌈 4 👍🏽')
  })

  it('all end in a named state, with no long pause of the page', { timeout: 300_000 }, async () => {
    const parallel = page.getByRole('spinbutton', { name: /parallel/i })
    await parallel.fill(String(AT_ONCE))
    await parallel.press('Enter')
    const before = await memoryMb()
    const stretchBefore = await stretchOf(page)
    const tasks = await page.evaluateHandle(() => {
      const durationsMs: number[] = []
      new PerformanceObserver((list) => durationsMs.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: 'longtask',
      })
      return durationsMs
    })
    const startMs = performance.now()
    await page.getByTestId('run').click()
    await confirm()
    await runEnds(ROWS)
    const seconds = ((performance.now() - startMs) / 1000).toFixed(1)
    const durationsMs = await tasks.evaluate((found) => found)
    const stretch = Math.max(stretchBefore, await stretchOf(page))
    const longestMs = Math.round(Math.max(0, ...durationsMs))
    console.log(
      `${ROWS} rows in ${seconds} s; heap ${before} MB before, ${await memoryMb()} MB after; ${durationsMs.length} long tasks, the longest ${longestMs} ms, on a machine that stretches work ${stretch.toFixed(1)} times`,
    )
    expect(longestMs).toBeLessThan(LONG_TASK_MS * stretch)
    expect(provider.ledger.open).toBe(0)
    expect(await progressOf('data-failed')).toBeGreaterThan(ROWS / 20)
  })

  it(
    'are finished by running what failed, as often as it takes; none is lost and none is asked twice for the same answer',
    { timeout: 300_000 },
    async () => {
      for (let round = 0; round < 12; round++) {
        const failed = await progressOf('data-failed')
        if (failed === 0) break
        await page.getByRole('button', { name: 'Run menu' }).click()
        await page.getByRole('menuitem', { name: /^Run failed/ }).click()
        if (failed > 200) await confirm()
        await runEnds(failed)
      }
      expect(await progressOf('data-failed')).toBe(0)
      expect(answered.size).toBe(ROWS)
      expect([...answered].filter(([, times]) => times !== 1)).toEqual([])
      const { received, completed, broken, aborted } = provider.ledger
      expect({ aborted, sum: completed + broken + aborted }).toEqual({ aborted: 0, sum: received })
    },
  )

  it('hold each the answer to its own question', async () => {
    await page.getByTestId('export').click()
    const dialog = page.getByTestId('export-dialog')
    await dialog.getByRole('radio', { name: 'Results as CSV' }).check()
    const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Save' }).click()])
    const stream = await download.createReadStream()
    let text = ''
    for await (const chunk of stream) text += String(chunk)
    const answers = [...text.matchAll(/#(\d+)# [^#]*?Answer to #(\d+)#/gs)]
    expect(answers).toHaveLength(ROWS)
    expect(answers.filter(([, asked, told]) => asked !== told)).toEqual([])
    expect(new Set(answers.map(([, asked]) => asked)).size).toBe(ROWS)
    const states = await page.getByTestId('output').evaluateAll((all) => all.map((one) => one.getAttribute('data-state') ?? ''))
    expect(new Set(states)).toEqual(new Set(['done']))
    expect(
      await filters()
        .getByRole('button', { name: /^Failed/ })
        .textContent(),
    ).toMatch(/ 0$/)
  })
})

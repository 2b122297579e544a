import { AxeBuilder } from '@axe-core/playwright'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { deflateRawSync } from 'node:zlib'
import type { Page } from 'playwright'
import { afterEach, describe, expect, it } from 'vitest'
import { openPage, outputOf, untilState, type WatchedPage } from '../running/browser-page.ts'
import { editorOf, keepCases, messageTextOf, openPlayground, writeMessage } from '../running/playground-page.ts'
import { freshPlayground, served } from '../running/served.ts'

const on = served()
let visit: WatchedPage
let page: Page
freshPlayground(on, (opened) => {
  visit = opened
  page = opened.page
})

const others: WatchedPage[] = []
afterEach(async () => {
  for (const { context } of others.splice(0)) await context.close()
})

const linkOf = (value: unknown): string =>
  `#vitrine=${deflateRawSync(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')}`
const snapshotOf = (content: string, rows: readonly object[] = [{ data: { name: 'Ada' } }], settings: object = {}) => ({
  v: 1,
  mode: 'completion',
  prompt: { messages: [{ role: 'user', content }], llmConfig: { model: 'demo/writer', ...settings }, templateFormat: 'curly' },
  rows,
})

/** The page as somebody sees it who was sent a link, in a browser of their own. */
async function come(fragment: string): Promise<WatchedPage> {
  const opened = await openPage(on.browser, on.service.origin, `/playground${fragment}`)
  others.push(opened)
  opened.page.setDefaultTimeout(10_000)
  return opened
}
const noticeOn = (there: Page, code: string) => there.locator(`[data-code="${code}"]`)
const runsOf = (there: Page): readonly string[] => {
  const urls: string[] = []
  there.on('request', (request) => request.method() === 'POST' && urls.push(request.url()))
  return urls
}

async function copiedLink(): Promise<string> {
  await page.getByTestId('share').click()
  await page.getByTestId('copy-link').click()
  await page.getByTestId('toast').getByText('The link is copied.').waitFor()
  await page.keyboard.press('Escape')
  await page.getByTestId('share-dialog').waitFor({ state: 'detached' })
  return page.evaluate(() => navigator.clipboard.readText())
}

describe('a link', () => {
  it('takes the work to somebody else, who sees what it is before anything runs', async () => {
    await keepCases(page, 3)
    await writeMessage(page, 2, 'Sort this: {{ticket}}')
    const link = await copiedLink()
    expect(link.startsWith(`${on.service.origin}/playground#vitrine=`)).toBe(true)
    const { page: there, complaints } = await come(new URL(link).hash)
    const posts = runsOf(there)
    const notice = noticeOn(there, 'link-loaded')
    await notice.getByText('Loaded from a link').waitFor()
    for (const words of ['2 messages', '3 cases', 'Model demo/writer']) expect(await notice.getByText(words).count()).toBe(1)
    expect(there.url()).toBe(`${on.service.origin}/playground`)
    await editorOf(there, 2).waitFor()
    expect(await messageTextOf(there, 2)).toContain('Sort this:')
    expect(await there.getByTestId('case').count()).toBe(3)
    expect(posts.filter((url) => url.includes('/test'))).toEqual([])
    await notice.getByRole('button', { name: 'Undo' }).click()
    await notice.waitFor({ state: 'detached' })
    expect(await there.getByTestId('case').count()).toBe(8)
    expect(complaints).toEqual([])
  })

  it('asks before it takes the place of what somebody works on, and undo brings their results back', async () => {
    await keepCases(page, 1)
    await page.getByTestId('run').click()
    await untilState(page, 1, 'done')
    const answer = await outputOf(page, 1).getByTestId('output-text').textContent()
    const question = page.getByTestId('link-question')
    const arrive = (content: string) => page.evaluate((hash) => (location.hash = hash), linkOf(snapshotOf(content)))
    await arrive('Another {{name}}')
    await question.getByText('your 1 case', { exact: false }).waitFor()
    expect(page.url()).toBe(`${on.service.origin}/`)
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
    await question.getByRole('button', { name: 'Keep mine' }).click()
    await question.waitFor({ state: 'detached' })
    expect(await outputOf(page, 1).getByTestId('output-text').textContent()).toBe(answer)
    await arrive('Another {{name}}')
    await question.getByRole('button', { name: 'Open it' }).click()
    await noticeOn(page, 'link-loaded').waitFor()
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
    await expect.poll(() => messageTextOf(page, 1)).toContain('Another')
    await noticeOn(page, 'link-loaded').getByRole('button', { name: 'Undo' }).click()
    await untilState(page, 1, 'done')
    expect(await outputOf(page, 1).getByTestId('output-text').textContent()).toBe(answer)
    expect(visit.complaints).toEqual([])
  })

  it('is made with the keyboard alone, in a dialog without barriers', async () => {
    await page.getByTestId('share').focus()
    await page.keyboard.press('Enter')
    await page.getByTestId('share-link').waitFor()
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    const isOnCopy = () => page.getByTestId('copy-link').evaluate((button) => button.matches(':focus'))
    for (let tabs = 0; tabs < 10 && !(await isOnCopy()); tabs++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByTestId('toast').getByText('The link is copied.').waitFor()
    await page.keyboard.press('Escape')
    await page.getByTestId('share-dialog').waitFor({ state: 'detached' })
    await expect.poll(() => page.getByTestId('share').evaluate((button) => button.matches(':focus'))).toBe(true)
  })
})

describe('a link made by an enemy', () => {
  it('runs nothing, fetches nothing and reaches nobody', async () => {
    const hostile = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>'
    const value = snapshotOf(
      `${hostile} {{__proto__}} {{constructor}}`,
      [
        {
          data: JSON.parse(`{"__proto__": ${JSON.stringify(hostile)}, "constructor": "javascript:window.hit=1"}`) as object,
          expected: hostile,
        },
      ],
      { model: hostile, extraBody: { api_base: 'https://enemy.example/v1', headers: { authorization: 'x' } } },
    )
    const { page: there, complaints, strangers } = await come(linkOf({ ...value, serviceUrl: 'https://enemy.example', __vitrine: 1 }))
    const posts = runsOf(there)
    const notice = noticeOn(there, 'link-loaded')
    await notice.getByText('extraBody.api_base names an address', { exact: false }).waitFor()
    await there.locator('[data-testid="cell"][data-column="__proto__"]').waitFor()
    expect(await there.locator('[data-testid="cell"][data-column="__proto__"]').textContent()).toContain('<img src=x')
    expect(await there.evaluate(() => [(window as { hit?: number }).hit, ({} as { polluted?: number }).polluted])).toEqual(
      [null, null].map(() => undefined),
    )
    expect(await there.content()).not.toContain('enemy.example')
    expect(strangers).toEqual([])
    expect(posts.filter((url) => url.includes('/test'))).toEqual([])
    expect(complaints).toEqual([])
  })

  it.each([
    ['a million letters', () => `#vitrine=${'A'.repeat(1_000_000)}`, 'The link has 1,000,000 characters'],
    ['a bomb', () => linkOf(`"${'0'.repeat(20_000_000)}"`), 'Unpacked, the link is larger than 2,000,000 bytes'],
    ['of a newer version', () => linkOf({ ...snapshotOf('x'), v: 2 }), 'It was made by a newer version (2; this page knows 1)'],
    ['not one at all', () => '#vitrine=%3Cscript%3E', 'The link is damaged'],
  ])('is refused in words where it is %s', async (_, fragment, words) => {
    const { page: there, complaints } = await come(fragment())
    await noticeOn(there, 'link-refused').getByText(words, { exact: false }).waitFor()
    expect(there.url()).toBe(`${on.service.origin}/playground`)
    expect(await there.getByTestId('case').count()).toBe(8)
    expect(complaints).toEqual([])
  })
})

describe('a report', () => {
  async function savedReport(): Promise<string> {
    await page.getByTestId('share').click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('share-report').click()])
    expect(download.suggestedFilename()).toBe('vitrine-report.html')
    return download.path()
  }

  it('is read from a disk without a network, under its own policy, and brings the playground back', async () => {
    await keepCases(page, 2)
    await page.getByTestId('run').click()
    for (const number of [1, 2]) await untilState(page, number, 'done')
    const answer = (await outputOf(page, 1).getByTestId('output-text').textContent()) ?? ''
    const path = await savedReport()
    const html = readFileSync(path, 'utf8')
    const context = await on.browser.newContext({ offline: true, viewport: { width: 1440, height: 900 } })
    const complaints: string[] = []
    const requests: string[] = []
    const report = await context.newPage()
    report.on('console', (line) => complaints.push(line.text()))
    report.on('pageerror', (error) => complaints.push(error.message))
    report.on('request', (request) => requests.push(request.url()))
    // A download has no ending by which a browser would know a page.
    await report.route('file:///**', (route) => route.fulfill({ body: html, contentType: 'text/html' }))
    await report.goto(`${pathToFileURL(path).href}.html`)
    const first = report.locator('details.case').first()
    expect(await report.locator('details.case').count()).toBe(2)
    await first.locator('summary').first().click()
    expect((await first.locator('.result > .text').textContent())?.replaceAll(/\s/g, '')).toContain(
      answer.replaceAll(/\s/g, '').slice(0, 40),
    )
    expect(await first.textContent()).toContain('TTFT')
    await first.getByText('keys masked', { exact: false }).click()
    await first.locator('.code').last().waitFor()
    expect(await report.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe('rgba(0, 0, 0, 0)')
    const { violations } = await new AxeBuilder({ page: report }).setLegacyMode().analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html: found }) => found)])).toEqual([])
    expect(complaints).toEqual([])
    expect(requests).toHaveLength(1)
    await context.close()

    const { page: there } = await openPlayground(on.browser, on.service.origin)
    others.push({ page: there, context: there.context(), complaints: [], strangers: [] })
    await there.getByTestId('import').click()
    await there
      .getByTestId('import-dialog')
      .locator('input[type=file]')
      .setInputFiles({ name: 'report.html', mimeType: 'text/html', buffer: Buffer.from(html) })
    await there.getByTestId('import-dialog').getByText('2 cases', { exact: false }).first().waitFor()
    expect(await there.getByTestId('import-dialog').getByRole('combobox', { name: 'Format' }).inputValue()).toBe('report')
    expect(visit.complaints).toEqual([])
  })
})

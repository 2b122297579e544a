import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { afterEach, describe, expect, it } from 'vitest'
import { barriersOf } from '../running/barriers-of.ts'
import { type PageOptions, type WatchedPage, openPage, outputOf, untilState } from '../running/browser-page.ts'
import { cellOf, chooseFormat, chooseModel, keepCases, openPlayground, writeMessage } from '../running/playground-page.ts'
import { served } from '../running/served.ts'

const on = served()
const visits: WatchedPage[] = []
afterEach(async () => {
  for (const { context } of visits.splice(0)) await context.close()
})

async function visit(options: PageOptions = {}): Promise<WatchedPage> {
  const opened = await openPlayground(on.browser, on.service.origin, options)
  visits.push(opened)
  return opened
}
/** Another page of the same browser. */
async function again({ context }: WatchedPage, path = '/playground'): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(on.service.origin + path)
  return page
}
const isOn = (page: Page) => page.locator('[data-testid="journal"][data-status="on"]').waitFor()

async function keepHere(page: Page): Promise<void> {
  await page.getByTestId('journal').click()
  await page.getByTestId('journal-switch').click()
  await isOn(page)
  await page.keyboard.press('Escape')
}
/** Until what is there now is written: then the head says when. */
const saved = (page: Page) => page.getByTestId('journal').getByText('saved just now').waitFor()
const runAll = (page: Page) => page.getByTestId('run').first().click()
/** The kept documents, as the browser holds them. */
const keptText = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const opening = indexedDB.open('vitrine-journal')
      opening.addEventListener('success', () => done(opening.result))
      opening.addEventListener('error', () => fail(opening.error))
    })
    const all = await Promise.all(
      ['heads', 'rows'].map(
        (name) =>
          new Promise<unknown>((done) => {
            const reading = database.transaction(name).objectStore(name).getAll()
            reading.addEventListener('success', () => done(reading.result))
          }),
      ),
    )
    database.close()
    return JSON.stringify(all)
  })
/** What axe finds in a part of the page. */
async function barriersIn(page: Page, part: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze()
  return violations.map(({ id, help }) => `${id}: ${help}`)
}
const endings = (page: Page) => {
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  return asked
}
/** Closes the page as a person does, and tells whether the browser asked before. */
async function leave(page: Page): Promise<boolean> {
  const asked = endings(page)
  await page.close({ runBeforeUnload: true })
  await expect.poll(() => page.isClosed()).toBe(true)
  return asked.includes('beforeunload')
}

describe('a copy in this browser', () => {
  it('brings back what a close in mid-run left: the finished answers, and the rest to be run', async () => {
    const first = await visit()
    const { page } = first
    await keepCases(page, 4)
    await chooseFormat(page, 'Text')
    await keepHere(page)
    await page.getByRole('spinbutton', { name: /parallel/i }).fill('1')
    await runAll(page)
    await untilState(page, 1, 'done')
    const answer = await outputOf(page, 1).getByTestId('output-text').textContent()
    // What is there when the page goes is written every moment, and at the latest then.
    await expect.poll(async () => (await keptText(page)).includes('"state":"done"')).toBe(true)
    await page.close()

    const next = await again(first)
    const posts: string[] = []
    next.on('request', (request) => request.method() === 'POST' && /\/(test|batch)/.test(request.url()) && posts.push(request.url()))
    const offer = next.getByTestId('journal-offer')
    await offer.waitFor()
    expect(await offer.textContent()).toMatch(/4 cases\s*[1-3] results?\s*[1-3] left to run/)
    expect(await barriersIn(next, '[data-testid="journal-offer"]')).toEqual([])
    await next.getByTestId('restore').click()
    await next.getByTestId('journal-restored').waitFor()
    expect(await next.getByTestId('case').count()).toBe(4)
    await untilState(next, 1, 'done')
    expect(await outputOf(next, 1).getByTestId('output-text').textContent()).toBe(answer)
    expect(posts).toEqual([])
    await next.getByTestId('run-rest').click()
    for (const number of [1, 2, 3, 4]) await untilState(next, number, 'done')
    expect(posts).not.toEqual([])
    // What produced a result came back with it.
    await writeMessage(next, 2, 'Another wording: {{ticket}} {{customer}}')
    await untilState(next, 1, 'stale')
  })

  it('is offered, and kept under Runs where somebody starts anew', async () => {
    const first = await visit()
    await keepCases(first.page, 2)
    await keepHere(first.page)
    await saved(first.page)
    await first.page.close()
    const next = await again(first)
    await next.getByTestId('start-new').click()
    await next.getByTestId('journal-offer').waitFor({ state: 'detached' })
    expect(await next.getByTestId('case').count()).toBe(8)
    await next.getByRole('link', { name: 'Runs' }).click()
    await next.getByTestId('kept-run').waitFor()
    expect(await next.getByTestId('kept-run').textContent()).toContain('Run: demo/writer')
  })

  it('is deleted, with the runs, once somebody turns it off and says yes', async () => {
    const { page } = await visit()
    await keepCases(page, 1)
    await keepHere(page)
    await runAll(page)
    await untilState(page, 1, 'done')
    await page.getByRole('link', { name: 'Runs' }).waitFor()
    // Kept once the checks of the last answer had their time.
    await expect.poll(async () => (await keptText(page)).includes('"kind":"run"'), { timeout: 8000 }).toBe(true)
    await page.getByTestId('journal').click()
    await page.getByTestId('journal-switch').click()
    const dialog = page.getByTestId('journal-off')
    await dialog.getByText('1 kept run').waitFor()
    expect(await barriersIn(page, '[role="dialog"]')).toEqual([])
    await page.getByTestId('journal-delete').click()
    await page.locator('[data-testid="journal"][data-status="off"]').waitFor()
    expect(await keptText(page)).toBe('[[],[]]')
    await untilState(page, 1, 'done')
  })

  it('is a copy of its own in every page', async () => {
    const first = await visit()
    await keepHere(first.page)
    await saved(first.page)
    const second = await again(first)
    await isOn(second)
    expect(await second.getByTestId('journal-offer').count()).toBe(0)
    await second.getByTestId('journal').click()
    await second.locator('[data-code="journal-elsewhere"]').waitFor()
  })

  it('holds no address and no key', async () => {
    const { page } = await visit()
    await keepCases(page, 1)
    await keepHere(page)
    await runAll(page)
    await untilState(page, 1, 'done')
    await expect.poll(async () => (await keptText(page)).includes('"wire"')).toBe(true)
    const kept = await keptText(page)
    expect([on.service.origin, 'Bearer', 'authorization'].filter((secret) => kept.includes(secret))).toEqual([])
  })

  it('says so where the browser has no room, and loses nothing', async () => {
    const opened = await visit()
    const { page } = opened
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('No room.', 'QuotaExceededError')
      }
    })
    await page.getByTestId('journal').click()
    await page.getByTestId('journal-switch').click()
    await page.locator('[data-code="journal-full"], [data-testid="journal"][data-fault="full"]').first().waitFor()
    await page.keyboard.press('Escape')
    await keepCases(page, 1)
    await runAll(page)
    await untilState(page, 1, 'done')
    expect(opened.complaints).toEqual([])
  })

  it('is not offered where the browser keeps nothing', async () => {
    const first = await visit()
    await first.context.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      }
      Object.assign(IDBFactory.prototype, { open: refuse, databases: refuse })
    })
    const page = await again(first)
    await page.locator('[data-testid="journal"][data-status="refused"]').click()
    await page.getByText('This browser keeps nothing').waitFor()
    expect(await page.getByTestId('journal-switch').count()).toBe(0)
    await page.keyboard.press('Escape')
    await runAll(page)
    await untilState(page, 1, 'done')
  })
})

describe('leaving the page', () => {
  it('is asked about only where something would be lost', async () => {
    const { page } = await visit()
    await keepCases(page, 1)
    await runAll(page)
    await untilState(page, 1, 'done')
    expect(await leave(page)).toBe(true)
  })

  it('is not asked about before anything ran, nor where nobody changed anything', async () => {
    const { page } = await visit()
    await keepCases(page, 1)
    expect(await leave(page)).toBe(false)
    const other = await visit()
    await runAll(other.page)
    await untilState(other.page, 1, 'done')
    expect(await leave(other.page)).toBe(false)
  })

  it('is not asked about where this browser keeps the work, or where it was downloaded', async () => {
    const kept = await visit()
    await keepCases(kept.page, 1)
    await keepHere(kept.page)
    await runAll(kept.page)
    await untilState(kept.page, 1, 'done')
    await saved(kept.page)
    expect(await leave(kept.page)).toBe(false)

    const { page } = await visit()
    await keepCases(page, 1)
    await runAll(page)
    await untilState(page, 1, 'done')
    await page.getByTestId('stop').waitFor({ state: 'detached' })
    const download = page.waitForEvent('download')
    await page.getByTestId('journal').click()
    await page.getByRole('button', { name: 'Download the work' }).click()
    await download
    await page.getByTestId('toast').getByText('is downloaded').waitFor()
    expect(await leave(page)).toBe(false)
  })
})

describe('runs', () => {
  it('are named, renamed, opened, deleted and brought back, and two are compared', async () => {
    const first = await visit()
    const { page } = first
    await keepCases(page, 2)
    await page.getByTestId('journal').click()
    await page.getByTestId('keep-run').click()
    const name = page.getByRole('textbox', { name: 'Name' })
    // The dialog gives it the focus once it has opened: what is typed before that may be for another part of it.
    await expect.poll(() => name.evaluate((field) => field.matches(':focus'))).toBe(true)
    await name.fill('Before')
    await name.press('Enter')
    await page.getByTestId('toast').getByText('“Before”').waitFor()
    await chooseModel(page, 'demo/echo')
    await chooseFormat(page, 'Text')
    await runAll(page)
    for (const number of [1, 2]) await untilState(page, number, 'done')
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type('Save a snapshot in this')
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Name' }).fill('After')
    await page.getByTestId('keep-run-save').click()
    await page.getByRole('link', { name: 'Runs' }).click()
    const runs = page.getByTestId('kept-run')
    await runs.nth(1).waitFor()
    expect(await runs.allTextContents()).toEqual([expect.stringContaining('After'), expect.stringContaining('Before')])
    expect(await barriersOf(page, { rules: 'all' })).toEqual([])

    await runs.nth(0).getByTestId('rename-run').click()
    await page.getByRole('textbox', { name: 'New name' }).fill('Echo')
    await page.keyboard.press('Enter')
    await runs.getByText('Echo').first().waitFor()
    for (const at of [0, 1]) await runs.nth(at).getByRole('checkbox').check()
    await page.getByTestId('compare').click()
    await page.getByText('A.model').waitFor()
    expect(await page.getByTestId('differing').textContent()).toContain('Answers that differ: 2 of 2.')
    expect(await barriersOf(page, { rules: 'all' })).toEqual([])
    await page.getByRole('link', { name: 'All runs' }).click()

    await runs.nth(1).getByTestId('delete-run').click()
    await expect.poll(() => runs.count()).toBe(1)
    await page.getByTestId('undo-delete').click()
    await expect.poll(() => runs.count()).toBe(2)
    await page.getByRole('button', { name: 'Open Before in the playground' }).click()
    await cellOf(page, 1, 'ticket').waitFor()
    await untilState(page, 1, 'ready')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await untilState(page, 1, 'done')
  })

  it('are not in the navigation where there is nothing to see', async () => {
    const { page } = await visit()
    await page.locator('[data-testid="journal"][data-status="off"]').waitFor()
    expect(await page.getByRole('link', { name: 'Runs' }).count()).toBe(0)
    const opened = await openPage(on.browser, on.service.origin, '/runs')
    visits.push(opened)
    await opened.page.getByText('No run is kept yet.').waitFor()
    expect(await barriersOf(opened.page, { rules: 'all' })).toEqual([])
  })
})

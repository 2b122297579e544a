import { chatStream, type FakeProvider, startFakeProvider } from '@vitrine/testkit'
import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchBrowser, outputOf, untilState, type WatchedPage } from '../running/browser-page.ts'
import { chooseFormat, chooseModel, openPlayground } from '../running/playground-page.ts'
import { type ServiceProcess, startService } from '../running/service-process.ts'

let browser: Browser
let service: ServiceProcess
let provider: FakeProvider
let visit: WatchedPage
let page: Page
beforeAll(async () => {
  ;[browser, provider] = await Promise.all([launchBrowser(), startFakeProvider()])
})
afterAll(async () => {
  await browser?.close()
  await provider?.close()
})
beforeEach(async () => {
  service = await startService({ OPENAI_API_KEY: 'sk-test-0000', OPENAI_BASE_URL: provider.baseUrl })
  visit = await openPlayground(browser, service.origin)
  page = visit.page
})
afterEach(async () => {
  await visit.context.close()
  await service.stop()
})

const stateOf = (number: number) => outputOf(page, number).getAttribute('data-state')
const states = async () => Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(stateOf))
const notice = () => page.locator('[data-testid="error-notice"][data-code="offline"]')

describe('a network that goes away', () => {
  it('lets rows wait, says so, keeps what is finished, and goes on by itself', async () => {
    provider.respond((_, count) =>
      count === 1 ? chatStream('Quick.') : chatStream('Not that quick. '.repeat(12), { split: { seed: 3 }, pauseMs: 100 }),
    )
    await chooseModel(page, 'openai/gpt-4o-mini')
    await chooseFormat(page, 'Text')
    await page.getByTestId('run').click()
    await expect.poll(states).toContain('done')
    await visit.context.setOffline(true)
    await notice().waitFor()
    await expect.poll(() => notice().textContent()).toMatch(/You are offline\. \d finished are safe; \d wait\./)
    // What was under way has its connection; what has not begun must wait.
    await expect.poll(async () => new Set(await states()), { timeout: 15_000 }).toEqual(new Set(['done', 'queued']))
    expect(await page.getByText('Quick.', { exact: true }).count()).toBe(1)
    expect(await page.getByTestId('stop').isVisible()).toBe(true)
    await visit.context.setOffline(false)
    await expect.poll(states, { timeout: 20_000 }).toEqual(Array.from({ length: 8 }, () => 'done'))
    await notice().waitFor({ state: 'detached' })
  })

  it('can be stopped waiting for', async () => {
    await visit.context.setOffline(true)
    await notice().waitFor()
    await page.getByTestId('run').click()
    await page.getByTestId('stop').click()
    await expect.poll(() => page.getByTestId('stop').count()).toBe(0)
    for (const state of await states()) expect(['ready', 'stopped']).toContain(state)
    await visit.context.setOffline(false)
    await page.getByTestId('run').click()
    await untilState(page, 1, 'done')
  })
})

describe('a service that is gone', () => {
  it('is named in the cells that needed it; other results stay, and a new one answers again', async () => {
    await page.getByTestId('run').click()
    await untilState(page, 1, 'done')
    const first = await outputOf(page, 1).getByTestId('output-text').textContent()
    service.child.kill('SIGKILL')
    await expect.poll(async () => (await states()).every((state) => state === 'done' || state === 'failed'), { timeout: 20_000 }).toBe(true)
    expect(await stateOf(8)).toBe('failed')
    expect(await outputOf(page, 1).getByTestId('output-text').textContent()).toBe(first)
    const failed = outputOf(page, 8).getByTestId('error-notice')
    expect(await failed.getAttribute('data-code')).toMatch(/^(unreachable|interrupted)$/)
    expect(await failed.getByRole('button', { name: 'Rerun' }).isVisible()).toBe(true)
    service = await startService({ PORT: new URL(service.origin).port })
    await page.getByRole('button', { name: 'Run menu' }).click()
    await page.getByRole('menuitem', { name: /Run failed/ }).click()
    await expect.poll(states, { timeout: 20_000 }).toEqual(Array.from({ length: 8 }, () => 'done'))
  })

  it('in the middle of an answer leaves what had come', async () => {
    provider.respond(() => chatStream('A very long answer indeed. '.repeat(60), { split: { seed: 3 }, pauseMs: 100 }))
    await chooseModel(page, 'openai/gpt-4o-mini')
    await chooseFormat(page, 'Text')
    await page.getByTestId('run').click()
    await expect.poll(() => outputOf(page, 1).getByTestId('output-text').textContent()).toContain('A very')
    service.child.kill('SIGKILL')
    await untilState(page, 1, 'failed')
    expect(await outputOf(page, 1).getByTestId('error-notice').getAttribute('data-code')).toBe('interrupted')
    expect(await outputOf(page, 1).getByTestId('output-text').textContent()).toContain('A very')
  })
})

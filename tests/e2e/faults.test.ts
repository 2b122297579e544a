import { chatFailure, chatStream, type FakeProvider, startFakeProvider } from '@vitrine/testkit'
import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchBrowser, outputOf, untilState, type WatchedPage } from '../running/browser-page.ts'
import { chooseFormat, chooseModel, keepCases, openPlayground, statusOf } from '../running/playground-page.ts'
import { type ServiceProcess, startService } from '../running/service-process.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const noticeOf = (page: Page, number: number) => outputOf(page, number).getByTestId('error-notice')
const offers = (page: Page, number: number, name: string | RegExp) => outputOf(page, number).getByRole('button', { name }).isVisible()

describe('a model that misbehaves', () => {
  let service: ServiceProcess
  let visit: WatchedPage
  let page: Page
  beforeAll(async () => {
    // Long enough for the slow one and its answer, short enough to wait for the silent one.
    service = await startService({ VITRINE_DEADLINE_MS: '6000' })
  })
  afterAll(() => service?.stop())
  beforeEach(async () => {
    visit = await openPlayground(browser, service.origin)
    page = visit.page
    await keepCases(page, 2)
  })
  afterEach(() => visit.context.close())

  const runWith = async (model: string) => {
    await chooseModel(page, model)
    await chooseFormat(page, 'Text')
    await page.getByTestId('run').click()
  }
  const bothEnd = async (state: string) => {
    await untilState(page, 1, state)
    await untilState(page, 2, state)
    expect(await page.getByTestId('stop').count()).toBe(0)
  }

  it('is tried again and says when, if it is overloaded', async () => {
    await runWith('demo/flaky')
    await untilState(page, 1, 'retrying')
    expect(await statusOf(outputOf(page, 1))).toMatch(/retry \d\/\d (in \d+ s|now)/)
    await bothEnd('done')
    expect(await outputOf(page, 1).getByTestId('output-text').textContent()).not.toBe('')
  })

  it('is waited for as long as it asks, if it limits the rate', async () => {
    await runWith('demo/rate-limited')
    await untilState(page, 1, 'retrying')
    expect(await statusOf(outputOf(page, 1))).toMatch(/429, retry 2\/3 (in \d+ s|now)/)
    await bothEnd('done')
  })

  it('shows that it is waited for, if it is slow', async () => {
    await runWith('demo/slow')
    await untilState(page, 1, 'connecting')
    expect(await statusOf(outputOf(page, 1))).toContain('Waiting for provider')
    await bothEnd('done')
    expect(await outputOf(page, 1).getByTestId('byline').textContent()).toMatch(/TTFT ?3\.\d ?s/)
  })

  for (const [model, code, words] of [
    ['demo/cuts-off', 'provider_error', /connection|ended|broke/i],
    ['demo/garbled', 'provider_error', /JSON|read|understand/i],
    ['demo/error-mid-stream', 'provider_error', /error/i],
  ] as const)
    it(`keeps what came of ${model} and offers to run it again`, async () => {
      await runWith(model)
      await bothEnd('failed')
      expect(await noticeOf(page, 1).getAttribute('data-code')).toBe(code)
      expect(await noticeOf(page, 1).textContent()).toMatch(words)
      expect(await outputOf(page, 1).getByTestId('output-text').textContent()).toContain('This is the built-in demo model')
      expect(await offers(page, 1, 'Rerun')).toBe(true)
    })

  it('is shown in its own words, if it refuses', async () => {
    await runWith('demo/refuses')
    await bothEnd('done')
    expect(await outputOf(page, 1).textContent()).toMatch(/Refused.*I will not answer this/)
  })

  it('leads to the longest message, if the prompt does not fit', async () => {
    await runWith('demo/overflows')
    await bothEnd('failed')
    expect(await noticeOf(page, 1).getAttribute('data-code')).toBe('context_length_exceeded')
    expect(await noticeOf(page, 1).textContent()).toMatch(/4,?096/)
    await outputOf(page, 1).getByRole('button', { name: 'Go to the prompt' }).click()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[data-testid="message"]')?.getAttribute('data-index')))
      .toBe('0')
  })

  it('is called unreachable, if nobody listens there', async () => {
    await runWith('demo/down')
    await bothEnd('failed')
    expect(await noticeOf(page, 1).getAttribute('data-code')).toBe('provider_error')
    expect(await noticeOf(page, 1).textContent()).toContain('Nothing answers at 127.0.0.1')
    expect(await offers(page, 1, 'Rerun')).toBe(true)
  })

  it('does not hang the page, if it never says a word', async () => {
    await runWith('demo/silent')
    await untilState(page, 1, 'connecting')
    await bothEnd('failed')
    expect(await noticeOf(page, 1).getAttribute('data-code')).toMatch(/^(deadline_exceeded|provider_timeout)$/)
  })

  it('fails alone: rows of another model go on', async () => {
    await runWith('demo/silent')
    await untilState(page, 2, 'connecting')
    await page.keyboard.press('Escape')
    await untilState(page, 2, 'stopped')
    await chooseModel(page, 'demo/writer')
    await outputOf(page, 2).getByRole('button', { name: 'Rerun' }).click()
    await untilState(page, 2, 'done')
    expect(await outputOf(page, 1).getAttribute('data-state')).toBe('stopped')
  })

  it('counts the failed rows, runs them again alone and filters them', async () => {
    await runWith('demo/error-mid-stream')
    await bothEnd('failed')
    expect(await page.getByTestId('progress').getAttribute('data-failed')).toBe('2')
    await page.getByRole('button', { name: 'Run menu' }).click()
    await page.getByRole('menuitem', { name: /Run failed/ }).click()
    await untilState(page, 1, 'queued', 'connecting', 'streaming')
    await bothEnd('failed')
  })

  it('is turned down before anything is sent, if no provider knows it', async () => {
    await runWith('no-such-model-9')
    await bothEnd('failed')
    expect(await noticeOf(page, 1).getAttribute('data-code')).toBe('unknown_model')
    await outputOf(page, 1).getByRole('button', { name: 'Choose another model' }).click()
    await page.getByRole('combobox', { name: 'Models' }).waitFor()
  })

  it('says which key is missing and offers the demo model instead', async () => {
    await runWith('openai/gpt-4o-mini-latest-of-all')
    await bothEnd('failed')
    expect(await noticeOf(page, 1).getAttribute('data-code')).toBe('secret_missing')
    expect(await noticeOf(page, 1).textContent()).toContain('OPENAI_API_KEY')
    await outputOf(page, 1).getByRole('button', { name: 'Use demo' }).click()
    await untilState(page, 1, 'done')
    expect(await page.getByTestId('model').textContent()).toContain('writer')
  })
})

describe('a provider over the network', () => {
  let service: ServiceProcess
  let provider: FakeProvider
  let visit: WatchedPage
  let page: Page
  beforeAll(async () => {
    provider = await startFakeProvider()
    service = await startService({ OPENAI_API_KEY: 'sk-test-0000', OPENAI_BASE_URL: provider.baseUrl })
  })
  afterAll(async () => {
    await service?.stop()
    await provider?.close()
  })
  beforeEach(async () => {
    visit = await openPlayground(browser, service.origin)
    page = visit.page
    await chooseModel(page, 'openai/gpt-4o-mini')
    await chooseFormat(page, 'Text')
  })
  afterEach(() => visit.context.close())

  it('that refuses one row leaves the others their answers, with the provider’s own words on the one', async () => {
    provider.respond(({ text }) =>
      text.includes('Jonas') ? chatFailure(400, { message: 'Jonas is not welcome here.', code: 'bad' }) : chatStream('Hello.'),
    )
    await page.getByTestId('run').click()
    await untilState(page, 2, 'failed')
    for (const number of [1, 3, 4, 5, 6, 7, 8]) await untilState(page, number, 'done')
    expect(await noticeOf(page, 2).textContent()).toContain('Jonas is not welcome here.')
    expect(await page.getByTestId('progress').getAttribute('data-failed')).toBe('1')
    await page
      .getByRole('toolbar', { name: 'Filter the cases' })
      .getByRole('button', { name: /Failed/ })
      .click()
    await expect.poll(() => page.getByTestId('case').count()).toBe(1)
  })

  it('that is stopped leaves what arrived, and is broken off', async () => {
    provider.respond(() => chatStream('A very long answer indeed. '.repeat(60), { split: { seed: 3 }, pauseMs: 100 }))
    await page.getByTestId('run').click()
    await expect.poll(() => outputOf(page, 1).getByTestId('output-text').textContent()).toContain('A very')
    await page.getByTestId('stop').click()
    await untilState(page, 1, 'stopped')
    expect(await statusOf(outputOf(page, 1))).toMatch(/Stopped by you at \d+ tokens?/)
    expect(await outputOf(page, 1).getByTestId('output-text').textContent()).toContain('A very')
    expect(await offers(page, 1, 'Rerun')).toBe(true)
    expect(await outputOf(page, 8).getAttribute('data-state')).toBe('ready')
    await expect.poll(() => provider.ledger.open).toBe(0)
  })

  it('that dies in the middle of its answers leaves what had come', async () => {
    provider.respond(() =>
      chatStream('A long answer that never gets to its end because its server dies.', { split: { seed: 3 }, pauseMs: 60 }),
    )
    await page.getByTestId('run').click()
    await expect.poll(() => outputOf(page, 1).getByTestId('output-text').textContent()).toContain('A long')
    await provider.close()
    for (let number = 1; number <= 8; number++) await untilState(page, number, 'failed')
    expect(await outputOf(page, 1).getByTestId('output-text').textContent()).toContain('A long')
    expect(await offers(page, 1, 'Rerun')).toBe(true)
    expect(await page.getByTestId('progress').getAttribute('data-failed')).toBe('8')
    expect(await page.content()).not.toContain('sk-test-0000')
  })
})

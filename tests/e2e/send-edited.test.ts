import {
  type FakeProvider,
  anthropicFailure,
  anthropicStream,
  chatFailure,
  chatStream,
  jsonReply,
  openRouterStream,
  responsesStream,
  startFakeProvider,
} from '@vitrine/testkit'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, outputOf, untilState, type WatchedPage } from '../running/browser-page.ts'
import { chooseModel, drawerPanel, keepCases, openPlayground } from '../running/playground-page.ts'
import { type ServiceProcess, startService } from '../running/service-process.ts'

const KEY = 'sk-canary-edited-0123456789'

describe('a request that is edited in the wire view', () => {
  let service: ServiceProcess
  let responses: ServiceProcess
  let provider: FakeProvider
  let browser: Browser
  beforeAll(async () => {
    provider = await startFakeProvider()
    const setUp = {
      OPENAI_API_KEY: KEY,
      OPENAI_BASE_URL: provider.baseUrl,
      ANTHROPIC_API_KEY: KEY,
      ANTHROPIC_BASE_URL: provider.baseUrl,
      OPENROUTER_API_KEY: KEY,
      OPENROUTER_BASE_URL: provider.baseUrl,
    }
    ;[service, responses, browser] = await Promise.all([
      startService(setUp),
      startService({ ...setUp, VITRINE_RESPONSES_PROVIDERS: 'openai' }),
      launchBrowser(),
    ])
    provider.respond(({ path, text }) => {
      if (path.endsWith('/models')) return jsonReply({ data: [] })
      const isOdd = text.includes('"odd_field"')
      if (path.endsWith('/messages'))
        return isOdd
          ? anthropicFailure(400, { type: 'invalid_request_error', message: 'odd_field: Extra inputs are not permitted' })
          : anthropicStream('From the form.')
      if (isOdd) return chatFailure(400, { message: 'Unrecognized request argument supplied: odd_field', param: 'odd_field' })
      if (path.endsWith('/responses')) return responsesStream('From the form.')
      return text.includes('"reasoning"') ? openRouterStream('From the form.') : chatStream('From the form.')
    })
  })
  afterAll(async () => {
    await browser?.close()
    await Promise.all([service?.stop(), responses?.stop(), provider?.close()])
  })

  async function editing(origin: string, model: string): Promise<{ readonly visit: WatchedPage; readonly page: Page }> {
    const visit = await openPlayground(browser, origin)
    const { page } = visit
    await keepCases(page, 1)
    await chooseModel(page, model)
    await page.getByTestId('run').first().click()
    await untilState(page, 1, 'done')
    await outputOf(page, 1).click()
    await page.keyboard.press('Enter')
    const panel = await drawerPanel(page, 'wire')
    await panel.getByRole('button', { name: 'Edit', exact: true }).click()
    await page.getByTestId('edited-request').waitFor()
    return { visit, page }
  }
  /** Writes a field in front of all others. */
  async function addField(page: Page, field: string): Promise<void> {
    await page.getByTestId('edited-request').getByRole('textbox').click()
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.press('End')
    await page.keyboard.insertText(`\n${field},`)
  }
  const answerOf = (page: Page) => page.getByTestId('edited-answer')
  const lastBody = (): Record<string, unknown> => JSON.parse(provider.requests.at(-1)?.text ?? '{}') as Record<string, unknown>

  it.each([
    ['chat completions', () => service, 'openai/gpt-4o-mini', '/v1/chat/completions'],
    ['the Responses API', () => responses, 'openai/gpt-4o-mini', '/v1/responses'],
    ['the Messages API', () => service, 'anthropic/claude-haiku-4-5', '/v1/messages'],
    ['OpenRouter', () => service, 'openrouter/z-ai/glm-5.3', '/v1/chat/completions'],
  ] as const)('is sent to %s as it stands, and told in the provider’s words', async (_, at, model, path) => {
    const { visit, page } = await editing(at().origin, model)
    const asSent = lastBody()
    await addField(page, '"odd_field": [1, "zwei"]')
    await page.getByRole('button', { name: 'Send edited' }).click()
    await expect.poll(() => answerOf(page).getAttribute('data-state')).toBe('failed')
    expect(await answerOf(page).textContent()).toContain('odd_field')
    expect(provider.requests.at(-1)?.path).toBe(path)
    expect(lastBody()).toEqual({ odd_field: [1, 'zwei'], ...asSent })
    expect(await outputOf(page, 1).getAttribute('data-state')).toBe('done')
    await page.getByRole('button', { name: 'Back to form' }).click()
    await page.getByTestId('edited-request').waitFor({ state: 'detached' })
    expect(await (await drawerPanel(page, 'output')).textContent()).toContain('From the form.')
    expect(visit.complaints.filter((line) => !/status of (?:4|5)\d\d/.test(line))).toEqual([])
    await visit.context.close()
  })

  it('can be sent by keys and again, and its answer stands beside it', async () => {
    const { visit, page } = await editing(service.origin, 'openai/gpt-4o-mini')
    await addField(page, '"temperature": 0.1')
    const before = provider.requests.length
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect.poll(() => answerOf(page).getAttribute('data-state')).toBe('done')
    expect(await answerOf(page).getByRole('region', { name: 'Answer' }).textContent()).toContain('From the form.')
    await page.getByRole('button', { name: 'Send again' }).click()
    await expect.poll(() => provider.requests.length).toBe(before + 2)
    expect(await page.content()).not.toContain(KEY)
    await visit.context.close()
  })

  it('is not sent while it is no JSON, and says so', async () => {
    const { visit, page } = await editing(service.origin, 'openai/gpt-4o-mini')
    const before = provider.requests.length
    await addField(page, '"broken": ')
    await expect.poll(() => page.getByTestId('edited-request').getByRole('alert').textContent()).toContain('no JSON')
    await page.getByRole('button', { name: 'Send edited' }).click({ force: true })
    expect(provider.requests.length).toBe(before)
    await visit.context.close()
  })
})

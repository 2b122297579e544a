import { chatBeginning, chatFailure, chatStream, jsonReply } from '@vitrine/testkit'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { outputOf, untilState } from '../running/browser-page.ts'
import { chooseFormat, chooseModel, drawerPanel, keepCases, openPlayground } from '../running/playground-page.ts'
import { servedOverFake } from '../running/served.ts'

describe('an answer that is not whole', () => {
  /** What the provider was asked, by the texts of the messages. */
  const asked: (readonly unknown[])[] = []
  const on = servedOverFake(({ path, text }) => {
    if (path.endsWith('/models')) return jsonReply({ data: [] })
    const { messages } = JSON.parse(text) as { readonly messages: readonly { readonly content: unknown }[] }
    asked.push(messages.map(({ content }) => content))
    if (text.includes('Continue exactly')) return chatStream(' and the rest.')
    if (text.includes('gpt-4.1-mini'))
      return asked.length > 1 ? chatStream('At last.') : chatFailure(429, { message: 'Slow down.' }, { 'retry-after': '50' })
    return chatBeginning('The first half', [], { end: 'hang' })
  })

  const opened = async (model: string) => {
    const visit = await openPlayground(on.browser, on.service.origin)
    await chooseFormat(visit.page, 'Text')
    await chooseModel(visit.page, model)
    await keepCases(visit.page, 1)
    asked.length = 0
    return visit
  }
  const textOf = (page: Page, number: number) => outputOf(page, number).getByTestId('output-text').textContent()

  it('goes on where it was stopped: one text, marked, with the whole conversation in the wire', async () => {
    const { page, context } = await opened('openai/gpt-4o-mini')
    await page.getByTestId('run').first().click()
    await untilState(page, 1, 'streaming')
    await expect.poll(() => textOf(page, 1)).toBe('The first half')
    await page.getByTestId('stop').first().click()
    await untilState(page, 1, 'stopped')
    asked.length = 0
    await outputOf(page, 1).getByRole('button', { name: 'Continue' }).click()
    await untilState(page, 1, 'done')
    expect(await textOf(page, 1)).toBe('The first half and the rest.')
    await outputOf(page, 1).locator('[data-part="continued"]').waitFor()
    expect(asked).toHaveLength(1)
    expect(asked[0]?.slice(-2)).toEqual(['The first half', 'Continue exactly where you stopped.'])
    await outputOf(page, 1).hover()
    await outputOf(page, 1).getByRole('button', { name: 'Expand' }).click()
    const wire = await drawerPanel(page, 'wire')
    await wire.getByText('Continue exactly where you stopped.').first().waitFor()
    const cost = await drawerPanel(page, 'cost')
    await cost.getByText(/What the part before cost, nobody said/).waitFor()
    await context.close()
  })

  it('is tried again at once by keyboard, and the tab says how far the run is', async () => {
    const { page, context } = await opened('openai/gpt-4.1-mini')
    await page.getByTestId('run').first().click()
    await untilState(page, 1, 'retrying')
    await expect.poll(() => page.title()).toBe('(0/1) Playground · Vitrine')
    const retry = outputOf(page, 1).getByRole('button', { name: 'Retry now' })
    await retry.focus()
    await page.keyboard.press('Enter')
    await untilState(page, 1, 'done')
    expect(await textOf(page, 1)).toBe('At last.')
    await expect.poll(() => page.title()).toBe('Playground · Vitrine')
    await context.close()
  })
})

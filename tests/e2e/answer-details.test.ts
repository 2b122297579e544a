import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { outputOf, untilState, type WatchedPage } from '../running/browser-page.ts'
import { chooseFormat, chooseModel, drawerPanel, keepCases, openPlayground, writeMessage } from '../running/playground-page.ts'
import { served } from '../running/served.ts'

describe('the details of an answer', () => {
  const on = served()

  const opened = async (model: string): Promise<WatchedPage> => {
    const visit = await openPlayground(on.browser, on.service.origin)
    await keepCases(visit.page, 1)
    await chooseFormat(visit.page, 'Text')
    await chooseModel(visit.page, model)
    return visit
  }
  const barriers = async (page: Page) =>
    (await new AxeBuilder({ page }).exclude('[data-base-ui-focus-guard]').analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])
  const run = async (page: Page) => {
    await page.getByTestId('run').first().click()
    await page.getByTestId('stop').waitFor({ state: 'detached' })
    await untilState(page, 1, 'done')
  }
  const expand = async (page: Page, tab: string) => {
    await outputOf(page, 1).hover()
    await outputOf(page, 1).getByRole('button', { name: 'Expand' }).click()
    return drawerPanel(page, tab)
  }

  it('asks for probabilities at one press, and shows those that the model chose among', async () => {
    const { page, context } = await opened('demo/writer')
    await writeMessage(page, 1, 'Answer with one of: refund, delivery, question.')
    await writeMessage(page, 2, 'Hello, about my parcel and the money: {{ticket}}')
    await run(page)
    const panel = await expand(page, 'logprobs')
    await panel.getByRole('button', { name: 'Ask for them' }).click()
    await panel.getByRole('button', { name: 'Run this case' }).click()
    const token = panel.getByRole('option').first()
    await token.waitFor()
    await untilState(page, 1, 'done')
    expect(await token.getAttribute('data-band')).not.toBe('0')
    // By keys alone: from the tab into the map, whose first token takes the focus.
    await page.locator('[data-testid="drawer-tab"][data-tab="logprobs"]').focus()
    for (let presses = 0; presses < 8 && !(await token.evaluate((one) => one.matches(':focus'))); presses += 1)
      await page.keyboard.press('Tab')
    await page.keyboard.press('End')
    expect(await token.getAttribute('aria-selected')).toBe('true')
    const considered = panel.getByRole('table', { name: 'Considered here' })
    expect(await considered.getByRole('row').count()).toBeGreaterThanOrEqual(3)
    expect(await barriers(page)).toEqual([])
    await panel.getByRole('button', { name: 'Table' }).click()
    await panel.getByRole('table', { name: 'Tokens with their probabilities' }).waitFor()
    expect(await barriers(page)).toEqual([])
    await context.close()
  })

  it('reads Markdown, asks before a link is opened, and fetches nothing that an answer names', async () => {
    const { page, context } = await opened('demo/echo')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await writeMessage(
      page,
      2,
      '# Title\n\nSome **bold** words, [a link](https://example.org/x).\n\n![Cat](https://example.org/cat.png)\n\n| a | b |\n|---|---|\n| 1 | 2 |',
    )
    await run(page)
    const panel = await expand(page, 'output')
    await panel.getByRole('heading', { name: 'Title' }).waitFor()
    expect(await panel.locator('img').count()).toBe(0)
    expect(await barriers(page)).toEqual([])
    await panel.getByRole('button', { name: 'a link' }).click()
    const dialog = page.getByTestId('open-link')
    await dialog.getByRole('link', { name: 'Open in a new tab' }).waitFor()
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(asked.filter((url) => url.includes('example.org'))).toEqual([])
    await context.close()
  })

  it('holds an answer against the run before', async () => {
    const { page, context } = await opened('demo/echo')
    await writeMessage(page, 2, '# Title\n\nSome **bold** words.\n\nMore.')
    await run(page)
    await writeMessage(page, 2, '# Title\n\nSome **quiet** words.\n\nMore.\n\nAnd more.')
    await run(page)
    const panel = await expand(page, 'output')
    await panel.getByTestId('compare-with').selectOption({ label: 'The run before' })
    const diff = panel.locator('[data-part="answer-diff"]')
    await diff.getByRole('button', { name: 'Next difference (Alt+Down)' }).click()
    await page.keyboard.press('Alt+ArrowDown')
    expect(await diff.getByRole('status').textContent()).toBe('Difference 2 of 2')
    expect(await barriers(page)).toEqual([])
    await context.close()
  })
})

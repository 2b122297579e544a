import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { outputOf, untilState, type WatchedPage } from '../running/browser-page.ts'
import { cellOf, chooseFormat, drawerPanel, pasteText } from '../running/playground-page.ts'
import { freshPlayground, served } from '../running/served.ts'

describe('a part of the page that cannot be fetched', () => {
  const on = served()
  let visit: WatchedPage
  let page: Page
  freshPlayground(on, (opened) => {
    visit = opened
    page = opened.page
  })

  /** Lets no code of these names through from now on; gives the names that were asked for. */
  async function without(...parts: readonly string[]): Promise<() => readonly string[]> {
    const missed = new Set<string>()
    await page.route('**/assets/*.js', async (route) => {
      const part = parts.find((name) => new RegExp(`/assets/${name}-[\\w-]{8}\\.js$`).test(route.request().url()))
      if (part === undefined) return route.continue()
      missed.add(part)
      return route.abort()
    })
    return () => [...missed]
  }
  /** The cases are there, can be written in, and nothing was thrown on the way. */
  async function untilRestStands(): Promise<void> {
    await cellOf(page, 2, 'ticket').click()
    await pasteText(page, 'still here')
    await expect.poll(() => cellOf(page, 2, 'ticket').textContent()).toContain('still here')
    expect(visit.complaints.filter((line) => !line.startsWith('Failed to load resource'))).toEqual([])
  }
  const reload = async () => {
    await page.reload()
    await page.getByTestId('message').first().waitFor()
  }
  const button = (name: string) => page.getByRole('button', { name, exact: true })

  it('leaves a plain field to write a message in', async () => {
    const missed = await without('template-editor')
    await reload()
    const message = page.getByTestId('message').nth(1).getByRole('textbox')
    await message.fill('Plainly: {{ticket}}')
    await expect.poll(missed).toEqual(['template-editor'])
    expect(await message.inputValue()).toBe('Plainly: {{ticket}}')
    await untilRestStands()
  })

  it('leaves the prompt as it is written where it cannot be converted', async () => {
    const missed = await without('conversion-dialog')
    const menu = page.getByTestId('template-format')
    const before = await menu.getAttribute('data-format')
    await menu.click()
    await page.getByRole('menuitemradio', { name: /jinja2/ }).click()
    await expect.poll(missed).toEqual(['conversion-dialog'])
    expect(await menu.getAttribute('data-format')).toBe(before)
    await untilRestStands()
  })

  it('leaves the messages where nothing can be attached', async () => {
    const missed = await without('attachments')
    await button('Actions of message 2').click()
    await page.getByRole('menuitem', { name: 'Attach images or files' }).click()
    await expect.poll(missed).toEqual(['attachments'])
    expect(await page.getByTestId('message').count()).toBe(2)
    await untilRestStands()
  })

  it('leaves a plain field for a value that is JSON', async () => {
    const missed = await without('json-editor')
    await reload()
    await page.locator('[data-testid="column-menu"][data-column="ticket"]').click()
    await page.getByRole('menuitemradio', { name: 'JSON' }).click()
    await cellOf(page, 1, 'ticket').click()
    await page.keyboard.press('Shift+Enter')
    const dialog = page.getByTestId('cell-dialog')
    await dialog.getByRole('textbox').fill('{"a": 1}')
    await expect.poll(missed).toEqual(['json-editor'])
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => cellOf(page, 1, 'ticket').textContent()).toContain('{"a": 1}')
    await untilRestStands()
  })

  it('leaves the sections of the settings', async () => {
    const missed = await without('schema-form')
    await reload()
    await chooseFormat(page, 'Text')
    await chooseFormat(page, 'Schema')
    await expect.poll(missed).toEqual(['schema-form'])
    await page.getByRole('region', { name: 'Response format' }).waitFor()
    await untilRestStands()
  })

  it('leaves the details of an answer', async () => {
    const missed = await without('markdown-text', 'continue-as-chat', 'answer-diff', 'logprobs-view', 'snippet-view', 'schema-result')
    await outputOf(page, 1).getByRole('button', { name: 'Run', exact: true }).click()
    await untilState(page, 1, 'done')
    await button('Add as expected').click()
    await outputOf(page, 1).click()
    await page.keyboard.press('Enter')
    const answer = await drawerPanel(page, 'output')
    await expect.poll(missed).toContain('schema-result')
    await page.getByTestId('compare-with').selectOption('expected')
    await expect.poll(missed).toContain('answer-diff')
    await drawerPanel(page, 'logprobs')
    await expect.poll(missed).toContain('logprobs-view')
    await drawerPanel(page, 'code')
    await expect.poll(missed).toContain('snippet-view')
    await drawerPanel(page, 'output')
    await answer.waitFor()
    await untilRestStands()
  })

  it('leaves the answer of a conversation', async () => {
    const missed = await without('conversation')
    await button('Chat').click()
    await outputOf(page, 1).click()
    await page.keyboard.press('Enter')
    await drawerPanel(page, 'output')
    await expect.poll(missed).toEqual(['conversation'])
    await untilRestStands()
  })

  it('says that a dialog did not come, leaves the page, and opens it once it can', async () => {
    const missed = await without('import-dialog', 'export-dialog', 'code-dialog', 'share-dialog', 'settings-dialog')
    for (const tool of ['import', 'export', 'code', 'share', 'settings']) {
      await page.getByTestId(tool).click()
      await expect.poll(missed).toContain(`${tool}-dialog`)
      await page.locator('[data-code="not-fetched"]').waitFor()
    }
    await untilRestStands()
    await page.unroute('**/assets/*.js')
    await page.getByTestId('export').click()
    await page.getByTestId('export-dialog').waitFor()
  })
})

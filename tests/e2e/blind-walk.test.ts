import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import type { WatchedPage } from '../running/browser-page.ts'
import { onePlayground, served } from '../running/served.ts'

/** What somebody meets who hears the page: roles, names and what they are said to be; no test ids, no classes, no pointer. */
describe('the run of a case, by the accessibility tree alone', () => {
  const on = served()
  let visit: WatchedPage
  let page: Page
  onePlayground(on, (opened) => {
    visit = opened
    page = visit.page
  })

  it('has one main part with a heading, and parts with names of their own', async () => {
    const main = page.getByRole('main')
    expect(await main.getByRole('heading', { level: 1 }).textContent()).toBe('Playground')
    expect(await main.getByRole('complementary', { name: 'Configuration' }).count()).toBe(1)
    expect(await main.getByRole('region', { name: 'Cases and outputs' }).count()).toBe(1)
    expect(await page.getByRole('navigation').count()).toBe(1)
  })

  it('says which mode is on, and which are there', async () => {
    expect(await page.getByRole('group', { name: 'Mode', exact: true }).ariaSnapshot()).toBe(
      ['- group "Mode":', '  - button "Completion" [pressed]', '  - button "Chat"'].join('\n'),
    )
  })

  it('names the model and its prices, and lists the others as options', async () => {
    const model = page.getByRole('region', { name: 'Model', exact: true }).getByRole('button', { name: /writer/ })
    expect(await model.getAttribute('aria-haspopup')).toBe('dialog')
    await model.focus()
    await page.keyboard.press('Enter')
    const list = page.getByRole('dialog', { name: 'Model' })
    const search = list.getByRole('combobox', { name: 'Models' })
    await expect.poll(() => search.evaluate((field) => field === document.activeElement)).toBe(true)
    await search.fill('writer')
    await expect.poll(() => list.getByRole('option', { name: /writer/ }).count()).toBeGreaterThan(0)
    expect(await list.getByRole('option', { selected: true }).first().textContent()).toMatch(/writer/)
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'detached' })
  })

  it('tells the messages apart by number and role, and lets their text be edited', async () => {
    expect(await page.getByRole('article').evaluateAll((cards) => cards.map((card) => card.getAttribute('aria-label')))).toEqual([
      'Message 1, System',
      'Message 2, User',
    ])
    const text = page.getByRole('article', { name: 'Message 2, User' }).getByRole('textbox', { name: 'Text of message 2, User' })
    await expect.poll(() => text.textContent()).toContain('ticket')
    expect(await text.getAttribute('aria-multiline')).toBe('true')
    expect(await page.getByRole('button', { name: 'Role of message 2: User' }).count()).toBe(1)
  })

  it('reads the cases as a grid with heads, and edits a value in its place', async () => {
    const grid = page.getByRole('grid', { name: 'Test cases' })
    const heads = await grid.getByRole('columnheader').allTextContents()
    expect(heads.join(' ')).toMatch(/ticket.*customer.*writer/)
    expect(await grid.getAttribute('aria-rowcount')).toBe('9')
    const row = grid.getByRole('row').filter({ has: page.getByRole('gridcell', { name: 'Case 2', exact: true }) })
    const value = row.getByRole('gridcell', { name: 'Jonas Weber' })
    await value.focus()
    await page.keyboard.press('Enter')
    const field = page.getByRole('textbox', { name: 'Value of customer in case 2' })
    await field.fill('Jonas Maier')
    await page.keyboard.press('Enter')
    await row.getByRole('gridcell', { name: 'Jonas Maier' }).waitFor()
  })

  it('runs, and says when it is over', async () => {
    const run = page.getByRole('button', { name: /^Run 8\b/ })
    await run.focus()
    await page.keyboard.press('Enter')
    const said = page.getByRole('status').filter({ hasText: /of 8 done|Run finished/ })
    await said.first().waitFor()
    await expect
      .poll(() => page.getByRole('status').allTextContents(), { timeout: 20_000 })
      .toContain('Run finished: 8 done, 0 failed, 0 stopped')
    expect(await page.getByRole('button', { name: /^Run 8\b/ }).evaluate((button) => button === document.activeElement)).toBe(true)
  })

  it('reads the result in its cell: how it ended, what it says, what it cost', async () => {
    const row = page.getByRole('grid', { name: 'Test cases' }).getByRole('row').nth(1)
    const output = await row.getByRole('gridcell').last().ariaSnapshot()
    expect(output).toMatch(/Done/)
    expect(output).toMatch(/refund/)
    expect(output).toMatch(/\$/)
  })

  it('opens the details by Enter, and goes through their tabs', async () => {
    await page.getByRole('grid', { name: 'Test cases' }).getByRole('row').nth(1).getByRole('gridcell').last().focus()
    await page.keyboard.press('Enter')
    const details = page.getByRole('region', { name: 'Details of case 1' })
    await details.waitFor()
    expect(await details.getByRole('heading', { level: 2 }).textContent()).toBe('Case 1')
    const tabs = details.getByRole('tablist', { name: 'Details' })
    for (const name of ['Output', 'Prompt', 'Wire', 'Trace', 'Cost']) {
      const tab = tabs.getByRole('tab', { name, exact: true })
      await tab.focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => tab.getAttribute('aria-selected')).toBe('true')
      await details.getByRole('tabpanel', { name, exact: true }).waitFor()
    }
    expect(await details.getByRole('tabpanel', { name: 'Cost', exact: true }).getByRole('table').count()).toBe(1)
    await page.keyboard.press('Escape')
    await details.waitFor({ state: 'detached' })
  })

  it('has a name for every control on the page', async () => {
    const snapshot = await page.getByRole('main').ariaSnapshot()
    const nameless = snapshot
      .split('\n')
      .filter((line) => /^\s*- (?:button|textbox|combobox|link|tab|menuitem|img|slider|checkbox)(?: \[|:|$)/.test(line))
    expect(nameless).toEqual([])
    expect(visit.complaints).toEqual([])
  })
})

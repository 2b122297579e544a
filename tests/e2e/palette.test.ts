import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { outputOf, untilState, type WatchedPage } from '../running/browser-page.ts'
import { openPlayground } from '../running/playground-page.ts'
import { onePlayground, served } from '../running/served.ts'

const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' })

/** Finds a command by name and gives it, as a person does who never leaves the keys. */
async function give(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await palette(page).getByRole('combobox').waitFor()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await palette(page).waitFor({ state: 'detached' })
}
const atFocus = (page: Page, selector: string) => page.evaluate((wanted) => document.activeElement?.closest(wanted) !== null, selector)

describe('the palette by keyboard alone', () => {
  const on = served()
  let visit: WatchedPage
  let page: Page
  onePlayground(on, (opened) => {
    visit = opened
    page = visit.page
  })

  it('opens where nothing has the focus yet, and runs everything', async () => {
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
    await give(page, 'all run')
    for (const number of [1, 8]) await untilState(page, number, 'done')
    await page.getByTestId('stop').waitFor({ state: 'detached' })
  })

  it('jumps to a case by its number, and opens its request', async () => {
    await give(page, '3')
    await expect.poll(() => atFocus(page, '[data-testid="case"][data-index="2"]')).toBe(true)
    await give(page, 'wire')
    await page.locator('[data-testid="drawer-panel"][data-tab="wire"]').waitFor()
    await expect.poll(() => atFocus(page, '[data-testid="drawer-tab"][data-tab="wire"]')).toBe(true)
    expect(await page.getByTestId('drawer').getByRole('heading', { level: 2 }).textContent()).toBe('Case 3')
    await page.keyboard.press('j')
    await expect.poll(() => page.getByTestId('drawer').getByRole('heading', { level: 2 }).textContent()).toBe('Case 4')
    await page.keyboard.press('Escape')
    await page.getByTestId('drawer').waitFor({ state: 'detached' })
  })

  it('goes to a message to be written, from where what is stale runs again', async () => {
    await give(page, 'message 2')
    await expect.poll(() => atFocus(page, '[data-testid="message"][data-index="1"]')).toBe(true)
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type(' Be brief.')
    await untilState(page, 1, 'stale')
    await give(page, 'stale run')
    await untilState(page, 1, 'done')
    await untilState(page, 8, 'done')
  })

  it('opens the list of models with the focus in it', async () => {
    await give(page, 'choose model')
    await page.getByRole('combobox', { name: 'Models' }).waitFor()
    await page.keyboard.type('echo')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByTestId('model').textContent()).toContain('echo')
  })

  it('says why a command cannot be given, and stays open', async () => {
    await page.keyboard.press('ControlOrMeta+k')
    await palette(page).getByRole('combobox').waitFor()
    await page.keyboard.type('selected run')
    await page.keyboard.press('Enter')
    expect(await palette(page).getByRole('option').first().textContent()).toBe('Run the selected casesNo case is selected.')
    await page.keyboard.press('Escape')
    await palette(page).waitFor({ state: 'detached' })
    expect(await outputOf(page, 1).getAttribute('data-state')).toBe('stale')
  })

  it('downloads a snapshot, by name and by key', async () => {
    const byName = page.waitForEvent('download')
    await give(page, 'download')
    expect((await byName).suggestedFilename()).toMatch(/\.json$/)
    const byKey = page.waitForEvent('download')
    await page.keyboard.press('ControlOrMeta+s')
    expect((await byKey).suggestedFilename()).toMatch(/\.json$/)
  })

  it('keeps how the person likes it, and nothing else, over a reload', async () => {
    await give(page, 'theme dark')
    await give(page, 'rows tall')
    await expect.poll(() => page.getByTestId('vitrine').getAttribute('data-theme')).toBe('dark')
    const kept = await page.evaluate(() => Object.keys(localStorage).toSorted())
    expect(kept).toEqual(['vitrine.settings', 'vitrine.theme'])
    await page.reload()
    await page.getByTestId('run').first().waitFor()
    expect(await page.getByTestId('vitrine').getAttribute('data-theme')).toBe('dark')
    await page.keyboard.press('ControlOrMeta+k')
    await palette(page).getByRole('combobox').waitFor()
    expect(await palette(page).getByRole('group', { name: 'Used last' }).getByRole('option').first().textContent()).toBe(
      'Rows: tallIt is so already.',
    )
    await page.keyboard.press('Escape')
    await palette(page).waitFor({ state: 'detached' })
    expect(visit.complaints).toEqual([])
  })
})

describe('the palette for eyes that need more', () => {
  const on = served()

  it('marks what Enter would choose where the system chooses the colours', async () => {
    const { page, context } = await openPlayground(on.browser, on.service.origin)
    await page.emulateMedia({ forcedColors: 'active' })
    await page.keyboard.press('ControlOrMeta+k')
    await palette(page).getByRole('combobox').waitFor()
    const outlines = await palette(page)
      .getByRole('option')
      .evaluateAll((options) => options.slice(0, 2).map((option) => getComputedStyle(option).outlineStyle))
    expect(outlines).toEqual(['solid', 'none'])
    await context.close()
  })

  it('writes in stronger colours where more contrast is asked for', async () => {
    const { page, context } = await openPlayground(on.browser, on.service.origin)
    await page.keyboard.press('ControlOrMeta+k')
    const reason = palette(page).getByText('No case is selected.').first()
    await reason.waitFor()
    const colour = () => reason.evaluate((element) => getComputedStyle(element).color)
    const usual = await colour()
    await page.emulateMedia({ contrast: 'more' })
    expect(await colour()).not.toBe(usual)
    await context.close()
  })
})

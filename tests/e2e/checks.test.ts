import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { outputOf, untilState, type WatchedPage } from '../running/browser-page.ts'
import { cellOf, drawerPanel, keepCases } from '../running/playground-page.ts'
import { freshPlayground, served } from '../running/served.ts'

const on = served()
let visit: WatchedPage
freshPlayground(on, (opened) => {
  visit = opened
})

const sectionOf = (page: Page) => page.locator('[data-part="checks"]')
const addButton = (page: Page) => sectionOf(page).getByRole('button', { name: 'Add a check' })

async function addCheck(page: Page, kind: string): Promise<void> {
  await addButton(page).click()
  await page.getByRole('menuitem', { name: kind, exact: true }).click()
}
const runAll = async (page: Page, cases: number): Promise<void> => {
  await page.getByTestId('run').first().click()
  for (let number = 1; number <= cases; number++) await untilState(page, number, 'done')
}
/** How each check of a case came out, by kind, as the cell shows it. */
const verdictOf = (page: Page, number: number): Promise<Readonly<Record<string, string>>> =>
  outputOf(page, number)
    .locator('[data-part="check-chips"] [data-check]')
    .evaluateAll((chips) => Object.fromEntries(chips.map((chip) => [chip.getAttribute('data-check'), chip.getAttribute('data-outcome')])))

/** Requests for answers, from now on. */
function countRuns(page: Page): () => number {
  let runs = 0
  page.on('request', (request) => {
    if (request.method() === 'POST') runs++
  })
  return () => runs
}

describe('checks without code', () => {
  it('judge finished answers, and judge them again without a run when a check or what is expected changes', async () => {
    const { page } = visit
    await keepCases(page, 2)
    await addCheck(page, 'Contains')
    await sectionOf(page).getByRole('textbox', { name: 'Text' }).fill('"refund"')
    await addCheck(page, 'Is JSON')
    await runAll(page, 2)
    await expect.poll(() => verdictOf(page, 1)).toEqual({ contains: 'pass', 'is-json': 'pass' })
    await expect.poll(() => verdictOf(page, 2)).toEqual({ contains: 'fail', 'is-json': 'pass' })
    await expect.poll(() => page.locator('[data-part="pass-rate"]').textContent()).toBe('75% of checks passed')

    const runs = countRuns(page)
    await sectionOf(page)
      .getByRole('button', { name: /^Check: contains/ })
      .click()
    await sectionOf(page).getByRole('textbox', { name: 'Text' }).fill('"delivery"')
    await expect.poll(() => verdictOf(page, 1)).toEqual({ contains: 'fail', 'is-json': 'pass' })
    await expect.poll(() => verdictOf(page, 2)).toEqual({ contains: 'pass', 'is-json': 'pass' })

    await addCheck(page, 'Equals')
    await expect.poll(() => verdictOf(page, 1)).toMatchObject({ equals: 'unknown' })
    await outputOf(page, 1).hover()
    await outputOf(page, 1).getByRole('button', { name: 'Add as expected' }).click()
    await expect.poll(() => verdictOf(page, 1)).toMatchObject({ equals: 'pass' })
    await cellOf(page, 1, '#expected').dblclick()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText('another answer')
    await page.keyboard.press('Enter')
    await expect.poll(() => verdictOf(page, 1)).toMatchObject({ equals: 'fail' })
    expect(runs()).toBe(0)
    expect(await outputOf(page, 1).getAttribute('data-state')).toBe('done')

    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => verdictOf(page, 1)).toMatchObject({ equals: 'pass' })
    expect(visit.complaints).toEqual([])
  })

  it('say in the details what each asked, how it came out and why', async () => {
    const { page } = visit
    await keepCases(page, 1)
    await addCheck(page, 'Matches a pattern')
    await sectionOf(page).getByRole('textbox', { name: 'Pattern' }).fill('(?=KW)')
    await addCheck(page, 'Matches a schema')
    await sectionOf(page).getByRole('textbox', { name: 'JSON schema' }).fill('{"type": "object", "required": ["colour"]}')
    await addCheck(page, 'At most so many tokens')
    await sectionOf(page).getByRole('spinbutton', { name: 'Tokens' }).fill('1')
    await runAll(page, 1)
    await outputOf(page, 1).click()
    await page.keyboard.press('Enter')
    const panel = await drawerPanel(page, 'checks')
    const lineOf = (kind: string) => panel.locator(`[data-check="${kind}"]`)
    await expect.poll(() => lineOf('regex').textContent()).toContain('cannot be searched for in bounded time')
    expect(await lineOf('regex').getAttribute('data-outcome')).toBe('error')
    expect(await lineOf('matches-schema').textContent()).toContain('$: expected a field “colour”')
    expect(await lineOf('max-tokens').textContent()).toMatch(/\d+ is more than 1\./)
    expect(await panel.textContent()).toContain('0 of 3 passed')
    expect(visit.complaints).toEqual([])
  })

  it('filter the cases that failed one', async () => {
    const { page } = visit
    await keepCases(page, 3)
    await addCheck(page, 'Contains')
    await sectionOf(page).getByRole('textbox', { name: 'Text' }).fill('"refund"')
    await runAll(page, 3)
    await page.getByRole('button', { name: 'Check failed 2' }).click()
    await expect.poll(() => page.getByTestId('case').count()).toBe(2)
    expect(await verdictOf(page, 1)).toEqual({ contains: 'fail' })
    await page.getByRole('button', { name: 'All 3' }).click()
    await expect.poll(() => page.getByTestId('case').count()).toBe(3)
  })

  it('are added, filled, read and removed by keys alone', async () => {
    const { page } = visit
    await keepCases(page, 1)
    await addButton(page).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Equals', exact: true }).waitFor()
    await page.keyboard.type('Contains')
    await page.keyboard.press('Enter')
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await sectionOf(page).getByTestId('check').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('refund')
    await page.keyboard.press('ControlOrMeta+Enter')
    await untilState(page, 1, 'done')
    await expect.poll(() => verdictOf(page, 1)).toEqual({ contains: 'pass' })
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => sectionOf(page).getByTestId('check').count()).toBe(0)
    expect(await sectionOf(page).evaluate((section) => section.contains(document.activeElement))).toBe(true)
    await expect.poll(() => verdictOf(page, 1)).toEqual({})
  })

  it('have no barrier', async () => {
    const { page } = visit
    await keepCases(page, 2)
    for (const kind of [
      'Contains',
      'Is JSON',
      'Matches a pattern',
      'Matches a schema',
      'Costs at most',
      'At most so many tokens',
      'Equals',
    ])
      await addCheck(page, kind)
    await runAll(page, 2)
    await outputOf(page, 1).locator('[data-part="check-chips"]').waitFor()
    const look = async () => {
      const axe = new AxeBuilder({ page }).exclude('[data-base-ui-focus-guard]')
      const { violations } = await axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`))
    }
    expect(await look()).toEqual([])
    await outputOf(page, 1).click()
    await page.keyboard.press('Enter')
    await (await drawerPanel(page, 'checks')).getByTestId('check-result').first().waitFor()
    expect(await look()).toEqual([])
  })
})

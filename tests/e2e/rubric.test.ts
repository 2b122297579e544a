import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { outputOf, untilState, type WatchedPage } from '../running/browser-page.ts'
import { drawerPanel, keepCases } from '../running/playground-page.ts'
import { freshPlayground, served } from '../running/served.ts'

const on = served()
let visit: WatchedPage
freshPlayground(on, (opened) => {
  visit = opened
})

const sectionOf = (page: Page) => page.locator('[data-part="checks"]')
const chipOf = (page: Page, number: number) => outputOf(page, number).locator('[data-part="check-chips"] [data-check="rubric"]')
const outcomeOf = (page: Page, number: number) => chipOf(page, number).getAttribute('data-outcome')
const judgeButton = (page: Page, answers: number) =>
  sectionOf(page).getByRole('button', { name: new RegExp(`^Judge ${answers} answers?, about \\$`) })
const headOf = (page: Page) => page.locator('[data-part="judging-rate"]')

async function addRubric(page: Page, text: string): Promise<void> {
  await sectionOf(page).getByRole('button', { name: 'Add a check' }).click()
  await page.getByRole('menuitem', { name: 'Judged by a model' }).click()
  await sectionOf(page).getByRole('textbox', { name: 'Rubric' }).fill(text)
}
async function chooseJudge(page: Page, name: string): Promise<void> {
  await sectionOf(page)
    .getByRole('button', { name: /^Judge: / })
    .click()
  const search = page.getByRole('combobox', { name: 'Models' })
  await search.fill(name)
  await page.getByRole('listbox').getByRole('option').first().waitFor()
  await search.press('Enter')
  await search.waitFor({ state: 'detached' })
}
async function runAll(page: Page, cases: number): Promise<void> {
  await page.getByTestId('run').first().click()
  for (let number = 1; number <= cases; number++) await untilState(page, number, 'done')
}
function countCalls(page: Page): () => number {
  let calls = 0
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/test')) calls++
  })
  return () => calls
}
const money = (text: string | null): number => Number(/\$([\d.]+)/.exec(text ?? '')?.[1])

describe('a rubric', () => {
  it('is judged when that is asked for, never by typing, and is paid for apart from the answers', async () => {
    const { page } = visit
    const calls = countCalls(page)
    await keepCases(page, 2)
    await addRubric(page, 'Names the order, and is about {{customer}}.')
    await runAll(page, 2)
    await sectionOf(page).getByRole('textbox', { name: 'Rubric' }).fill('Names the order of {{customer}}.')
    await expect.poll(() => chipOf(page, 2).textContent()).toContain('Not judged')
    expect(calls()).toBe(2)
    const spent = await outputOf(page, 1).getByTestId('byline').textContent()

    await judgeButton(page, 2).click()
    await sectionOf(page).getByText('No finished answer waits for a verdict.').waitFor()
    expect(calls()).toBe(4)
    for (const number of [1, 2]) expect(['pass', 'fail']).toContain(await outcomeOf(page, number))
    expect(await outputOf(page, 1).getByTestId('byline').textContent()).toBe(spent)
    const judged = money(await headOf(page).textContent())
    expect(judged).toBeGreaterThan(0)
    expect(money(await sectionOf(page).locator('[data-part="judging-cost"]').textContent())).toBe(judged)

    await outputOf(page, 1).click()
    await page.keyboard.press('Enter')
    const panel = await drawerPanel(page, 'checks')
    await panel.getByText(/Judged by demo\/writer for \$0\.0000\d+\./).waitFor()
    await panel.getByText(/The answer cost \$0\.\d+; judging it cost \$0\.\d+ more\./).waitFor()
    expect(visit.complaints).toEqual([])
  })

  it('whose judge refuses or breaks off has neither passed nor failed, and can be given to another', async () => {
    const { page } = visit
    await keepCases(page, 1)
    await addRubric(page, 'Is polite.')
    await chooseJudge(page, 'demo/refuses')
    await runAll(page, 1)
    await judgeButton(page, 1).click()
    await expect.poll(() => chipOf(page, 1).textContent()).toContain('No verdict')
    expect(await outcomeOf(page, 1)).toBe('error')
    await chooseJudge(page, 'demo/error-mid-stream')
    await expect.poll(() => chipOf(page, 1).textContent()).toContain('Not judged')
    await judgeButton(page, 1).click()
    await expect.poll(() => chipOf(page, 1).textContent(), { timeout: 20_000 }).toContain('Judge failed')
    expect(await page.locator('[data-part="pass-rate"]').count()).toBe(0)
    await sectionOf(page).getByRole('button', { name: 'Use the default' }).click()
    await expect.poll(() => chipOf(page, 1).textContent()).toContain('Not judged')
    await judgeButton(page, 1).click()
    await expect.poll(() => outcomeOf(page, 1), { timeout: 10_000 }).toMatch(/pass|fail/)
  })

  it('is written, judged and stopped by keys alone', async () => {
    const { page } = visit
    await keepCases(page, 2)
    await sectionOf(page).getByRole('button', { name: 'Add a check' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menu').waitFor()
    await page.keyboard.type('Judged')
    await page.keyboard.press('Enter')
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await sectionOf(page).getByTestId('check').waitFor()
    for (let tabs = 0; tabs < 3; tabs++) await page.keyboard.press('Tab')
    await page.keyboard.type('Is polite.')
    await chooseJudge(page, 'demo/slow')
    await page.keyboard.press('ControlOrMeta+Enter')
    for (const number of [1, 2]) await untilState(page, number, 'done')
    await judgeButton(page, 2).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => chipOf(page, 1).textContent()).toContain('Being judged')
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    await expect.poll(focused).toContain('Stop judging')
    await page.keyboard.press('Enter')
    await expect.poll(() => chipOf(page, 1).textContent()).toContain('Not judged')
    await judgeButton(page, 2).waitFor()
    await expect.poll(focused).toContain('Judge 2 answers')
  })

  it('has no barrier', async () => {
    const { page } = visit
    await keepCases(page, 2)
    await addRubric(page, 'Is polite.')
    const look = async () => {
      const axe = new AxeBuilder({ page }).exclude('[data-base-ui-focus-guard]')
      const { violations } = await axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`))
    }
    await runAll(page, 2)
    await judgeButton(page, 2).waitFor()
    expect(await look()).toEqual([])
    await judgeButton(page, 2).click()
    await headOf(page).waitFor()
    await outputOf(page, 1).click()
    await page.keyboard.press('Enter')
    await (await drawerPanel(page, 'checks')).getByTestId('check-result').first().waitFor()
    expect(await look()).toEqual([])
  })
})

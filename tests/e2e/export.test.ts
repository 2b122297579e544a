import { AxeBuilder } from '@axe-core/playwright'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { untilState, type WatchedPage } from '../running/browser-page.ts'
import { keepCases } from '../running/playground-page.ts'
import { onePlayground, served } from '../running/served.ts'

describe('files that go out', () => {
  const on = served()
  let visit: WatchedPage
  let page: Page
  onePlayground(on, async (opened) => {
    visit = opened
    page = visit.page
    await keepCases(page, 2)
    await page.getByTestId('run').click()
    for (const number of [1, 2]) await untilState(page, number, 'done')
  })

  const dialog = () => page.getByTestId('export-dialog')
  async function open(kind: string): Promise<void> {
    await page.getByTestId('export').click()
    await dialog().getByRole('radio', { name: kind }).check()
    await dialog().getByRole('region', { name: 'The beginning of the file' }).waitFor()
  }
  async function saved(): Promise<{ readonly name: string; readonly text: string }> {
    const [download] = await Promise.all([page.waitForEvent('download'), dialog().getByRole('button', { name: 'Save' }).click()])
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
  }

  it('hold the results, one line for each case', async () => {
    await open('Results as CSV')
    const { name, text } = await saved()
    expect(name).toBe('vitrine-results.csv')
    const [head, ...rows] = text.trim().split('\n')
    expect(head).toContain('status')
    expect(rows.filter((row) => row.includes(',done,'))).toHaveLength(2)
    await dialog().waitFor({ state: 'detached' })
  })

  it('say beforehand what they cannot hold', async () => {
    await open('promptfoo YAML')
    await expect.poll(() => dialog().getByRole('region', { name: 'What it does not hold' }).textContent()).toContain('demo/writer')
    const { text } = await saved()
    expect(text).toContain('{{ticket}}')
  })

  it('hold everything that a snapshot is for', async () => {
    await open('Everything as a snapshot')
    const { text } = await saved()
    expect(JSON.parse(text)).toMatchObject({ prompt: { templateFormat: 'curly' }, rows: [{}, {}] })
  })

  it('are chosen by keys alone, and the focus comes back', async () => {
    await page.getByTestId('export').focus()
    await page.keyboard.press('Enter')
    await dialog().getByRole('radio', { name: 'Results as CSV' }).waitFor()
    await dialog().getByRole('radio', { name: 'Results as CSV' }).focus()
    await page.keyboard.press('ArrowDown')
    await expect
      .poll(() =>
        dialog()
          .getByRole('radio', { name: /JSONL, with the wire/ })
          .isChecked(),
      )
      .toBe(true)
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await expect
      .poll(() => page.getByTestId('export').evaluate((element) => element === document.activeElement || element.matches(':focus')))
      .toBe(true)
  })

  it('are chosen in a dialog without barriers', async () => {
    await open('Results as CSV')
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    await page.keyboard.press('Escape')
    expect(visit.complaints).toEqual([])
  })
})

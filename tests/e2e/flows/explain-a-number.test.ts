import { chatStream } from '@vitrine/testkit'
import { describe, expect, it } from 'vitest'
import { outputOf, untilState } from '../../running/browser-page.ts'
import { askForText, chooseModel } from './fifty-cases.ts'
import { staged, WAYS } from './stage.ts'

describe('explaining a number', () => {
  const stage = staged('explain-a-number')

  it.each(WAYS)('is walked $how, in $language', async (way) => {
    const at = await stage.open(way)
    const { page, hands, say, answer, look } = at
    answer(() => chatStream('It is on its way.'))
    await chooseModel(at, 'openai/gpt-4o-mini')
    await askForText(at)
    await hands.press(page.getByTestId('run').first())
    for (const number of [1, 2]) await untilState(page, number, 'done')
    await page.getByTestId('stop').waitFor({ state: 'detached' })

    const cost = outputOf(page, 1).getByTestId('byline').getByRole('button')
    const told = await cost.textContent()
    await hands.give('tabCost', () => cost.click())
    const panel = page.locator('[data-testid="drawer-panel"][data-tab="cost"]')
    await panel.locator('[data-part="cost-lines"]').waitFor()
    // 12 tokens in at $0.15 and 4 out at $0.60 for a million.
    await expect.poll(() => panel.locator('[data-kind="input"]').textContent()).toMatch(/12.*0\.15.*0\.0000018/)
    expect(await panel.locator('[data-kind="outputTokens"]').textContent()).toMatch(/4.*0\.60.*0\.0000024/)
    expect(await panel.locator('[data-part="cost-total"]').textContent()).toContain('0.0000042')
    expect(told).toContain('0.000004')
    expect(await panel.locator('[data-part="cost-notes"]').textContent()).toContain(say('drawer', 'tokensReported'))
    const marked = panel.locator('[data-part="reported-usage"] [data-marked]')
    await expect.poll(async () => (await marked.allTextContents()).join('')).toContain('"prompt_tokens": 12')
    await look('cost')
    await at.leave()
  })
})

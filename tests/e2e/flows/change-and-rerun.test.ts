import { chatStream } from '@vitrine/testkit'
import { describe, expect, it } from 'vitest'
import { outputOf, untilState } from '../../running/browser-page.ts'
import { editorOf } from '../../running/playground-page.ts'
import { askForText, bringFiftyCases, CASES, chooseModel, runEnds } from './fifty-cases.ts'
import { staged, WAYS } from './stage.ts'

describe('a change, and what it makes stale run again', () => {
  const stage = staged('change-and-rerun')

  it.each(WAYS)('is walked $how, in $language', async (way) => {
    const at = await stage.open(way)
    const { page, hands, say, provider, answer, look } = at
    answer(({ text }) => chatStream(text.includes('Be brief.') ? 'It is on its way.' : 'Dear customer, your parcel is on its way.'))
    await chooseModel(at, 'openai/gpt-4o-mini')
    await askForText(at)
    await bringFiftyCases(at)
    await hands.press(page.getByTestId('run').first())
    await runEnds(at, CASES, 0)
    await look('first')
    const before = provider.requests.filter(({ path }) => path.endsWith('/completions')).length

    await hands.enter(editorOf(page, 1))
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type(' Be brief.')
    const filters = page.getByRole('toolbar', { name: say('run', 'filters') })
    await filters.getByRole('button', { name: `${say('run', 'staleFilter')} ${CASES}` }).waitFor()
    await untilState(page, 1, 'stale')
    await look('stale')

    const stale = page.getByRole('menuitem', { name: say('run', 'runStale') })
    await hands.pick(page.getByRole('button', { name: say('run', 'runMenu'), exact: true }), stale)
    await runEnds(at, CASES, 0)
    expect(provider.requests.filter(({ path }) => path.endsWith('/completions')).length - before).toBe(CASES)

    await hands.give('tabOutput', async () => {
      await outputOf(page, 1).hover()
      await outputOf(page, 1)
        .getByRole('button', { name: say('output', 'expand'), exact: true })
        .click()
    })
    const panel = page.locator('[data-testid="drawer-panel"][data-tab="output"]')
    await hands.choose(panel.getByTestId('compare-with'), say('drawer', 'comparedPrevious'))
    const difference = panel.locator('[data-part="answer-diff"]')
    await expect.poll(() => difference.textContent()).toContain('Dear customer')
    expect(await difference.textContent()).toContain('on its way')
    await look('compared')
    await at.leave()
  })
})

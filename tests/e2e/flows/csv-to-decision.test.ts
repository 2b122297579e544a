import { readFileSync } from 'node:fs'
import { chatFailure, chatStream } from '@vitrine/testkit'
import { describe, expect, it } from 'vitest'
import { askForText, bringFiftyCases, CASES, chooseModel, runEnds } from './fifty-cases.ts'
import { staged, WAYS } from './stage.ts'

const CALLS = CASES * 2
/** Under the second variant: those the provider has no time for at first, and those it answers otherwise. */
const LIMITED = /Ticket (?:7|23|41):/
const OTHERWISE = /Ticket \d*5:/

describe('from a table to a decision', () => {
  const stage = staged('csv-to-decision')

  it.each(WAYS)('is walked $how, in $language', async (way) => {
    const at = await stage.open(way)
    const { page, how, hands, say, answer, look } = at
    let isBusy = true
    answer(({ text }) => {
      const isSecond = text.includes('"gpt-4o"')
      if (isSecond && isBusy && LIMITED.test(text))
        return chatFailure(429, { message: 'Rate limit reached for gpt-4o.', code: 'rate_limit_exceeded' }, { 'retry-after': '0' })
      return chatStream(isSecond && OTHERWISE.test(text) ? 'A refund, since it is late.' : 'It is on its way.')
    })
    await chooseModel(at, 'openai/gpt-4o-mini')
    await askForText(at)
    await bringFiftyCases(at)
    await hands.press(page.getByTestId('add-variant'))
    await chooseModel(at, 'openai/gpt-4o')

    const run = page.getByTestId('run').first()
    await expect.poll(() => run.getAttribute('data-calls')).toBe(String(CALLS))
    await expect.poll(() => page.getByTestId('estimate').textContent()).toMatch(/0\.0\d+.*–.*\d\.\d\d/)
    await look('estimated')
    await hands.press(run)
    await runEnds(at, CALLS, 3)
    await look('three-failed')

    isBusy = false
    const menu = page.getByRole('button', { name: say('run', 'runMenu'), exact: true })
    await hands.pick(menu, page.getByRole('menuitem', { name: say('run', 'runFailed') }))
    await runEnds(at, 3, 0)

    const filters = page.getByRole('toolbar', { name: say('run', 'filters') })
    const differing = filters.getByRole('button', { name: `${say('run', 'differsFilter')} ${CASES / 10}` })
    await hands.give('filterDiffers', () => differing.click())
    await expect.poll(() => differing.getAttribute('aria-pressed')).toBe('true')
    await expect.poll(() => page.getByTestId('case').count()).toBe(CASES / 10)
    await look('different')

    const second = page.getByTestId('case').first().getByTestId('output').nth(1)
    await hands.give('goToGrid', async () => {
      await second.hover()
      await second.getByRole('button', { name: say('output', 'expand'), exact: true }).click()
    })
    if (how === 'by keyboard alone') {
      await page.locator('[role="grid"] :focus').waitFor()
      for (const key of ['ControlOrMeta+Home', 'End', 'Enter']) await page.keyboard.press(key)
    }
    const panel = page.locator('[data-testid="drawer-panel"][data-tab="output"]')
    await hands.choose(panel.getByTestId('compare-with'), say('drawer', 'comparedFirst', { letter: 'A' }))
    await expect.poll(() => panel.locator('[data-part="answer-diff"]').textContent()).toContain('A refund')
    await look('compared')
    await page.keyboard.press('Escape')
    await page.getByTestId('drawer').waitFor({ state: 'detached' })

    await hands.press(page.getByTestId('export'))
    const dialog = page.getByTestId('export-dialog')
    await hands.check(dialog.getByRole('radio', { name: say('exporting', 'promptfoo') }))
    await dialog.getByRole('region', { name: say('exporting', 'preview') }).waitFor()
    await look('exported')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      hands.press(dialog.getByRole('button', { name: say('exporting', 'save'), exact: true })),
    ])
    const yaml = readFileSync(await download.path(), 'utf8')
    expect(yaml).toContain('{{ticket}}')
    expect(yaml.match(/ticket: /g)).toHaveLength(CASES)
    expect([
      yaml.includes('openai:chat:gpt-4o-mini') || yaml.includes('openai:gpt-4o-mini'),
      /openai:(?:chat:)?gpt-4o\b/.test(yaml),
    ]).toEqual([true, true])
    await at.leave()
  })
})

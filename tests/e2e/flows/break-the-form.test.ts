import { chatFailure, chatStream } from '@vitrine/testkit'
import { describe, expect, it } from 'vitest'
import { outputOf, untilState } from '../../running/browser-page.ts'
import { askForText, chooseModel } from './fifty-cases.ts'
import { staged, WAYS } from './stage.ts'

const REFUSAL = 'Unrecognized request argument supplied: odd_field'

describe('breaking the form deliberately', () => {
  const stage = staged('break-the-form')

  it.each(WAYS)('is walked $how, in $language', async (way) => {
    const at = await stage.open(way)
    const { page, hands, say, provider, answer, look } = at
    answer(({ text }) =>
      text.includes('odd_field') ? chatFailure(400, { message: REFUSAL, param: 'odd_field' }) : chatStream('From the form.'),
    )
    await chooseModel(at, 'openai/gpt-4o-mini')
    await askForText(at)
    await hands.press(page.getByTestId('run').first())
    for (const number of [1, 2]) await untilState(page, number, 'done')
    await page.getByTestId('stop').waitFor({ state: 'detached' })

    await hands.give('tabWire', async () => {
      await outputOf(page, 1).hover()
      await outputOf(page, 1)
        .getByRole('button', { name: say('output', 'wire'), exact: true })
        .click()
    })
    const wire = page.locator('[data-testid="drawer-panel"][data-tab="wire"]')
    await hands.press(wire.getByRole('button', { name: say('drawer', 'edit'), exact: true }))
    const edited = page.getByTestId('edited-request')
    await hands.enter(edited.getByRole('textbox'))
    // Code, the numbers of its lines and its scrolling go from left to right in every language.
    expect(await edited.locator('.cm-scroller').evaluate((scroller) => getComputedStyle(scroller).direction)).toBe('ltr')
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.press('End')
    await page.keyboard.insertText('\n"odd_field": [1, "zwei"],')
    await hands.press(edited.getByRole('button', { name: say('drawer', 'sendEdited') }))
    const refused = page.getByTestId('edited-answer')
    await expect.poll(() => refused.getAttribute('data-state')).toBe('failed')
    expect(await refused.textContent()).toContain(REFUSAL)
    expect(JSON.parse(provider.requests.at(-1)?.text ?? '{}')).toMatchObject({ odd_field: [1, 'zwei'] })
    await look('refused')

    await hands.press(edited.getByRole('button', { name: say('drawer', 'backToForm') }))
    await edited.waitFor({ state: 'detached' })
    expect(await outputOf(page, 1).getAttribute('data-state')).toBe('done')
    expect(await wire.textContent()).not.toContain('odd_field')
    await look('back')
    await at.leave()
  })
})

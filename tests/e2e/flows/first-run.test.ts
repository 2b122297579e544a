import { describe, expect, it } from 'vitest'
import { outputOf, untilState } from '../../running/browser-page.ts'
import { stretchOf } from '../../running/stretch-of.ts'
import { staged, WAYS } from './stage.ts'

const FIRST_WORD_MS = 1000

describe('a first run without a key', () => {
  const stage = staged('first-run')

  it.each(WAYS)('is walked $how, in $language', async (way) => {
    const at = await stage.open(way)
    const { page, hands, say, look } = at
    expect(await page.getByTestId('model').first().getAttribute('data-model')).toBe('demo/writer')
    expect(await page.getByTestId('case').count()).toBeGreaterThanOrEqual(3)
    await expect.poll(() => page.getByTestId('estimate').textContent()).toMatch(/0\.000\d+.*–/)
    await look('opened')

    const stretchBefore = await stretchOf(page)
    // The page itself takes the time: whoever looks in from outside looks late.
    const firstWord = await page.evaluateHandle(() => {
      const watch: { ms: number | null } = { ms: null }
      let pressedAtMs = 0
      document.addEventListener('click', () => (pressedAtMs = performance.now()), { capture: true, once: true })
      new MutationObserver(() => {
        const isThere = [...document.querySelectorAll('[data-testid="output-text"]')].some((text) => text.textContent !== '')
        if (isThere && watch.ms === null) watch.ms = performance.now() - pressedAtMs
      }).observe(document.body, { childList: true, subtree: true, characterData: true })
      return watch
    })
    await hands.press(page.getByTestId('run').first())
    for (const number of [1, 2, 3]) await untilState(page, number, 'done')
    const stretch = Math.max(stretchBefore, await stretchOf(page))
    expect(await firstWord.evaluate(({ ms }) => ms)).toBeLessThan(FIRST_WORD_MS * stretch)
    await page.getByTestId('stop').waitFor({ state: 'detached' })

    const first = outputOf(page, 1)
    expect(await first.getByTestId('output-status').textContent()).toContain(say('output', 'done'))
    expect(await first.getByTestId('byline').textContent()).toMatch(/\d+ ?(?:ms|s|م).*0\.0000\d+/)
    await look('done')

    await hands.give('tabWire', async () => {
      await first.hover()
      await first.getByRole('button', { name: say('output', 'wire'), exact: true }).click()
    })
    const wire = page.locator('[data-testid="drawer-panel"][data-tab="wire"]')
    await expect.poll(() => wire.textContent()).toContain('/chat/completions')
    expect(await wire.textContent()).toContain('"writer"')
    await look('wire')
    await at.leave()
  })
})

import { describe, expect, it } from 'vitest'
import { outputOf, untilState } from '../running/browser-page.ts'
import { drawerPanel, openPlayground } from '../running/playground-page.ts'
import { served } from '../running/served.ts'

const on = served()

describe('whoever wants less or larger', () => {
  it('sees no movement where movement is to be reduced', async () => {
    const { page, context } = await openPlayground(on.browser, on.service.origin)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.getByTestId('run').click()
    await untilState(page, 1, 'streaming')
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ effect, playState }) => playState === 'running' && Number(effect?.getComputedTiming().duration ?? 0) > 1)
        .map((animation) => (animation instanceof CSSAnimation ? animation.animationName : animation.id)),
    )
    expect(moving).toEqual([])
    await context.close()
  })

  it('sees the focus, and the words on what is filled, where the system chooses the colours', async () => {
    const { page, context } = await openPlayground(on.browser, on.service.origin)
    await page.emulateMedia({ forcedColors: 'active' })
    for (let stop = 1; stop <= 24; stop++) {
      await page.keyboard.press('Tab')
      const seen = await page.evaluate(() => {
        const around: Element[] = []
        for (let one = document.activeElement; one !== null && around.length < 6; one = one.parentElement) around.push(one)
        const styles = around.flatMap((one) => [getComputedStyle(one), getComputedStyle(one, '::after')])
        return styles.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2)
      })
      expect(seen, `the focus after ${stop} × Tab`).toBe(true)
    }
    const filled = [page.getByTestId('run'), page.getByTestId('mode').getByRole('button', { pressed: true })]
    for (const control of filled) {
      const { color, backgroundColor, forcedColorAdjust } = await control.evaluate((element) => {
        const style = getComputedStyle(element)
        return { color: style.color, backgroundColor: style.backgroundColor, forcedColorAdjust: style.forcedColorAdjust }
      })
      expect(forcedColorAdjust).toBe('none')
      expect(color).not.toBe(backgroundColor)
    }
    await context.close()
  })

  it('can do everything at twice the size', async () => {
    const { page, context } = await openPlayground(on.browser, on.service.origin, { width: 720, height: 450 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await page.getByRole('button', { name: 'Prompt' }).click()
    await page.getByTestId('message').first().waitFor()
    await page.getByRole('button', { name: /^Cases/ }).click()
    await page.getByTestId('run').click()
    await untilState(page, 1, 'done')
    await outputOf(page, 1).getByRole('button', { name: 'Expand' }).click()
    const panel = await drawerPanel(page, 'wire')
    await expect.poll(() => panel.textContent()).toContain('/chat/completions')
    expect(await panel.evaluate((element) => element.getBoundingClientRect().height)).toBeGreaterThan(80)
    await context.close()
  })
})

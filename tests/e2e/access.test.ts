import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { openPage, outputOf, untilState } from '../running/browser-page.ts'
import { cellOf, drawerPanel, openPlayground } from '../running/playground-page.ts'
import { served } from '../running/served.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const on = served()

/** What opens has opened: half-faded text has another contrast. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    const finite = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(finite.map(({ finished }) => finished))
  })

/** What axe finds, and what does not fit: a page that scrolls sideways, text that is cut with no sign of it. */
async function findings(page: Page, scene: string, colorScheme: 'light' | 'dark'): Promise<readonly string[]> {
  await settled(page)
  // Where a popup traps the focus its ends are marked by elements that send it back at once: nobody ever is in one.
  const axe = new AxeBuilder({ page }).exclude('[data-base-ui-focus-guard]')
  // The themes differ in their colours and in nothing else.
  const { violations } = await (colorScheme === 'light' ? axe.withTags(TAGS) : axe.withRules(['color-contrast'])).analyze()
  const unfit = await page.evaluate(() => {
    const found: string[] = []
    if (document.documentElement.scrollWidth > innerWidth)
      found.push(`the page is ${document.documentElement.scrollWidth}px wide in ${innerWidth}px`)
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
      const element = text.parentElement
      if (element === null || (text.textContent ?? '').trim() === '' || !element.checkVisibility({ visibilityProperty: true })) continue
      const { overflowX, textOverflow, display, lineClamp, clip, clipPath } = getComputedStyle(element) as CSSStyleDeclaration & {
        lineClamp: string
      }
      const hidesRest = overflowX === 'hidden' || overflowX === 'clip'
      const isTiny = element.clientWidth <= 1 || clip !== 'auto' || clipPath !== 'none'
      if (
        hidesRest &&
        !isTiny &&
        display !== 'inline' &&
        element.scrollWidth > element.clientWidth + 1 &&
        textOverflow !== 'ellipsis' &&
        lineClamp === 'none'
      )
        found.push(`cut: “${(text.textContent ?? '').trim().slice(0, 40)}” (${element.className})`)
    }
    return found
  })
  return [
    ...violations.flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 4)
        .map(
          ({ target, failureSummary }) =>
            `${scene}: ${id} ${String(target)} ${(failureSummary ?? '').replaceAll(/\s+/g, ' ').slice(0, 240)}`,
        ),
    ),
    ...unfit.map((what) => `${scene}: ${what}`),
  ]
}

const runAll = async (page: Page) => {
  await page.getByTestId('run').first().click()
  await untilState(page, 1, 'streaming')
  await page.getByTestId('stop').waitFor({ state: 'detached', timeout: 20_000 })
}

for (const colorScheme of ['light', 'dark'] as const)
  describe(`in the ${colorScheme} theme`, () => {
    it('the wide page with its popups and details has no barrier and cuts nothing', async () => {
      const { page, context } = await openPlayground(on.browser, on.service.origin, { colorScheme })
      const found: string[] = []
      const look = async (scene: string) => {
        found.push(...(await findings(page, scene, colorScheme)))
      }
      const shut = async (role: 'menu' | 'dialog') => {
        await page.keyboard.press('Escape')
        await page.getByRole(role).waitFor({ state: 'detached' })
      }
      await look('first visit')
      await page.getByTestId('model').click()
      await page.getByRole('option').first().waitFor()
      await look('models')
      await shut('dialog')
      await page.getByRole('button', { name: 'Actions of message 1' }).click()
      await page.getByRole('menu').waitFor()
      await look('message menu')
      await shut('menu')
      await page.getByRole('button', { name: 'Run menu' }).click()
      await page.getByRole('menu').waitFor()
      await look('run menu')
      await shut('menu')
      await page.getByTestId('template-format').click()
      await page.getByRole('menuitemradio', { name: /jinja2/ }).click()
      await page.getByTestId('convert-dialog').waitFor()
      await look('conversion')
      await shut('dialog')
      await page.getByRole('button', { name: 'Infer from an example' }).click()
      await page.getByRole('dialog').waitFor()
      await look('schema from an example')
      await shut('dialog')
      await cellOf(page, 1, 'ticket').click()
      await page.keyboard.press('Home')
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
      await look('keyboard')
      await shut('dialog')
      await cellOf(page, 2, 'ticket').dblclick()
      await look('a cell being edited')
      await page.keyboard.press('Escape')
      await runAll(page)
      await look('done')
      await outputOf(page, 1).hover()
      await outputOf(page, 1).getByRole('button', { name: 'Expand' }).click()
      for (const tab of ['output', 'prompt', 'wire', 'trace', 'cost', 'code']) {
        await drawerPanel(page, tab)
        await look(`details: ${tab}`)
      }
      await page.keyboard.press('Escape')
      await page.getByTestId('mode').getByRole('button', { name: 'Chat' }).click()
      await page.getByRole('button', { name: 'Open the conversation of case 1' }).click()
      await page.getByTestId('composer').waitFor()
      await look('chat')
      expect(found).toEqual([])
      await context.close()
    })

    for (const [width, height] of [
      [900, 800],
      [390, 844],
    ] as const)
      it(`the page of ${width} pixels has no barrier and cuts nothing`, async () => {
        const { page, context } = await openPlayground(on.browser, on.service.origin, { width, height, colorScheme })
        const found: string[] = [...(await findings(page, 'first visit', colorScheme))]
        await runAll(page)
        found.push(...(await findings(page, 'done', colorScheme)))
        await outputOf(page, 1).hover()
        await outputOf(page, 1).getByRole('button', { name: 'Expand' }).click()
        for (const tab of ['output', 'wire', 'trace', 'cost']) {
          await drawerPanel(page, tab)
          found.push(...(await findings(page, `details: ${tab}`, colorScheme)))
        }
        await page.keyboard.press('Escape')
        await page.getByTestId('drawer').waitFor({ state: 'detached' })
        const prompt = page.getByRole('navigation', { name: 'Playground' }).getByRole('button', { name: 'Prompt' })
        if (await prompt.isVisible()) {
          await prompt.click()
          await page.getByTestId('message').first().waitFor()
          found.push(...(await findings(page, 'prompt', colorScheme)))
        }
        expect(found).toEqual([])
        await context.close()
      })

    it('the list of models has no barrier and cuts nothing, wide and narrow', async () => {
      const found: string[] = []
      for (const width of [1440, 390]) {
        const { page, context } = await openPage(on.browser, on.service.origin, '/models', { width, colorScheme })
        await page.getByRole('table').waitFor()
        found.push(...(await findings(page, `models at ${width}`, colorScheme)))
        await context.close()
      }
      expect(found).toEqual([])
    })
  })

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

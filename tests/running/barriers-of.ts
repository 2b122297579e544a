import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const COLOURS = ['color-contrast', 'link-in-text-block']

/** What opens has opened: half-faded text has another contrast. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    const finite = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(finite.map(({ finished }) => finished))
  })

/** What does not fit: a page that scrolls sideways, text that is cut with no sign of it. */
const unfitting = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
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

export interface BarrierSearch {
  /** `colours` looks at what a theme changes, and at nothing that it cannot. */
  readonly rules: 'all' | 'colours'
}

/** What axe finds on the page as it stands, and what does not fit on it; one line for each, with where it is. */
export async function barriersOf(page: Page, { rules }: BarrierSearch): Promise<readonly string[]> {
  await settled(page)
  const axe = new AxeBuilder({ page })
    // In the page itself, instead of in one more page for every look at it.
    .setLegacyMode(true)
    .options({ preload: false, resultTypes: ['violations'] })
    // Where a popup traps the focus its ends are marked by elements that send it back at once: nobody ever is in one.
    .exclude('[data-base-ui-focus-guard]')
  const { violations } = await (rules === 'all' ? axe.withTags(TAGS) : axe.withRules(COLOURS)).analyze()
  return [
    ...violations.flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 4)
        .map(({ target, failureSummary }) => `${id} ${String(target)} ${(failureSummary ?? '').replaceAll(/\s+/g, ' ').slice(0, 240)}`),
    ),
    ...(rules === 'all' ? await unfitting(page) : []),
  ]
}

import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { barriersOf } from '../running/barriers-of.ts'
import { openPage, outputOf, untilState } from '../running/browser-page.ts'
import { drawerPanel } from '../running/playground-page.ts'
import { served } from '../running/served.ts'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 900, height: 800 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
] as const
const LANGUAGES = [
  { locale: 'de', direction: 'ltr', models: 'Modelle', expand: 'Vergrößern', language: 'Sprache' },
  { locale: 'ar', direction: 'rtl', models: 'النماذج', expand: 'توسيع', language: 'اللغة' },
] as const
const ENGLISH = { locale: 'en', direction: 'ltr', models: 'Models' } as const
const TABS = ['output', 'prompt', 'wire', 'trace', 'checks', 'notes', 'cost', 'code'] as const

const on = served()

/** Buttons whose words do not fit into them, or that stand outside the page. */
const cutButtons = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-testid="vitrine"] :is(button, label, [role="tab"])')]
      .filter((button) => button.checkVisibility({ visibilityProperty: true }) && button.closest('[role="grid"]') === null)
      .filter((button) => {
        const { left, right, width } = button.getBoundingClientRect()
        const isCut = getComputedStyle(button).display !== 'inline' && button.scrollWidth > button.clientWidth + 1
        return width > 3 && (isCut || left < -1 || right > innerWidth + 1)
      })
      .map((button) => (button.textContent ?? '').trim() || (button.getAttribute('aria-label') ?? '')),
  )

const documentOf = (page: Page) => page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])

describe.each([...LANGUAGES, ENGLISH])('the page in $locale', ({ locale, direction, models }) => {
  it.each(SIZES)('speaks it and fits at $width', async (size) => {
    const { page, context, complaints } = await openPage(on.browser, on.service.origin, '/playground', { ...size, locale })
    await page.getByTestId('run').first().waitFor()
    expect(await documentOf(page)).toEqual([locale, direction])
    expect(await page.getByTestId('vitrine').getAttribute('dir')).toBe(direction)
    expect(await page.getByRole('link', { name: models }).count()).toBe(1)
    expect(await cutButtons(page)).toEqual([])
    await page.getByTestId('run').first().click()
    await untilState(page, 1, 'done')
    expect(await cutButtons(page)).toEqual([])
    expect(await barriersOf(page, { rules: 'all' })).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe.each(LANGUAGES)('the page in $locale, which is not English,', ({ locale, expand, language }) => {
  it('speaks it in the details, where code keeps its direction', async () => {
    const { page, context } = await openPage(on.browser, on.service.origin, '/playground', { locale })
    await page.getByTestId('run').first().click()
    await untilState(page, 1, 'done')
    await outputOf(page, 1).hover()
    await outputOf(page, 1).getByRole('button', { name: expand }).click()
    for (const tab of TABS) {
      await drawerPanel(page, tab)
      expect({ tab, barriers: await barriersOf(page, { rules: 'all' }) }).toEqual({ tab, barriers: [] })
    }
    const program = page.getByTestId('drawer').locator('pre').first()
    await program.waitFor()
    expect(await program.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr')
    await context.close()
  })

  it('can be left for English and keeps the choice', async () => {
    const { page, context } = await openPage(on.browser, on.service.origin, '/playground', { locale })
    await page.getByRole('combobox', { name: language }).first().selectOption('en')
    await page.getByRole('link', { name: 'Models' }).waitFor()
    expect(await documentOf(page)).toEqual(['en', 'ltr'])
    await page.reload()
    await page.getByRole('link', { name: 'Models' }).waitFor()
    expect(await documentOf(page)).toEqual(['en', 'ltr'])
    await context.close()
  })
})

describe('the arrow keys of the grid', () => {
  it('go where they point in a page from right to left', async () => {
    const { page, context } = await openPage(on.browser, on.service.origin, '/playground', { locale: 'ar' })
    const first = page.getByTestId('case').first().getByTestId('cell').first()
    await first.click()
    const columnAt = () => page.evaluate(() => document.activeElement?.getAttribute('data-column') ?? null)
    const before = await columnAt()
    const from = await page.evaluate(() => document.activeElement?.getBoundingClientRect().left ?? 0)
    await page.keyboard.press('ArrowLeft')
    expect(await columnAt()).not.toBe(before)
    expect(await page.evaluate(() => document.activeElement?.getBoundingClientRect().left ?? 0)).toBeLessThan(from)
    await page.keyboard.press('ArrowRight')
    expect(await columnAt()).toBe(before)
    await context.close()
  })
})

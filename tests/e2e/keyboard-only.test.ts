import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { outputOf, untilState, type WatchedPage } from '../running/browser-page.ts'
import { onePlayground, served } from '../running/served.ts'

interface Focused {
  readonly name: string
  readonly isVisible: boolean
  readonly hasIndicator: boolean
}

/** What has the focus, down through shadow roots, and whether its style shows that it has. */
const styled = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    let element = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    if (element === null || element === document.body) return { name: '', isVisible: false, hasIndicator: false }
    const box = element.getBoundingClientRect()
    // The mark may stand on the control, on a pseudo-element of it, or on the field around it.
    const around: Element[] = []
    for (let one: Element | null = element; one !== null && around.length < 8;) {
      around.push(one)
      const root = one.getRootNode()
      one = one.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
    }
    const styles = around.flatMap((one) => [undefined, '::before', '::after'].map((part) => getComputedStyle(one, part)))
    const probe = document.createElement('i')
    probe.style.color = 'var(--_focus)'
    document.querySelector('.vitrine-root')?.append(probe)
    const { color } = getComputedStyle(probe)
    probe.remove()
    const hasIndicator = styles.some(
      ({ outlineStyle, outlineWidth, outlineColor, boxShadow }) =>
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && outlineColor === color) ||
        boxShadow.includes(`${color} 0px 0px 0px`),
    )
    const host = element.getRootNode()
    const label = element.getAttribute('aria-label') ?? element.getAttribute('data-testid') ?? element.textContent ?? ''
    return {
      name: label.trim().slice(0, 60) || (host instanceof ShadowRoot ? 'editor' : element.localName),
      isVisible: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
      hasIndicator,
    }
  })

/** As `styled`; a control that the browser draws itself is looked at with and without the focus. */
async function focused(page: Page): Promise<Focused> {
  const found = await styled(page)
  if (found.hasIndicator || !found.isVisible) return found
  const control = await page.evaluateHandle(() => document.activeElement)
  const box = await control.asElement()?.boundingBox()
  if (!box) return found
  const clip = { x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8 }
  const focusedPicture = await page.screenshot({ clip, animations: 'disabled' })
  await control.evaluate((element) => element instanceof HTMLElement && element.blur())
  const plainPicture = await page.screenshot({ clip, animations: 'disabled' })
  await control.evaluate((element) => element instanceof HTMLElement && element.focus())
  return { ...found, hasIndicator: !focusedPicture.equals(plainPicture) }
}

describe('the whole flow by keyboard alone', () => {
  const on = served()
  let visit: WatchedPage
  let page: Page
  onePlayground(on, (opened) => {
    visit = opened
    page = visit.page
  })
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  /** Tab until the focus is where it should be; every stop on the way must be seen. */
  const tabTo = async (selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
    for (let stop = 0; stop < 80; stop++) {
      await press(key)
      const at = await focused(page)
      expect(at, `the focus after ${stop + 1} × ${key}`).toMatchObject({ isVisible: true, hasIndicator: true })
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    }
    throw new Error(`Tab does not reach ${selector}.`)
  }
  const drawerCase = () => page.getByTestId('drawer').getByRole('heading', { level: 2 }).textContent()

  it('reaches Run by Tab, starts it, and stops it with Escape', async () => {
    await press('Tab')
    expect((await focused(page)).name).toBe('Skip to content')
    await tabTo('[data-testid="run"]')
    await press('Enter')
    await untilState(page, 1, 'streaming')
    await press('Escape')
    await page.getByTestId('stop').waitFor({ state: 'detached' })
    await untilState(page, 1, 'stopped')
    expect(await focused(page)).toMatchObject({ isVisible: true, hasIndicator: true })
  })

  it('runs everything with Control+Enter, from wherever the focus is', async () => {
    await press('ControlOrMeta+Enter')
    for (const number of [1, 8]) await untilState(page, number, 'done')
    await page.getByTestId('stop').waitFor({ state: 'detached' })
    expect(await page.getByTestId('progress').getAttribute('data-done')).toBe('8')
  })

  it('opens the details of an output with Enter and walks through them', async () => {
    await tabTo('[role="gridcell"]')
    await press('End', 'Enter')
    const drawer = page.getByTestId('drawer')
    await drawer.waitFor()
    await expect.poll(drawerCase).toBe('Case 1')
    await tabTo('[data-testid="drawer-tab"]')
    for (const tab of ['prompt', 'wire', 'trace', 'logprobs', 'checks', 'notes', 'cost', 'code']) {
      await press('ArrowRight')
      await drawer.locator(`[data-testid="drawer-panel"][data-tab="${tab}"]`).waitFor()
      expect(await focused(page)).toMatchObject({ isVisible: true, hasIndicator: true })
    }
    await press('j')
    await expect.poll(drawerCase).toBe('Case 2')
    await press('j', 'k', 'k')
    await expect.poll(drawerCase).toBe('Case 1')
    await press('Escape')
    await drawer.waitFor({ state: 'detached' })
    await expect.poll(() => focused(page)).toMatchObject({ isVisible: true, hasIndicator: true })
  })

  it('lists its keys with ? and closes the list with Escape', async () => {
    await page.keyboard.type('?')
    const help = page.getByRole('dialog', { name: 'Keyboard' })
    await help.waitFor()
    expect(await help.textContent()).toContain('Run all, or stop')
    await press('Escape')
    await help.waitFor({ state: 'detached' })
    await expect.poll(() => focused(page)).toMatchObject({ isVisible: true, hasIndicator: true })
  })

  it('edits the prompt, and runs again what is stale', async () => {
    await tabTo('[data-testid="message"][data-index="1"] [data-part="editor"]', 'Shift+Tab')
    await press('ControlOrMeta+End')
    await page.keyboard.type(' Be brief.')
    await untilState(page, 1, 'stale')
    await press('ControlOrMeta+Enter')
    await untilState(page, 1, 'done')
    await untilState(page, 8, 'done')
    expect(await outputOf(page, 8).getByTestId('byline').textContent()).toMatch(/\$/)
  })

  it('changes the model by typing its name', async () => {
    await tabTo('[data-testid="model"]', 'Shift+Tab')
    await press('Enter')
    await page.getByRole('combobox', { name: 'Models' }).waitFor()
    await page.keyboard.type('echo')
    await press('Enter')
    await expect.poll(() => page.getByTestId('model').textContent()).toContain('echo')
    await page.getByRole('combobox', { name: 'Models' }).waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.matches('[data-testid="model"]'))).toBe(true)
    await expect.poll(() => focused(page)).toMatchObject({ isVisible: true, hasIndicator: true })
  })

  it('leaves the editor by Tab: it is no trap', async () => {
    await tabTo('[data-testid="message"][data-index="0"] [data-part="editor"]')
    await tabTo('[data-testid="add-message"]')
    expect(visit.complaints).toEqual([])
  })
})

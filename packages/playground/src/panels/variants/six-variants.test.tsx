import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { TICKETS } from '../../fake-bindings.ts'
import { fakeHost } from '../../fake-host.ts'

const host = fakeHost()

async function draw(widthPx: number, locale = 'en') {
  await page.viewport(1200, 800)
  host.resize(widthPx)
  const fake = host.draw(TICKETS, { locale })
  const { variants } = fake.state.prompt
  for (let count = 1; count < 6; count++) variants.clone(fake.state.store.get(variants.activeIdAtom))
  return fake
}
afterEach(host.clear)

const grid = page.getByRole('grid')
const cell = (column: string) => page.getByTestId('case').first().element().querySelector(`[data-column="${column}"]`)
const box = (element: Element | null) => element?.getBoundingClientRect() ?? new DOMRect()
const isWithin = (inner: DOMRect, outer: DOMRect) => inner.left >= outer.left - 1 && inner.right <= outer.right + 1

describe('six variants', () => {
  it.each([
    ['en', 1],
    ['ar', -1],
  ])('leave number and first value of a case in sight while outputs are scrolled, in %s', async (locale, sign) => {
    await draw(1100, locale)
    await expect.element(page.getByTestId('output').first()).toBeInTheDocument()
    const scroller = grid.element()
    const before = [box(cell('ticket')).left, box(cell('order')).left]
    scroller.scrollLeft = sign * 400
    await expect.poll(() => Math.abs(scroller.scrollLeft)).toBe(400)
    expect(box(cell('order')).left).toBe((before[1] ?? 0) - sign * 400)
    expect(Math.abs(box(cell('ticket')).left - (before[0] ?? 0))).toBeLessThanOrEqual(1)
    const head = scroller.querySelector('[role="columnheader"][data-column="ticket"]')
    expect(Math.abs(box(head).left - box(cell('ticket')).left)).toBeLessThanOrEqual(1)
    const { x, y, width } = box(cell('ticket'))
    const root = scroller.getRootNode() as ShadowRoot | Document
    expect(
      root
        .elementFromPoint(x + width / 2, y + 6)
        ?.closest('[data-column]')
        ?.getAttribute('data-column'),
    ).toBe('ticket')
  })

  it('do not hide the cell that the cursor goes to behind what stays', async () => {
    await draw(1100)
    await page.getByTestId('cell').first().click()
    await userEvent.keyboard('{End}')
    await expect.poll(() => isWithin(box(page.getByTestId('output').nth(5).element()), box(grid.element()))).toBe(true)
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}')
    const kept = () => box(cell('ticket')).right
    await expect.poll(() => box(page.getByTestId('output').first().element()).left).toBeGreaterThanOrEqual(kept() - 2)
  })

  it('have tabs that are scrolled and not squeezed, the chosen one in sight', async () => {
    const { state } = await draw(1100)
    const list = page.getByRole('tablist', { name: 'Variants' })
    await expect.element(page.getByTestId('variant').nth(5)).toHaveAttribute('aria-selected', 'true')
    const tabs = () => [...list.element().querySelectorAll('[role="tab"]')]
    expect(tabs().every((tab) => box(tab).width >= 64)).toBe(true)
    expect(isWithin(box(tabs().at(-1) ?? null), box(list.element()))).toBe(true)
    state.prompt.variants.activate(state.store.get(state.prompt.variants.idsAtom)[0] ?? '')
    await expect.poll(() => isWithin(box(tabs()[0] ?? null), box(list.element()))).toBe(true)
  })

  it('are told apart on a card, the shown one in sight', async () => {
    await draw(390)
    const list = page.getByRole('tablist').first()
    await expect.element(list).toBeVisible()
    const tabs = [...list.element().querySelectorAll('[role="tab"]')]
    expect(tabs.map((tab) => box(tab).width >= 100)).toEqual(Array.from({ length: 6 }, () => true))
    expect(isWithin(box(tabs.at(-1) ?? null), box(list.element()))).toBe(true)
  })
})

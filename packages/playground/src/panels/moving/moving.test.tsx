import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Locator, page, userEvent } from 'vitest/browser'
import { TICKETS } from '../../fake-bindings.ts'
import { type Drawn, fakeHost } from '../../fake-host.ts'
import type { PlaygroundSnapshot } from '../../state/snapshot.ts'

const host = fakeHost()
// The whole of it in sight: a drag by the browser reaches no further.
beforeAll(() => page.viewport(1240, 740))
afterEach(host.clear)

const line = page.getByTestId('landing')
const moved = page.getByTestId('moved')
const rowAt = (index: number) => page.getByTestId('case').nth(index)
const gripOf = (index: number): Element => {
  const grip = rowAt(index).element().querySelector('[data-grip]')
  if (grip === null) throw new Error('The case has no grip.')
  return grip
}
const headOf = (column: string) =>
  page
    .getByRole('columnheader')
    .all()
    .find((head) => (head.element() as HTMLElement).dataset['column'] === column) ?? page.getByRole('columnheader')
const columns = () =>
  page
    .getByRole('columnheader')
    .elements()
    .map((head) => (head as HTMLElement).dataset['column'])
    .filter((name) => name !== undefined && !name.startsWith('#'))
const focusedHead = () => host.active()?.closest<HTMLElement>('[role="columnheader"]')?.dataset['column']

async function draw(initial: PlaygroundSnapshot = TICKETS, options: Parameters<typeof host.draw>[1] = {}): Promise<Drawn> {
  const fake = host.draw(initial, options)
  // Both come with what moves things.
  await expect.element(moved).toBeInTheDocument()
  await expect.poll(() => host.shadow()?.querySelector('[role="grid"] > [aria-hidden] > span')).toBeTruthy()
  return fake
}

/** A drag whose every step is seen; without one, the browser's own is `userEvent.dragAndDrop`. */
function take(source: Element) {
  const dataTransfer = new DataTransfer()
  const grid = page.getByRole('grid').element()
  const send = (type: string, to: Element, clientX = 0, clientY = 0) =>
    to.dispatchEvent(new DragEvent(type, { dataTransfer, clientX, clientY, bubbles: true, cancelable: true, composed: true }))
  send('dragstart', source)
  return {
    data: dataTransfer,
    over: (x: number, y: number) => send('dragover', grid, x, y),
    /** On the first or the second half of a row. */
    overRow(index: number, half: 'first' | 'second') {
      const { left, top, bottom } = rowAt(index).element().getBoundingClientRect()
      return send('dragover', grid, left + 5, half === 'first' ? top + 2 : bottom - 2)
    },
    drop: (x: number, y: number) => send('drop', grid, x, y),
    dropOnRow(index: number, half: 'first' | 'second') {
      const { left, top, bottom } = rowAt(index).element().getBoundingClientRect()
      send('drop', grid, left + 5, half === 'first' ? top + 2 : bottom - 2)
      send('dragend', source)
    },
    leave: () => send('dragleave', grid),
    /** What Escape comes to, and letting go where nothing takes it. */
    cancel: () => send('dragend', source),
  }
}

describe('a case that is dragged by its grip', () => {
  it('goes where it is let go, as one step, and says where it stands', async () => {
    const fake = await draw()
    const [first, second, third] = fake.rowIds()
    await userEvent.dragAndDrop(gripOf(0), rowAt(1).element(), { targetPosition: { x: 90, y: 28 } })
    expect(fake.rowIds()).toEqual([second, first, third])
    await expect.element(moved).toMatchTextContent('1 case moved to place 2 of 3')
    expect(line.elements()).toHaveLength(0)
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(fake.rowIds()).toEqual([second, third, first])
    fake.state.undo.undo()
    fake.state.undo.undo()
    expect(fake.rowIds()).toEqual([first, second, third])
    expect(fake.state.store.get(fake.state.undo.canUndoAtom)).toBe(false)
  })
  it('shows a line where it would land, and none where it would stay', async () => {
    await draw()
    const drag = take(gripOf(0))
    drag.overRow(1, 'second')
    await expect.element(line).toHaveAttribute('data-axis', 'block')
    const { bottom } = rowAt(1).element().getBoundingClientRect()
    expect(Math.abs(line.element().getBoundingClientRect().top + 1 - bottom)).toBeLessThanOrEqual(1)
    for (const half of ['first', 'second'] as const) {
      drag.overRow(0, half)
      await expect.element(line).not.toBeInTheDocument()
    }
    drag.overRow(2, 'second')
    await expect.element(line).toBeInTheDocument()
    drag.leave()
    await expect.element(line).not.toBeInTheDocument()
    drag.cancel()
  })
  it('stays where it was when the drag is cancelled', async () => {
    const fake = await draw()
    const before = fake.rowIds()
    const drag = take(gripOf(2))
    drag.overRow(0, 'first')
    await expect.element(line).toBeInTheDocument()
    drag.cancel()
    await expect.element(line).not.toBeInTheDocument()
    drag.dropOnRow(0, 'first')
    expect(fake.rowIds()).toEqual(before)
    expect(fake.state.store.get(fake.state.undo.canUndoAtom)).toBe(false)
  })
  it('takes the other selected cases along, in their order', async () => {
    const fake = await draw({ ...TICKETS, rows: ['a', 'b', 'c', 'd', 'e'].map((ticket) => ({ data: { ticket, order: '1' } })) })
    const tickets = () =>
      page
        .getByTestId('case')
        .elements()
        .map((row) => row.querySelector('[data-column="ticket"]')?.textContent)
        .join('')
    const ids = fake.rowIds()
    fake.state.store.set(fake.state.view.selectedRowIdsAtom, new Set([ids[3], ids[1]].filter((id) => id !== undefined)))
    const drag = take(gripOf(3))
    drag.dropOnRow(0, 'first')
    await expect.poll(tickets).toBe('bdace')
    await expect.element(moved).toMatchTextContent('2 cases moved, the first to place 1 of 5')
    fake.state.undo.undo()
    await expect.poll(tickets).toBe('abcde')
    take(gripOf(2)).dropOnRow(0, 'first')
    await expect.poll(tickets).toBe('cabde')
  })
  it('moves past those in sight where a filter hides the others', async () => {
    const fake = await draw()
    const [first, second, third] = fake.rowIds()
    fake.state.store.set(fake.state.view.filterAtom, { status: 'all', text: '/kettle|Nothing/' })
    await expect.poll(() => page.getByTestId('case').elements().length).toBe(2)
    take(gripOf(1)).dropOnRow(0, 'first')
    expect(fake.rowIds()).toEqual([third, second, first])
  })
  it('takes nothing that comes from elsewhere', async () => {
    const fake = await draw()
    const before = fake.rowIds()
    const dataTransfer = new DataTransfer()
    dataTransfer.setData('application/x-vitrine-moving', before[2] ?? '')
    const over = new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true, composed: true })
    expect(rowAt(0).element().dispatchEvent(over)).toBe(true)
    rowAt(0)
      .element()
      .dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, composed: true }))
    expect(fake.rowIds()).toEqual(before)
  })
})

describe('ten thousand cases', () => {
  it('go on under what is carried near an edge, and take it at their end', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => ({ data: { ticket: `Ticket ${at}`, order: `${at}` } }))
    const fake = await draw({ ...TICKETS, rows })
    const [first] = fake.rowIds()
    const grid = page.getByRole('grid').element()
    const { left, bottom } = grid.getBoundingClientRect()
    const drag = take(gripOf(0))
    // Beyond the end of the grid too, and not beside it.
    drag.over(left - 10, bottom - 3)
    await expect.element(line).not.toBeInTheDocument()
    drag.over(left + 10, bottom + 30)
    await expect.poll(() => grid.scrollTop, { timeout: 5000 }).toBeGreaterThan(400)
    drag.leave()
    await new Promise(requestAnimationFrame)
    const { scrollTop } = grid
    await new Promise(requestAnimationFrame)
    expect(grid.scrollTop).toBe(scrollTop)
    // Far away, what is dragged is still there.
    grid.scrollTop = grid.scrollHeight
    await expect.element(page.getByText('Ticket 9999')).toBeVisible()
    const rowsNow = page.getByTestId('case').elements()
    expect(rowsNow.map((row) => (row as HTMLElement).dataset['rowId'])).toContain(first)
    drag.drop(left + 10, (rowsNow.at(-1)?.getBoundingClientRect().bottom ?? 0) - 2)
    drag.cancel()
    expect(fake.rowIds().at(-1)).toBe(first)
    expect(fake.rowIds()).toHaveLength(10_000)
  })
})

describe('a column', () => {
  const middle = (head: Locator, part: number) => {
    const { left, right, top } = head.element().getBoundingClientRect()
    return [left + (right - left) * part, top + 10] as const
  }
  it('is dragged by its head, as one step', async () => {
    const fake = await draw()
    expect(columns()).toEqual(['ticket', 'order'])
    await userEvent.dragAndDrop(headOf('order').element(), headOf('ticket').element(), { targetPosition: { x: 8, y: 10 } })
    await expect.poll(columns).toEqual(['order', 'ticket'])
    await expect.element(moved).toMatchTextContent('Column order moved to place 1 of 2')
    expect(focusedHead()).toBe('order')
    fake.state.undo.undo()
    await expect.poll(columns).toEqual(['ticket', 'order'])
    fake.state.undo.redo()
    await expect.poll(columns).toEqual(['order', 'ticket'])
  })
  it('shows a line between columns where it would land', async () => {
    await draw()
    const drag = take(headOf('ticket').element())
    expect(drag.data.types).toEqual(['application/x-vitrine-moving'])
    drag.over(...middle(headOf('order'), 0.9))
    await expect.element(line).toHaveAttribute('data-axis', 'inline')
    const { right } = headOf('order').element().getBoundingClientRect()
    expect(Math.abs(line.element().getBoundingClientRect().left + 1 - right)).toBeLessThanOrEqual(1)
    drag.over(...middle(headOf('order'), 0.1))
    await expect.element(line).not.toBeInTheDocument()
    drag.cancel()
  })
  it('is moved by its menu, which has a way back once there is an order', async () => {
    const fake = await draw()
    const menu = async (column: string) => {
      await page.getByRole('button', { name: `Actions for column ${column}` }).click()
      await expect.element(page.getByRole('menu')).toBeVisible()
    }
    const item = (name: string) => page.getByRole('menuitem', { name: new RegExp(`^${name}`) })
    await menu('ticket')
    await expect.element(item('Move left')).toHaveAttribute('aria-disabled', 'true')
    await expect.element(item('Back to the order of use')).not.toBeInTheDocument()
    await item('Move right').click()
    await expect.poll(columns).toEqual(['order', 'ticket'])
    expect(fake.state.snapshot().columns).toEqual([
      { name: 'order', place: 0 },
      { name: 'ticket', place: 1 },
    ])
    await menu('ticket')
    await expect.element(item('Move right')).toHaveAttribute('aria-disabled', 'true')
    await item('Back to the order of use').click()
    await expect.poll(columns).toEqual(['ticket', 'order'])
    await page.getByTestId('toast').getByRole('button', { name: /^Undo/ }).click()
    await expect.poll(columns).toEqual(['order', 'ticket'])
  })
  it('is moved by keys on its head, which keeps the focus, and not over the ends', async () => {
    const fake = await draw()
    await page.getByTestId('cell').first().click()
    await userEvent.keyboard('{ArrowUp}{Alt>}{ArrowRight}{/Alt}')
    await expect.poll(columns).toEqual(['order', 'ticket'])
    await expect.poll(focusedHead).toBe('ticket')
    await userEvent.keyboard('{Alt>}{ArrowRight}{ArrowRight}{/Alt}')
    expect(columns()).toEqual(['order', 'ticket'])
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}')
    await expect.poll(columns).toEqual(['ticket', 'order'])
    await expect.poll(focusedHead).toBe('ticket')
    fake.state.undo.undo()
    fake.state.undo.undo()
    expect(fake.state.store.get(fake.state.undo.canUndoAtom)).toBe(false)
  })
  it('goes to the side of the arrow where the page runs from right to left', async () => {
    await draw(TICKETS, { locale: 'ar' })
    await expect.poll(() => getComputedStyle(page.getByRole('grid').element()).direction).toBe('rtl')
    await page.getByTestId('cell').first().click()
    await userEvent.keyboard('{ArrowUp}{Alt>}{ArrowLeft}{/Alt}')
    await expect.poll(columns).toEqual(['order', 'ticket'])
    const drag = take(headOf('ticket').element())
    drag.over(...middle(headOf('order'), 0.9))
    const { right } = headOf('order').element().getBoundingClientRect()
    await expect.poll(() => Math.abs(line.element().getBoundingClientRect().left + 1 - right)).toBeLessThanOrEqual(1)
    drag.drop(...middle(headOf('order'), 0.9))
    drag.cancel()
    await expect.poll(columns).toEqual(['ticket', 'order'])
    await page
      .getByRole('button', { name: /ticket/ })
      .first()
      .click()
    await expect.element(page.getByRole('menuitem', { name: /^نقل إلى اليمين/ })).toHaveAttribute('aria-disabled', 'true')
    await expect.element(page.getByRole('menuitem', { name: /^نقل إلى اليسار/ })).not.toHaveAttribute('aria-disabled', 'true')
  })
})

describe('a move by keys or by a menu', () => {
  it('is said too', async () => {
    await draw()
    await page.getByTestId('cell').first().click()
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await expect.element(moved).toMatchTextContent('1 case moved to place 2 of 3')
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await expect.element(moved).toMatchTextContent('1 case moved to place 3 of 3')
  })
})

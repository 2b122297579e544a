import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { TICKETS } from '../../fake-bindings.ts'
import { fakeHost } from '../../fake-host.ts'

const host = fakeHost()

afterEach(host.clear)

const cell = (name: string) => page.getByRole('gridcell', { name, exact: true })
const stops = () => host.shadow()?.querySelectorAll('[role="grid"] [role="gridcell"][tabindex="0"]').length
const focused = () => {
  const element = host.active()
  if (!(element instanceof HTMLElement)) return null
  const row = element.closest<HTMLElement>('[data-testid="case"]')
  return `${row?.dataset['index'] ?? ''} ${element.dataset['column'] ?? element.dataset['testid'] ?? element.getAttribute('aria-label') ?? ''}`
}
/** The clipboard of a test page may not be read: the event carries what would be on it. */
function clipboard(type: 'copy' | 'paste', text = ''): string {
  const data = new DataTransfer()
  data.setData('text/plain', text)
  host.active()?.dispatchEvent(new ClipboardEvent(type, { clipboardData: data, bubbles: true, cancelable: true, composed: true }))
  return data.getData('text/plain')
}

describe('moving in the grid', () => {
  it('takes one tab stop, whichever cell the cursor is in', async () => {
    host.draw()
    await expect.element(cell('Where is my parcel?')).toBeVisible()
    expect(stops()).toBe(1)
    await cell('Where is my parcel?').click()
    expect(stops()).toBe(1)
  })
  it('follows the arrows with the focus and stops at the ends', async () => {
    host.draw()
    await cell('The kettle is cracked.').click()
    await userEvent.keyboard('{ArrowDown}{ArrowRight}')
    expect(focused()).toBe('1 order')
    await userEvent.keyboard('{End}{ArrowRight}')
    expect(focused()).toBe('1 output')
    await userEvent.keyboard('{Control>}{Home}{/Control}')
    expect(focused()).toBe('0 Case 1')
  })
})

describe('editing in the grid', () => {
  it('replaces by typing, saves by Enter and goes down', async () => {
    const fake = host.draw()
    await cell('The kettle is cracked.').click()
    await userEvent.keyboard('Hello{Enter}')
    expect(fake.valueOf(0, 'ticket')).toBe('Hello')
    expect(focused()).toBe('1 ticket')
  })
  it('keeps the value by F2, breaks lines by Alt+Enter, goes on by Tab', async () => {
    const fake = host.draw()
    await cell('Where is my parcel?').click()
    await userEvent.keyboard('{F2}!{Alt>}{Enter}{/Alt}Please.{Tab}')
    expect(fake.valueOf(1, 'ticket')).toBe('Where is my parcel?!\nPlease.')
    expect(focused()).toBe('1 order')
  })
  it('leaves the value by Escape', async () => {
    const fake = host.draw()
    await cell('A-2').click()
    await userEvent.keyboard('x{Escape}')
    expect(fake.valueOf(1, 'order')).toBe('A-2')
    expect(focused()).toBe('1 order')
  })
  it('clears, undoes and redoes', async () => {
    const fake = host.draw()
    await cell('A-2').click()
    await userEvent.keyboard('{Delete}')
    expect(fake.valueOf(1, 'order')).toBeUndefined()
    await userEvent.keyboard('{Control>}z{/Control}')
    expect(fake.valueOf(1, 'order')).toBe('A-2')
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    expect(fake.valueOf(1, 'order')).toBeUndefined()
  })
  it('keeps a value that looks like markup or a template as it is', async () => {
    const value = '<b>{{x}}</b> $& \\u0000 __proto__'
    const fake = host.draw()
    await cell('A-1').click()
    clipboard('paste', value)
    await expect.element(cell(value)).toBeVisible()
    expect(fake.valueOf(0, 'order')).toBe(value)
  })
})

describe('tables in and out of the grid', () => {
  it('copies a range as a spreadsheet does', async () => {
    host.draw()
    await cell('The kettle is cracked.').click()
    await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowDown}{/Shift}')
    expect(clipboard('copy')).toBe('The kettle is cracked.\tA-1\nWhere is my parcel?\tA-2')
  })
  it('pastes from a cell on, over the end of the rows, as one step', async () => {
    const fake = host.draw()
    await cell('Nothing came.').click()
    clipboard('paste', '"two\r\nlines"\tB-1\r\nnext\tB-2\r\n')
    await expect.element(page.getByTestId('case').nth(3)).toBeVisible()
    expect([fake.valueOf(2, 'ticket'), fake.valueOf(2, 'order'), fake.valueOf(3, 'order')]).toEqual(['two\nlines', 'B-1', 'B-2'])
    await page.getByTestId('toast').getByRole('button', { name: /^Undo/ }).click()
    expect(fake.rowIds()).toHaveLength(3)
    expect(fake.valueOf(2, 'ticket')).toBe('Nothing came.')
  })
  it('withdraws the offer to undo once something else was changed', async () => {
    const fake = host.draw()
    await cell('Nothing came.').click()
    clipboard('paste', 'Something came.')
    await expect.element(page.getByTestId('toast')).toBeVisible()
    fake.state.rows.add([{}])
    await expect.element(page.getByTestId('toast')).not.toBeInTheDocument()
  })
})

describe('cases in the grid', () => {
  it('are added, duplicated, moved and deleted', async () => {
    const fake = host.draw()
    await page.getByTestId('add-case').click()
    expect(fake.rowIds()).toHaveLength(4)
    await cell('Where is my parcel?').click()
    await userEvent.keyboard('{Control>}d{/Control}')
    expect(fake.valueOf(2, 'ticket')).toBe('Where is my parcel?')
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(fake.valueOf(0, 'ticket')).toBe('Where is my parcel?')
    await userEvent.keyboard('{Home}')
    await page.getByRole('button', { name: 'Actions for case 1' }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    expect(fake.valueOf(0, 'ticket')).toBe('The kettle is cracked.')
  })
  it('are selected by their numbers and by Space', async () => {
    const fake = host.draw()
    const selected = () => [...fake.state.store.get(fake.state.view.selectedRowIdsAtom)]
    await page.getByRole('button', { name: 'Select case 1' }).click()
    await page.getByRole('button', { name: 'Select case 3' }).click({ modifiers: ['Shift'] })
    expect(selected()).toEqual(fake.rowIds())
    await cell('Where is my parcel?').click()
    await userEvent.keyboard(' ')
    expect(selected()).toEqual([fake.rowIds()[0], fake.rowIds()[2]])
  })
  it('say which value they lack and lead to it', async () => {
    const fake = host.draw()
    const output = page.getByTestId('output').nth(2)
    await expect.element(output).toHaveAttribute('data-state', 'blocked')
    await expect.element(output.getByTestId('output-status')).toMatchTextContent(/^Missing: order/)
    await output.getByRole('button', { name: 'Run with empty' }).click()
    expect(fake.asked).toEqual([['run-with-empty', fake.rowIds()[2]]])
    await output.getByRole('button', { name: 'Fill' }).click()
    await userEvent.keyboard('A-3{Enter}')
    expect(fake.valueOf(2, 'order')).toBe('A-3')
    await expect.element(output).toHaveAttribute('data-state', 'ready')
  })
  it('are drawn only where they are in sight, however many there are', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => ({ data: { ticket: `Ticket ${at}`, order: `${at}` } }))
    host.draw({ ...TICKETS, rows })
    await expect.element(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '5001')
    expect(page.getByTestId('case').elements().length).toBeLessThan(60)
    await cell('Ticket 0').click()
    await userEvent.keyboard('{Control>}{End}{/Control}')
    await expect.poll(focused).toBe('4999 output')
  })
})

describe('rows that grow', () => {
  it('never lie over one another, not for a frame', async () => {
    const fake = host.draw()
    await expect.element(cell('Where is my parcel?')).toBeVisible()
    fake.setCell(0, {
      state: 'streaming',
      text: 'A line.\nAnother.\nA third.',
      times: { sentMs: 1, firstEventMs: 2, firstTokenMs: 3, endMs: null },
    })
    for (let frame = 0; frame < 4; frame += 1) {
      await new Promise(requestAnimationFrame)
      const rows = page
        .getByTestId('case')
        .elements()
        .map((row) => row.getBoundingClientRect())
      for (const [at, { top }] of rows.entries()) expect(top).toBeGreaterThanOrEqual(rows[at - 1]?.bottom ?? top)
    }
    expect(page.getByTestId('output').first().element().textContent).toContain('A third.')
  })
})

describe('the grid beside open details', () => {
  it('marks the case that is looked at, and leads to others by J, K and a click', async () => {
    const fake = host.draw()
    await expect.element(cell('Where is my parcel?')).toBeVisible()
    fake.state.store.set(fake.state.view.drawerAtom, { ...fake.outputAt(0), tab: 'cost' })
    const current = () =>
      page
        .getByRole('row')
        .elements()
        .findIndex((row) => row.ariaCurrent === 'true')
    await expect.poll(current).toBe(1)
    await cell('Where is my parcel?').click()
    await expect.poll(current).toBe(2)
    await userEvent.keyboard('{End}j')
    await expect.element(page.getByRole('heading', { name: 'Case 3' })).toBeVisible()
    await userEvent.keyboard('kk')
    await expect.poll(current).toBe(1)
    await expect.element(page.getByTestId('drawer-panel')).toHaveAttribute('data-tab', 'cost')
    await userEvent.keyboard('{Escape}')
    await expect.poll(current).toBe(-1)
  })
})

describe('the filter', () => {
  it('waits behind its icon where there is no room, and takes the line while it is used', async () => {
    host.resize(390)
    const fake = host.draw()
    fake.setCell(0, { state: 'failed' })
    await expect.element(page.getByRole('searchbox')).not.toBeInTheDocument()
    await page.getByRole('button', { name: 'Find in cases and outputs' }).click()
    await expect.poll(host.hasFocus(page.getByRole('searchbox'))).toBe(true)
    await userEvent.keyboard('parcel')
    await expect.poll(() => page.getByTestId('case').elements().length).toBe(1)
    await expect.element(page.getByRole('button', { name: /^Failed/ })).not.toBeInTheDocument()
    await page.getByRole('button', { name: 'End the search' }).click()
    await expect.poll(() => page.getByTestId('case').elements().length).toBe(3)
    await expect.poll(host.hasFocus(page.getByRole('button', { name: 'Find in cases and outputs' }))).toBe(true)
  })
  it('keeps cases by text and by expression, and says what it cannot run', async () => {
    host.draw({
      ...TICKETS,
      rows: [...TICKETS.rows, ...Array.from({ length: 6 }, (_, at) => ({ data: { ticket: `Number ${at}`, order: 'x' } }))],
    })
    const field = page.getByRole('searchbox')
    await field.fill('kettle')
    await expect.poll(() => page.getByTestId('case').elements().length).toBe(1)
    await field.fill('/number [12]/')
    await expect.poll(() => page.getByTestId('case').elements().length).toBe(2)
    await field.fill('/(a+)+/')
    await expect.element(page.getByText('This is not a regular expression the filter can run.')).toBeVisible()
    await field.fill('no such thing')
    await page.getByRole('button', { name: 'Show all cases' }).click()
    await expect.poll(() => page.getByTestId('case').elements().length).toBe(9)
  })
})

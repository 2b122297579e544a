import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { TICKETS } from '../../fake-bindings.ts'
import { fakeHost } from '../../fake-host.ts'
import { PNG } from '../../attachments/fake-files.ts'
import type { PlaygroundSnapshot } from '../../state/snapshot.ts'

const host = fakeHost()

function draw(initial: PlaygroundSnapshot = TICKETS) {
  return host.draw(initial)
}

afterEach(host.clear)

const PICTURE = `data:image/png;base64,${PNG}`
const cell = (row: number, column: string) =>
  page
    .getByTestId('case')
    .nth(row)
    .getByTestId('cell')
    .nth(column === 'ticket' ? 0 : 1)
const focusedHead = () => host.active()?.closest<HTMLElement>('[role="columnheader"]')?.dataset['column']
const at = () => host.active()?.getAttribute('data-column')
const choose = async (item: string | RegExp) => {
  await page.getByRole('menuitem', { name: item }).click()
}
async function openMenu(column: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for column ${column}` }).click()
  await expect.element(page.getByRole('menu')).toBeVisible()
}
const setType = async (column: string, type: string) => {
  await openMenu(column)
  await page.getByRole('menuitemradio', { name: type, exact: true }).click()
  await expect.element(page.getByRole('menu')).not.toBeInTheDocument()
}

describe('the heads of columns', () => {
  it('are reached from the first row, walked through, and left downwards', async () => {
    draw()
    await cell(0, 'ticket').click()
    await userEvent.keyboard('{ArrowUp}')
    await expect.poll(focusedHead).toBe('ticket')
    await userEvent.keyboard('{ArrowRight}')
    await expect.poll(focusedHead).toBe('order')
    await userEvent.keyboard('{Home}')
    await expect.poll(focusedHead).toBe('#')
    await userEvent.keyboard('{ArrowRight}{ArrowDown}')
    await expect.poll(at).toBe('ticket')
  })
  it('open their menu by Enter and by Alt+ArrowDown, and get the focus back', async () => {
    draw()
    await cell(0, 'ticket').click()
    await expect.element(page.getByRole('button', { name: 'Actions for column ticket' })).toBeInTheDocument()
    for (const keys of ['{ArrowUp}{Enter}', '{Alt>}{ArrowDown}{/Alt}']) {
      await userEvent.keyboard(keys)
      await expect.element(page.getByRole('menu')).toBeVisible()
      await userEvent.keyboard('{Escape}')
      await expect.element(page.getByRole('menu')).not.toBeInTheDocument()
      await expect.poll(focusedHead).toBe('ticket')
    }
  })
})

describe('the menu of a column', () => {
  it('renames it in the prompts too, as one step', async () => {
    const fake = draw()
    await openMenu('ticket')
    await choose('Rename…')
    await expect.element(page.getByRole('checkbox', { name: 'Also in the prompts' })).toBeChecked()
    await userEvent.keyboard('{Control>}a{/Control}subject{Enter}')
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    expect(fake.valueOf(0, 'subject')).toBe('The kettle is cracked.')
    expect(fake.state.snapshot().prompt.messages[0]?.content).toBe('Ticket: {{subject}} Order: {{order}}')
    fake.state.undo.undo()
    expect(fake.state.snapshot().prompt.messages[0]?.content).toBe(TICKETS.prompt.messages[0]?.content)
  })
  it('says which message cannot be rewritten, and which name cannot be taken', async () => {
    draw({ ...TICKETS, prompt: { ...TICKETS.prompt, messages: [{ role: 'user', content: '{{$.ticket}} {{order}}' }] } })
    await openMenu('ticket')
    await choose('Rename…')
    const field = page.getByRole('textbox', { name: 'New name' })
    await field.fill('order')
    await expect.element(page.getByText('There is a column called order already.')).toBeVisible()
    await field.fill('subject')
    await expect.element(page.getByText(/^Variant A, message 1/)).toBeVisible()
  })
  it('fills down, clears, hides and shows', async () => {
    const fake = draw()
    await cell(0, 'ticket').click()
    await openMenu('ticket')
    await choose(/^Fill down/)
    expect([1, 2].map((row) => fake.valueOf(row, 'ticket'))).toEqual(['The kettle is cracked.', 'The kettle is cracked.'])
    await openMenu('order')
    await choose('Clear column')
    expect(fake.valueOf(0, 'order')).toBeUndefined()
    await page.getByTestId('toast').getByRole('button', { name: /^Undo/ }).first().click()
    expect(fake.valueOf(0, 'order')).toBe('A-1')
    await openMenu('order')
    await choose('Hide')
    await expect.element(page.getByText('1 column hidden: order')).toBeVisible()
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await expect.element(page.getByRole('button', { name: 'Actions for column order' })).toBeInTheDocument()
  })
  it('deletes only what no prompt reads', async () => {
    const fake = draw({ ...TICKETS, rows: [{ data: { ticket: 't', order: 'o', notes: 'n' } }] })
    await openMenu('ticket')
    await expect.element(page.getByRole('menuitem', { name: 'Delete column' })).not.toBeInTheDocument()
    await choose('Show 1 hidden column')
    await openMenu('notes')
    await choose('Delete column')
    expect(fake.valueOf(0, 'notes')).toBeUndefined()
    expect(fake.valueOf(0, 'ticket')).toBe('t')
  })
})

describe('the type of a column', () => {
  it('says what is no number and what is no JSON, with its place, and keeps what was typed', async () => {
    const fake = draw({ ...TICKETS, rows: [{ data: { ticket: '{"a": [1, 2}', order: 'many' } }] })
    await setType('order', 'Number')
    await expect.element(page.getByText('No number: sent as text')).toBeVisible()
    await setType('ticket', 'JSON')
    await expect.element(page.getByText('No JSON from line 1, column 12')).toBeVisible()
    expect([fake.valueOf(0, 'ticket'), fake.valueOf(0, 'order')]).toEqual(['{"a": [1, 2}', 'many'])
    expect(fake.state.snapshot().columns).toEqual([
      { name: 'order', type: 'number' },
      { name: 'ticket', type: 'json' },
    ])
  })
  it('shows pictures small, and takes files that are pasted, chosen or dropped', async () => {
    const fake = draw({
      ...TICKETS,
      columns: [{ name: 'ticket', type: 'image' }],
      rows: [{ data: { ticket: PICTURE } }, { data: {} }, { data: {} }],
    })
    await expect.element(page.getByRole('img', { name: /PNG/ })).toBeVisible()
    const bytes = Uint8Array.from(atob(PNG), (sign) => sign.charCodeAt(0))
    const files = new DataTransfer()
    files.items.add(new File([bytes], 'a.png', { type: 'image/png' }))
    await cell(1, 'ticket').click()
    host.active()?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: files, bubbles: true, cancelable: true, composed: true }))
    await expect.poll(() => fake.valueOf(1, 'ticket')).toBe(PICTURE)
    cell(2, 'ticket')
      .element()
      .dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true, composed: true }))
    await expect.poll(() => fake.valueOf(2, 'ticket')).toBe(PICTURE)
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  })
  it('takes an address, and refuses one that is not https', async () => {
    const fake = draw({ ...TICKETS, columns: [{ name: 'ticket', type: 'file' }], rows: [{ data: {} }] })
    await cell(0, 'ticket').click()
    await userEvent.keyboard('{Enter}')
    const field = page.getByRole('textbox', { name: 'Address' })
    await field.fill('http://example.org/a.pdf')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('Only addresses that begin with https:// can be used.')).toBeVisible()
    await field.fill('https://example.org/a.pdf')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => fake.valueOf(0, 'ticket')).toBe('https://example.org/a.pdf')
    await expect.element(page.getByText('https://example.org/a.pdf')).toBeVisible()
  })
})

describe('a larger editor', () => {
  it('opens from the cursor and from the cell being edited, with what was typed so far', async () => {
    const fake = draw()
    await cell(0, 'ticket').click()
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}')
    const area = page.getByRole('dialog').getByRole('textbox')
    await expect.element(area).toHaveValue('The kettle is cracked.')
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    await expect.poll(at).toBe('ticket')
    await userEvent.keyboard('Half a sen{Shift>}{Enter}{/Shift}')
    await expect.element(area).toHaveValue('Half a sen')
    await area.fill('Half a sentence.\nAnd another.')
    await page.getByRole('button', { name: 'Save' }).click()
    expect(fake.valueOf(0, 'ticket')).toBe('Half a sentence.\nAnd another.')
    await expect.poll(at).toBe('ticket')
  })
  it('lays out JSON', async () => {
    const fake = draw({ ...TICKETS, columns: [{ name: 'ticket', type: 'json' }], rows: [{ data: { ticket: '{"a":[1]}' } }] })
    await cell(0, 'ticket').click()
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}')
    await page.getByRole('button', { name: 'Format' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    expect(fake.valueOf(0, 'ticket')).toBe('{\n  "a": [\n    1\n  ]\n}')
  })
})

describe('rows', () => {
  it('are disabled by a key and by the bar of the selection, say so, and are not run', async () => {
    const fake = draw()
    const { execution, store } = { execution: fake.state.execution, store: fake.state.store }
    await cell(0, 'ticket').click()
    await userEvent.keyboard('{Control>}/{/Control}')
    await expect.element(page.getByTestId('not-run')).toMatchTextContent('Not run')
    expect(store.get(execution.targetsAtom).runnable.map(({ rowId }) => rowId)).toEqual([fake.rowIds()[1]])
    await page.getByRole('button', { name: 'Select case 1' }).click()
    await page.getByRole('button', { name: 'Select case 2' }).click()
    const bar = page.getByTestId('selection-bar')
    await bar.getByRole('button', { name: 'Disable' }).click()
    expect(store.get(execution.targetsAtom).runnable).toEqual([])
    await bar.getByRole('button', { name: 'Enable' }).click()
    await expect.element(page.getByTestId('not-run')).not.toBeInTheDocument()
    await bar.getByRole('button', { name: 'Run' }).click()
    expect(fake.asked).toEqual([['run', fake.rowIds()[0], fake.rowIds()[1]]])
  })
  it('are moved together', async () => {
    const fake = draw()
    const [first, second, third] = fake.rowIds()
    await page.getByRole('button', { name: 'Select case 2' }).click()
    await page.getByRole('button', { name: 'Select case 3' }).click()
    await page.getByTestId('selection-bar').getByRole('button', { name: 'Move up' }).click()
    expect(fake.rowIds()).toEqual([second, third, first])
    fake.state.undo.undo()
    expect(fake.rowIds()).toEqual([first, second, third])
  })
})

describe('ranges', () => {
  const paste = (text: string) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    host.active()?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true }))
  }
  it('are filled from one copied cell, and down by Control+D, each as one step', async () => {
    const fake = draw()
    await cell(0, 'ticket').click()
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}')
    paste('same')
    expect([0, 1].flatMap((row) => [fake.valueOf(row, 'ticket'), fake.valueOf(row, 'order')])).toEqual(['same', 'same', 'same', 'same'])
    fake.state.undo.undo()
    await userEvent.keyboard('{Control>}d{/Control}')
    expect([fake.valueOf(1, 'ticket'), fake.valueOf(1, 'order')]).toEqual(['The kettle is cracked.', 'A-1'])
    expect(fake.rowIds()).toHaveLength(3)
    fake.state.undo.undo()
    expect(fake.valueOf(1, 'ticket')).toBe('Where is my parcel?')
  })
  it('are cleared and pasted into where they are seen, with a filter on', async () => {
    const fake = draw()
    fake.state.store.set(fake.state.view.filterAtom, { status: 'all', text: '/kettle|nothing/' })
    await expect.poll(() => page.getByTestId('case').elements().length).toBe(2)
    await cell(0, 'ticket').click()
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
    paste('kettle one\nnothing two')
    expect([0, 1, 2].map((row) => fake.valueOf(row, 'ticket'))).toEqual(['kettle one', 'Where is my parcel?', 'nothing two'])
  })
})

describe('the filters', () => {
  it('count cases, not outputs, and know where the variants differ', async () => {
    const fake = draw()
    const { state } = fake
    state.prompt.variants.clone(state.store.get(state.prompt.variants.activeIdAtom))
    const variants = state.store.get(state.prompt.variants.idsAtom)
    const [first = '', second = ''] = fake.rowIds()
    const answer = (rowId: string, variant: number, text: string) =>
      state.execution.setCell({ rowId, variantId: variants[variant] ?? '' }, (held) => ({ ...held, state: 'done', runId: 'r', text }))
    answer(first, 0, 'yes')
    answer(first, 1, 'no')
    answer(second, 0, 'same')
    answer(second, 1, 'same')
    await expect.element(page.getByRole('button', { name: 'All 3' })).toBeVisible()
    await page.getByRole('button', { name: 'Different 1' }).click()
    await expect
      .poll(() =>
        page
          .getByTestId('case')
          .elements()
          .map((row) => (row as HTMLElement).dataset['rowId']),
      )
      .toEqual([first])
    state.execution.setCell({ rowId: first, variantId: variants[1] ?? '' }, (held) => ({ ...held, state: 'failed' }))
    await page.getByRole('button', { name: 'Show all cases' }).click()
    await expect.poll(() => page.getByTestId('case').elements().length).toBe(3)
  })
  it('begin as the host says, follow it, and tell it what was chosen', async () => {
    const told: string[] = []
    const onFilterChange = ({ text }: { readonly text: string }) => void told.push(text)
    const fake = host.draw(undefined, { onFilterChange, filter: { status: 'all', text: 'parcel' } })
    await expect.poll(() => page.getByTestId('case').elements().length).toBe(1)
    fake.handle.update({ filter: { status: 'all', text: '' } })
    await expect.poll(() => page.getByTestId('case').elements().length).toBe(3)
    fake.state.store.set(fake.state.view.filterAtom, { status: 'all', text: 'kettle' })
    await expect.poll(() => told.at(-1)).toBe('kettle')
  })
})

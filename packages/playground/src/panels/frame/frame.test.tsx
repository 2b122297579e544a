import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { fakeHost } from '../../fake-host.ts'
import { type PlaygroundEvents, createEvents } from '../../events.ts'
import { EMPTY_SNAPSHOT } from '../../state/snapshot.ts'

const host = fakeHost()

const draw = (widthPx: number, initial?: typeof EMPTY_SNAPSHOT, events?: PlaygroundEvents) => {
  host.resize(widthPx)
  return host.draw(initial, {
    bindings: { ...(events && { events }) },
    ...(initial && { example: { ...initial, rows: [{ data: { text: 'Hi' } }, { data: { text: 'Ho' } }] } }),
  })
}

afterEach(host.clear)

const config = page.getByRole('complementary', { name: 'Configuration' })

describe('the layout', () => {
  it('follows the width of the host, not of the window, and loses nothing on the way', async () => {
    const fake = draw(1200)
    await expect.element(page.getByRole('grid')).toBeVisible()
    await page.getByRole('gridcell', { name: 'A-1', exact: true }).click()
    await userEvent.keyboard('B-1{Enter}')
    host.resize(500)
    await expect.element(page.getByRole('list', { name: 'Test cases' })).toBeVisible()
    await expect.element(page.getByTestId('case').first()).toMatchTextContent('B-1')
    host.resize(1200)
    await expect.element(page.getByRole('gridcell', { name: 'B-1', exact: true })).toBeVisible()
    expect(fake.valueOf(0, 'order')).toBe('B-1')
  })

  it('shows prompt or cases in a narrow frame, with Run in reach of both', async () => {
    const fake = draw(500)
    await expect.element(page.getByTestId('case').first()).toBeVisible()
    await page.getByRole('button', { name: 'Prompt', exact: true }).click()
    await expect.element(config).toBeVisible()
    await expect.element(page.getByTestId('case').first()).not.toBeInTheDocument()
    await page.getByTestId('run').click()
    expect(fake.asked).toEqual([['run', fake.rowIds()[0], fake.rowIds()[1]]])
  })

  it('edits a value on a card', async () => {
    const fake = draw(500)
    await page.getByTestId('cell').first().getByRole('button').click()
    await userEvent.keyboard('!{Enter}')
    expect(fake.valueOf(0, 'ticket')).toBe('The kettle is cracked.!')
  })

  it('folds the configuration to a rail and back', async () => {
    draw(1200)
    await page.getByRole('button', { name: 'Collapse the panel' }).click()
    await expect.element(page.getByRole('separator', { name: 'Width of the configuration' })).not.toBeInTheDocument()
    await page.getByRole('button', { name: 'Show the configuration' }).click()
    await expect.element(page.getByRole('separator', { name: 'Width of the configuration' })).toBeInTheDocument()
  })

  it('leads from the rail to a part of the configuration, with the focus on what it begins with', async () => {
    draw(1200)
    await page.getByRole('button', { name: 'Collapse the panel' }).click()
    await expect.poll(host.hasFocus(page.getByRole('button', { name: 'Show the configuration' }))).toBe(true)
    await page.getByRole('button', { name: 'Response format' }).click()
    await expect.poll(host.hasFocus(page.getByRole('group', { name: 'Response format' }).getByRole('button', { name: 'Text' }))).toBe(true)
  })

  it('closes the details where the configuration would leave no room for the cases', async () => {
    const fake = draw(950)
    fake.state.store.set(fake.state.view.drawerAtom, { ...fake.outputAt(0), tab: 'output' })
    await expect.element(page.getByTestId('drawer')).toBeVisible()
    await page.getByRole('button', { name: 'Show the configuration' }).click()
    await expect.element(page.getByTestId('drawer')).not.toBeInTheDocument()
    await expect.element(page.getByTestId('model')).toBeVisible()
  })

  it('has room for configuration, cases and details where the frame is wide', async () => {
    const fake = draw(1200)
    fake.state.store.set(fake.state.view.drawerAtom, { ...fake.outputAt(0), tab: 'output' })
    await page.getByRole('button', { name: 'Show the configuration' }).click()
    await expect.element(page.getByTestId('model')).toBeVisible()
    const widthOf = (element: Element) => element.getBoundingClientRect().width
    expect(widthOf(page.getByRole('grid').element())).toBeGreaterThanOrEqual(300)
    expect(widthOf(page.getByTestId('drawer').element())).toBeGreaterThanOrEqual(380)
  })

  it('lets the arrow keys move the edge of the configuration, inside its bounds', async () => {
    draw(1200)
    const edge = page.getByRole('separator', { name: 'Width of the configuration' })
    await expect.element(edge).toHaveAttribute('aria-valuenow', '324')
    const element = edge.element()
    if (element instanceof HTMLElement) element.focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect.element(edge).toHaveAttribute('aria-valuenow', '340')
    for (let at = 0; at < 6; at += 1) await userEvent.keyboard('{ArrowLeft}')
    await expect.element(edge).toHaveAttribute('aria-valuenow', '280')
  })

  it('says that there is no worker, until that is read', async () => {
    const events = createEvents(() => undefined)
    draw(1200, undefined, events)
    await expect.element(page.getByRole('grid')).toBeVisible()
    events.emit({ type: 'worker-fallback', reason: 'csp' })
    const notice = page.getByTestId('error-notice')
    await expect.element(notice).toMatchTextContent(/does not allow background workers.*the results are the same/)
    expect(events.isHeard('row-chunk')).toBe(false)
    await notice.getByRole('button', { name: 'Understood' }).click()
    await expect.element(notice).not.toBeInTheDocument()
  })

  it('warns while there is no network', async () => {
    draw(1200)
    await expect.element(page.getByRole('grid')).toBeVisible()
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
    dispatchEvent(new Event('offline'))
    await expect.element(page.getByText('You are offline.', { exact: false })).toBeVisible()
    Reflect.deleteProperty(navigator, 'onLine')
    dispatchEvent(new Event('online'))
    await expect.element(page.getByText('You are offline.', { exact: false })).not.toBeInTheDocument()
  })
})

describe('a playground with nothing in it', () => {
  it('says what to do, why Run is off, and loads an example at a click', async () => {
    const fake = draw(1200, EMPTY_SNAPSHOT)
    await expect.element(page.getByText('Nothing here yet.')).toBeVisible()
    await expect.element(page.getByText('Write a prompt first.')).toBeVisible()
    await expect.element(page.getByTestId('run')).toHaveAttribute('aria-disabled', 'true')
    await page.getByRole('button', { name: /^Load example/ }).click()
    expect(fake.rowIds()).toHaveLength(2)
  })

  it('takes pasted cases where the clipboard may not be read', async () => {
    const fake = draw(1200, EMPTY_SNAPSHOT)
    await page.getByRole('button', { name: /^Paste your cases/ }).click()
    await page.getByRole('textbox', { name: 'Cells, separated by tabs' }).fill('one\ntwo\nthree')
    await expect.element(page.getByText('3 lines, columns: 1')).toBeVisible()
    await page.getByRole('button', { name: 'Add them' }).click()
    expect(fake.rowIds()).toHaveLength(4)
    await expect.element(page.getByText('1 column hidden: column_1, no variant uses it')).toBeVisible()
  })

  it('writes a first variable at a click', async () => {
    const fake = draw(1200, EMPTY_SNAPSHOT)
    await page.getByRole('button', { name: 'Add a variable' }).click()
    expect(fake.state.store.get(fake.state.prompt.draftAtom).messages[0]?.content).toBe('{{input}}')
    await expect.element(page.getByRole('columnheader', { name: /^input/ })).toBeVisible()
  })
})

describe('the keyboard help', () => {
  it('opens by its key, but not while somebody writes', async () => {
    draw(1200)
    await page.getByRole('gridcell', { name: 'A-1', exact: true }).click()
    await userEvent.keyboard('{F2}?{Escape}')
    await expect.element(page.getByRole('dialog', { name: 'Keyboard' })).not.toBeInTheDocument()
    await userEvent.keyboard('{Shift>}?{/Shift}')
    await expect.element(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('dialog', { name: 'Keyboard' })).not.toBeInTheDocument()
  })
})

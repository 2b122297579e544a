import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type DrawOptions, fakeHost } from '../../fake-host.ts'
import { EMPTY_SNAPSHOT } from '../../state/snapshot.ts'

const host = fakeHost()

const draw = (options: DrawOptions = {}, initial?: typeof EMPTY_SNAPSHOT) => {
  return host.draw(initial, options)
}
afterEach(host.clear)

const dialog = page.getByRole('dialog', { name: 'Commands' })
const field = dialog.getByRole('combobox')
const option = (name: string | RegExp) => dialog.getByRole('option', { name })
const isInField = () => host.active()?.getAttribute('role') === 'combobox'
const openByKey = async () => {
  await page.getByRole('gridcell', { name: 'A-1', exact: true }).click()
  await userEvent.keyboard('{Control>}k{/Control}')
  await expect.poll(isInField).toBe(true)
}
/** What Enter would choose, as a screen reader hears it. */
const current = () => {
  const id = field.element().getAttribute('aria-activedescendant')
  return host.shadow()?.getElementById(id ?? '')?.textContent
}

describe('the palette', () => {
  it('opens by its key, finds by name and does it, with the focus where it was', async () => {
    const fake = draw()
    await openByKey()
    await userEvent.keyboard('case dupl')
    expect(current()).toMatch(/^Duplicate the current case/)
    await userEvent.keyboard('{Enter}')
    await expect.element(dialog).not.toBeInTheDocument()
    await expect.poll(() => fake.rowIds().length).toBe(4)
    expect(host.active()?.getAttribute('role')).toBe('gridcell')
  })

  it('opens from the head, and closes with Escape, and nothing behind it', async () => {
    const fake = draw()
    await page.getByTestId('palette').click()
    await expect.poll(isInField).toBe(true)
    fake.state.store.set(fake.state.view.drawerAtom, { ...fake.outputAt(0), tab: 'output' })
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog).not.toBeInTheDocument()
    expect(fake.state.store.get(fake.state.view.drawerAtom)).not.toBeNull()
    await expect.poll(() => host.active()?.getAttribute('data-testid')).toBe('palette')
  })

  it('keeps Tab inside', async () => {
    draw()
    await openByKey()
    for (let step = 0; step < 4; step += 1) {
      await userEvent.tab()
      expect(dialog.element().contains(host.active())).toBe(true)
    }
  })

  it('walks through all by arrows, says why one cannot be given, and does not give it', async () => {
    const fake = draw()
    await openByKey()
    await userEvent.keyboard('run the failed{ArrowDown}')
    await expect.element(option('Run the failed cases No case has failed.')).toHaveAttribute('aria-disabled', 'true')
    expect(current()).toBe('Run the failed casesNo case has failed.')
    await userEvent.keyboard('{Enter}')
    await expect.element(dialog).toBeVisible()
    expect(fake.asked).toEqual([])
  })

  it('changes with what can be done while it is open', async () => {
    const fake = draw()
    await openByKey()
    await userEvent.keyboard('undo')
    await expect.element(option(/^Undo Nothing was changed\./)).toBeVisible()
    fake.state.rows.editValue(fake.rowIds()[0] ?? '', 'order', 'B-1')
    await expect.element(option(/^Undo Nothing was changed\./)).not.toBeInTheDocument()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => fake.valueOf(0, 'order')).toBe('A-1')
  })

  it('shows the commands used last first', async () => {
    draw()
    await openByKey()
    await userEvent.keyboard('rows tall{Enter}')
    await expect.element(dialog).not.toBeInTheDocument()
    await userEvent.keyboard('{Control>}k{/Control}')
    await expect.element(dialog.getByRole('group', { name: 'Used last' }).getByRole('option')).toMatchTextContent('Rows: tall')
    expect(current()).toMatch(/^Rows: tall/)
  })

  it('jumps to a case by its number and by its words', async () => {
    const fake = draw()
    await openByKey()
    await userEvent.keyboard('3')
    expect(current()).toBe('Case 3Nothing came.')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => fake.state.store.get(fake.state.view.cursorAtom)?.rowId).toBe(fake.rowIds()[2])
    await expect.poll(() => host.active()?.closest('[role="row"]')?.getAttribute('data-row-id')).toBe(fake.rowIds()[2])
    await userEvent.keyboard('{Control>}k{/Control}parcel{Enter}')
    await expect.poll(() => host.active()?.closest('[role="row"]')?.getAttribute('data-row-id')).toBe(fake.rowIds()[1])
  })

  it('puts the focus where a command goes: a message, the model, another dialog', async () => {
    draw()
    await openByKey()
    await userEvent.keyboard('message 1{Enter}')
    await expect.poll(() => host.active()?.closest('[data-testid="message"]')).not.toBeNull()
    await userEvent.keyboard('{Control>}k{/Control}')
    await expect.poll(isInField).toBe(true)
    await userEvent.keyboard('settings{Enter}')
    await expect.element(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('dialog', { name: 'Settings' })).not.toBeInTheDocument()
    await expect.poll(() => host.active()?.closest('[data-testid="message"]')).not.toBeNull()
  })

  it('works on the message that the cursor was in', async () => {
    const fake = draw()
    await expect.element(page.getByTestId('message')).toBeVisible()
    await page.getByTestId('message').getByRole('textbox').click()
    await userEvent.keyboard('{Control>}k{/Control}')
    await expect.poll(isInField).toBe(true)
    await userEvent.keyboard('duplicate message{Enter}')
    await expect.poll(() => fake.state.store.get(fake.state.prompt.draftAtom).messages.length).toBe(2)
  })

  it('says that nothing is called so', async () => {
    draw()
    await openByKey()
    await userEvent.keyboard('xyzzy')
    await expect.element(dialog.getByText('Nothing is called that.', { exact: false })).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await expect.element(dialog).toBeVisible()
  })

  it('reaches a case far down in a narrow frame', async () => {
    host.resize(390)
    const rows = Array.from({ length: 200 }, (_, at) => ({ data: { n: `row ${at}` } }))
    draw({}, { ...EMPTY_SNAPSHOT, prompt: { ...EMPTY_SNAPSHOT.prompt, messages: [{ role: 'user', content: '{{n}}' }] }, rows })
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByTestId('palette').click()
    await expect.element(dialog).toBeVisible()
    await field.fill('150')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('row 149')).toBeInViewport()
  })

  it('keeps its words when the language changes', async () => {
    const { handle } = draw()
    await openByKey()
    handle.update({ locale: 'en-GB' })
    await expect.element(option(/^Run all cases/)).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog).not.toBeInTheDocument()
    await page.getByRole('gridcell', { name: 'A-1', exact: true }).click()
    await userEvent.keyboard('{Control>}k{/Control}')
    await expect.element(option(/^Run all cases/)).toBeVisible()
  })

  it('converts the syntax by the same way as the menu in the head', async () => {
    draw()
    await openByKey()
    await userEvent.keyboard('jinja{Enter}')
    await expect.element(page.getByTestId('convert-dialog')).toBeVisible()
  })

  it('is reached and shows no key that the host keeps for itself', async () => {
    draw({ shortcuts: 'off' })
    await page.getByRole('gridcell', { name: 'A-1', exact: true }).click()
    await userEvent.keyboard('{Control>}k{/Control}')
    await expect.element(dialog).not.toBeInTheDocument()
    await page.getByTestId('palette').click()
    await expect.element(option('Run all cases')).toHaveTextContent('Run all cases')
    expect(option('Run all cases').element().textContent).toBe('Run all cases')
  })
})

import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type DrawOptions, fakeHost } from '../../fake-host.ts'
import { sampleProgress } from '../../execution/sample-progress.ts'
import { outputColumn } from '../../state/output-column.ts'
import type { PlaygroundSnapshot } from '../../state/snapshot.ts'

const host = fakeHost(1300)

const draw = async (options: DrawOptions = {}) => {
  const fake = host.draw(undefined, options)
  await expect.element(page.getByRole('grid')).toBeVisible()
  const { store, view } = fake.state
  return {
    ...fake,
    drawer: () => store.get(view.drawerAtom),
    /** The place of the cursor's case in the list. */
    cursor: () => fake.rowIds().indexOf(store.get(view.cursorAtom)?.rowId ?? ''),
    open: (index: number) => store.set(view.drawerAtom, { ...fake.outputAt(index), tab: 'output' }),
    /** Puts the focus on the output of a case. */
    goToOutput: async (index: number) => {
      store.set(view.cursorAtom, { rowId: fake.rowIds()[index] ?? '', column: outputColumn(fake.outputAt(index).variantId) })
      await expect.poll(() => cellWithCursor() !== null).toBe(true)
      cellWithCursor()?.focus()
    },
  }
}
const cellWithCursor = () => host.shadow()?.querySelector<HTMLElement>('[role="row"] [data-cursor]') ?? null
const press = (keys: string) => userEvent.keyboard(keys)
const value = (text: string) => page.getByRole('gridcell', { name: text, exact: true })

afterEach(host.clear)

describe('keys that run', () => {
  it('run all and stop with the same key, also from an editor', async () => {
    const fake = await draw()
    await page.getByTestId('message').getByRole('textbox').click()
    await press('{Control>}{Enter}{/Control}')
    expect(fake.asked).toEqual([['run', fake.rowIds()[0], fake.rowIds()[1]]])
    fake.state.execution.setProgress(() => sampleProgress())
    await press('{Control>}{Enter}{/Control}')
    expect(fake.asked.at(-1)).toEqual(['stop'])
  })

  it('run the current case', async () => {
    const fake = await draw()
    await value('A-2').click()
    await press('{Control>}{Shift>}{Enter}{/Shift}{/Control}')
    expect(fake.asked).toEqual([['run', fake.rowIds()[1]]])
  })
})

describe('Escape', () => {
  it('stops the stream, else closes the details, else clears the selection, else is the host’s', async () => {
    const fake = await draw()
    const heard: boolean[] = []
    const hear = (event: KeyboardEvent) => event.key === 'Escape' && heard.push(event.defaultPrevented)
    addEventListener('keydown', hear)
    const { store, view, execution } = fake.state
    store.set(view.selectedRowIdsAtom, new Set([fake.rowIds()[0] ?? '']))
    await fake.goToOutput(0)
    fake.open(0)
    await expect.element(page.getByTestId('drawer')).toBeVisible()
    execution.setProgress(() => sampleProgress())
    await press('{Escape}')
    expect(fake.asked).toEqual([['stop']])
    expect(fake.drawer()).not.toBeNull()
    execution.setProgress(() => null)
    await press('{Escape}')
    expect(fake.drawer()).toBeNull()
    expect(store.get(view.selectedRowIdsAtom).size).toBe(1)
    await press('{Escape}')
    expect(store.get(view.selectedRowIdsAtom).size).toBe(0)
    await press('{Escape}')
    removeEventListener('keydown', hear)
    expect(heard).toEqual([true, true, true, false])
  })
})

describe('letters', () => {
  it('go through the cases with J and K, in the grid and beside open details', async () => {
    const fake = await draw()
    await fake.goToOutput(0)
    await press('j')
    await expect.poll(fake.cursor).toBe(1)
    await press('k')
    await expect.poll(fake.cursor).toBe(0)
    fake.open(0)
    await expect.element(page.getByTestId('drawer')).toBeVisible()
    await page.getByTestId('drawer').getByRole('tab', { name: 'Cost' }).click()
    await press('j')
    await expect.poll(() => fake.drawer()).toEqual({ ...fake.outputAt(1), tab: 'cost' })
    await press('J')
    await expect.poll(() => fake.drawer()?.rowId).toBe(fake.rowIds()[2])
  })

  it('open the request with I, and go through several answers with [ and ]', async () => {
    const fake = await draw()
    fake.state.execution.begin([fake.outputAt(1)], 3)
    await page.getByRole('button', { name: 'Select case 2' }).click()
    await press('i')
    await expect.poll(() => fake.drawer()).toEqual({ ...fake.outputAt(1), tab: 'wire' })
    await expect.poll(() => host.active()?.getAttribute('data-tab')).toBe('wire')
    const shown = () => fake.state.store.get(fake.state.execution.shownAtom(fake.outputAt(1)))
    await press(']')
    await expect.poll(shown).toBe(1)
    await press(']')
    await press(']')
    await expect.poll(shown).toBe(2)
    await press('[[')
    await expect.poll(shown).toBe(1)
  })

  it('are text in a value, in an editor and in a field', async () => {
    const fake = await draw()
    await value('A-1').click()
    await press('i{Enter}')
    expect(fake.valueOf(0, 'order')).toBe('i')
    await page.getByTestId('message').getByRole('textbox').click()
    await press('?j')
    expect(fake.drawer()).toBeNull()
    await expect.element(page.getByRole('dialog', { name: 'Keyboard' })).not.toBeInTheDocument()
  })

  it('can be switched off, and then nothing promises them', async () => {
    const fake = await draw({ settings: { load: () => ({ singleKeys: false }), save: () => undefined } })
    await fake.goToOutput(0)
    await press('j')
    await press('i')
    await press('{Shift>}?{/Shift}')
    await press('{Control>}k{/Control}')
    await expect.element(page.getByRole('dialog', { name: 'Commands' })).toBeVisible()
    expect(fake.cursor()).toBe(0)
    expect(fake.drawer()).toBeNull()
    await press('keyboard help{Enter}')
    const help = page.getByRole('dialog', { name: 'Keyboard' })
    await expect.element(help).toBeVisible()
    expect(help.element().textContent).toContain('Letters without a modifier are switched off')
    const terms = [...help.element().querySelectorAll('dt')].map(({ textContent }) => textContent)
    expect(terms).toContain('Run all, or stop')
    expect(terms).not.toContain('Next case')
  })

  it('do nothing with a modifier', async () => {
    const fake = await draw()
    await fake.goToOutput(0)
    await press('{Control>}j{/Control}{Alt>}i{/Alt}')
    await press('{Control>}d{/Control}')
    await expect.poll(() => fake.rowIds().length).toBe(4)
    expect(fake.cursor()).toBe(0)
    expect(fake.drawer()).toBeNull()
  })
})

describe('keys that change', () => {
  it('undo and redo what was done, by both keys for redo', async () => {
    const fake = await draw()
    await value('A-1').click()
    await press('B{Enter}')
    expect(fake.valueOf(0, 'order')).toBe('B')
    await press('{Control>}z{/Control}')
    expect(fake.valueOf(0, 'order')).toBe('A-1')
    await press('{Control>}{Shift>}z{/Shift}{/Control}')
    expect(fake.valueOf(0, 'order')).toBe('B')
    await press('{Control>}z{/Control}')
    await press('{Control>}y{/Control}')
    expect(fake.valueOf(0, 'order')).toBe('B')
  })

  it('duplicate and move a case from the details, as in the grid', async () => {
    const fake = await draw()
    const [first, second] = fake.rowIds()
    fake.open(1)
    await page.getByTestId('drawer').getByRole('tab', { name: 'Output' }).click()
    await press('{Alt>}{ArrowUp}{/Alt}')
    await expect.poll(() => fake.rowIds()[0]).toBe(second)
    await press('{Alt>}{ArrowDown}{/Alt}')
    await expect.poll(() => fake.rowIds()[0]).toBe(first)
    await press('{Control>}d{/Control}')
    await expect.poll(() => fake.rowIds().length).toBe(4)
  })

  it('move and duplicate a message where the cursor is in it', async () => {
    const fake = await draw()
    await page.getByTestId('message').getByRole('textbox').click()
    await press('{Control>}d{/Control}')
    await expect.poll(() => fake.state.store.get(fake.state.prompt.draftAtom).messages.length).toBe(2)
    expect(fake.rowIds()).toHaveLength(3)
  })

  it('reach the playground from a value that is being edited, which is saved', async () => {
    const fake = await draw()
    await value('A-1').click()
    await press('B-9')
    await press('{Control>}k{/Control}')
    await expect.element(page.getByRole('dialog', { name: 'Commands' })).toBeVisible()
    expect(fake.valueOf(0, 'order')).toBe('B-9')
    await press('{Escape}')
    await expect.element(page.getByRole('dialog', { name: 'Commands' })).not.toBeInTheDocument()
    await expect.poll(() => host.active()?.getAttribute('role')).toBe('gridcell')
  })
})

describe('saving', () => {
  it('gives the work to a host that keeps it, and says so', async () => {
    const kept: PlaygroundSnapshot[] = []
    host.draw(undefined, { bindings: { save: (snapshot) => void kept.push(snapshot) } })
    await value('A-1').click()
    await press('{Control>}s{/Control}')
    await expect.element(page.getByText('The work is saved.')).toBeVisible()
    expect(kept.map(({ rows }) => rows.length)).toEqual([3])
  })

  it('says what went wrong', async () => {
    host.draw(undefined, { bindings: { save: () => Promise.reject(new Error('no room')) } })
    await value('A-1').click()
    await press('{Control>}s{/Control}')
    await expect.element(page.getByText('The work could not be saved: no room')).toBeVisible()
  })

  it('downloads a snapshot where nobody keeps it', async () => {
    await draw()
    const files: string[] = []
    const spy = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function noted(this: HTMLAnchorElement) {
      files.push(this.download)
    })
    await value('A-1').click()
    await press('{Control>}s{/Control}')
    await expect.poll(() => files.length).toBe(1)
    spy.mockRestore()
    expect(files[0]).toMatch(/\.json$/)
    await expect.element(page.getByText(/^The snapshot .+ is downloaded\.$/)).toBeVisible()
  })
})

describe('the keyboard help', () => {
  it('holds every key of the playground', async () => {
    const fake = await draw()
    await fake.goToOutput(0)
    await press('{Shift>}?{/Shift}')
    const help = page.getByRole('dialog', { name: 'Keyboard' })
    await expect.element(help).toBeVisible()
    const text = help.element().textContent
    for (const words of [
      'Run all, or stop',
      'Next case',
      'Inspect the request',
      'Duplicate the message',
      'Select the case',
      'Send the message',
    ])
      expect(text).toContain(words)
    await press('{Escape}')
    await expect.element(help).not.toBeInTheDocument()
    await expect.poll(() => host.active()?.getAttribute('role')).toBe('gridcell')
  })
})

describe('keys of a page that is there for the playground', () => {
  it('are heard where nothing has the focus, and only there', async () => {
    await draw({ shortcuts: 'page' })
    const field = document.body.appendChild(document.createElement('input'))
    field.focus()
    await press('{Control>}k{/Control}')
    await expect.element(page.getByRole('dialog', { name: 'Commands' })).not.toBeInTheDocument()
    field.remove()
    await press('{Control>}k{/Control}')
    await expect.element(page.getByRole('dialog', { name: 'Commands' })).toBeVisible()
  })

  it('are not, where the host did not say so', async () => {
    await draw()
    await press('{Shift>}?{/Shift}')
    await expect.element(page.getByRole('dialog', { name: 'Keyboard' })).not.toBeInTheDocument()
  })
})

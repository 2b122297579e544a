import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { TICKETS } from '../../fake-bindings.ts'
import { type DrawOptions, fakeHost } from '../../fake-host.ts'
import type { PlaygroundSettings } from '../../settings/settings.ts'

const host = fakeHost()

const dialog = page.getByRole('dialog', { name: 'Settings' })
const choice = (group: string, name: string) => dialog.getByRole('group', { name: group }).getByRole('button', { name })
const root = () => host.shadow()?.querySelector('.vitrine-root')

const open = async (options: DrawOptions = {}) => {
  const fake = host.draw(undefined, options)
  await page.getByTestId('settings').click()
  await expect.element(dialog).toBeVisible()
  return fake
}
/** Settings as a host keeps them, with all that was saved. */
const keeping = (kept: unknown = null) => {
  const saved: PlaygroundSettings[] = []
  return { saved, settings: { load: () => kept, save: (next: PlaygroundSettings) => void saved.push(next) } }
}

afterEach(host.clear)

describe('the settings', () => {
  it('change theme and height of rows at once, and back', async () => {
    const fake = await open()
    await choice('Theme', 'Dark').click()
    await expect.poll(() => root()?.getAttribute('data-theme')).toBe('dark')
    await choice('Height of rows', 'Tall').click()
    expect(fake.state.store.get(fake.state.view.densityAtom)).toBe(2)
    await expect.element(dialog.getByText('These settings last until this page is closed.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Back to how it was delivered' }).click()
    await expect.poll(() => root()?.getAttribute('data-theme')).toBe('auto')
    expect(fake.state.store.get(fake.state.view.densityAtom)).toBe(1)
  })

  it('are kept by a host that keeps them, and come back', async () => {
    const { settings, saved } = keeping({ theme: 'dark', density: 0, enterSends: false })
    await open({ settings })
    expect(root()?.getAttribute('data-theme')).toBe('dark')
    await expect.element(choice('Height of rows', 'Compact')).toHaveAttribute('aria-pressed', 'true')
    await expect.element(choice('In a conversation, Enter', 'Makes a new line')).toHaveAttribute('aria-pressed', 'true')
    await dialog.getByRole('switch', { name: 'Single letters are commands' }).click()
    expect(saved.at(-1)).toMatchObject({ theme: 'dark', density: 0, enterSends: false, singleKeys: false })
  })

  it('leave the theme to a host that sets it', async () => {
    await open({ theme: 'light' })
    await expect.element(dialog.getByText('The page around chooses the theme.')).toBeVisible()
    await expect.element(dialog.getByRole('group', { name: 'Theme' })).not.toBeInTheDocument()
  })

  it('ask a host that wants to be asked', async () => {
    const wanted: string[] = []
    await open({ theme: 'light', onThemeChange: (theme) => wanted.push(theme) })
    await choice('Theme', 'Dark').click()
    expect(wanted).toEqual(['dark'])
    expect(root()?.getAttribute('data-theme')).toBe('light')
  })

  it('lead to all keys, and back to where it began', async () => {
    await open()
    await dialog.getByRole('button', { name: 'All keys' }).click()
    await expect.element(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
    await expect.element(dialog).not.toBeInTheDocument()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('dialog', { name: 'Keyboard' })).not.toBeInTheDocument()
    await expect.poll(() => host.active()?.getAttribute('data-testid')).toBe('settings')
  })
})

describe('Enter in a conversation', () => {
  it('makes a line, and Shift and Enter sends, where that is set', async () => {
    const fake = host.draw({ ...TICKETS, mode: 'chat' }, { settings: keeping({ enterSends: false }).settings })
    await expect.element(page.getByRole('grid')).toBeVisible()
    fake.state.store.set(fake.state.view.drawerAtom, { ...fake.outputAt(0), tab: 'output' })
    const composer = page.getByTestId('composer')
    await composer.click()
    await userEvent.keyboard('one{Enter}two')
    await expect.element(composer).toHaveValue('one\ntwo')
    expect(fake.asked).toEqual([])
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}')
    await expect.element(composer).toHaveValue('')
    expect(fake.asked).toHaveLength(1)
    expect(page.getByTestId('send').element().textContent).toMatch(/Shift|⇧/)
  })
})

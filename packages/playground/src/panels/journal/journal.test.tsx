import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { fakeHost } from '../../fake-host.ts'
import { createBrowserJournal } from '../../journal/create-browser-journal.ts'
import type { Journal } from '../../journal/journal.ts'

const host = fakeHost(1400, 800)
let journal: Journal

function begin(given?: Journal): void {
  host.draw(undefined, { bindings: { ...(given && { journal: given }) } })
}
beforeEach(async () => {
  journal = createBrowserJournal()
  await journal.turnOff()
})
afterEach(async () => {
  host.clear()
  await journal.turnOff()
})

const head = () => page.getByTestId('journal')

describe('where the work lives', () => {
  it('is memory where the host has no journal, and nobody is asked', async () => {
    begin()
    await expect.element(page.getByText('In memory only. Closing this page clears it.')).toBeVisible()
    await page.getByTestId('settings').click()
    await expect.element(page.getByTestId('settings-dialog')).toBeVisible()
    expect(page.getByTestId('journal-switch').elements()).toEqual([])
    expect(head().elements()).toEqual([])
  })

  it('is this browser once somebody says so, in the settings too', async () => {
    begin(journal)
    await expect.element(head()).toHaveAttribute('data-status', 'off')
    await page.getByTestId('settings').click()
    await page.getByTestId('settings-dialog').getByTestId('journal-switch').click()
    await expect.element(head()).toHaveAttribute('data-status', 'on')
    await expect.element(head()).toHaveAttribute('aria-label', 'Kept in this browser, saved just now')
    expect(await journal.isOn()).toBe(true)
  })

  it('is asked about before what was kept is deleted', async () => {
    await journal.turnOn()
    begin(journal)
    await expect.element(head()).toHaveAttribute('data-status', 'on')
    await head().click()
    await page.getByTestId('journal-switch').click()
    await page.getByTestId('journal-off').getByRole('button', { name: 'Cancel' }).click()
    expect(await journal.isOn()).toBe(true)
    await page.getByTestId('journal-switch').click()
    await page.getByTestId('journal-delete').click()
    await expect.element(head()).toHaveAttribute('data-status', 'off')
    expect(await journal.isOn()).toBe(false)
  })

  it('offers a snapshot under a name, from the menu', async () => {
    begin(journal)
    await head().click()
    await page.getByTestId('keep-run').click()
    await page.getByTestId('keep-run-dialog').getByRole('textbox', { name: 'Name' }).fill('Mine')
    await page.getByTestId('keep-run-save').click()
    await expect.element(page.getByText('“Mine” is kept under Runs.')).toBeVisible()
    expect(await journal.runs()).toMatchObject([{ name: 'Mine', cases: 3, isAutomatic: false }])
    // What somebody asked for is kept; the work itself is not.
    expect(await journal.isOn()).toBe(false)
  })
})

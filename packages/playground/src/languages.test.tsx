import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { fakeHost } from './fake-host.ts'
import { loadTexts } from './messages/languages.ts'

const host = fakeHost()
const root = () => host.shadow()?.querySelector('.vitrine-root')

afterEach(host.clear)

describe('a playground in another language', () => {
  it('is that of the host, with its direction, from the first word on', async () => {
    host.draw(undefined, { locale: 'ar' })
    await expect.element(page.getByTestId('run')).toBeVisible()
    expect(root()?.getAttribute('dir')).toBe('rtl')
    expect(root()?.getAttribute('aria-label')).toBe((await loadTexts('ar')).frame?.['playground'])
  })

  it('stays as it is until the next one has come, and leaves the host its own texts', async () => {
    const { handle } = host.draw(undefined, { locale: 'en' })
    await expect.element(page.getByTestId('run')).toBeVisible()
    handle.update({ locale: 'de-CH', messages: { frame: { playground: 'Werkbank' } } })
    await expect.poll(() => root()?.getAttribute('aria-label')).toBe('Werkbank')
    const parameters = (await loadTexts('de')).frame?.['parameters']
    await expect.poll(() => root()?.textContent).toContain(parameters)
    expect(root()?.getAttribute('dir')).toBe('ltr')
  })

  it('is chosen in the settings, where every word follows, and back', async () => {
    host.draw()
    await page.getByTestId('settings').click()
    await page.getByRole('combobox', { name: 'Language' }).selectOptions('de')
    await expect.element(page.getByRole('dialog', { name: 'Einstellungen' })).toBeVisible()
    await page.getByRole('combobox', { name: 'Sprache' }).selectOptions('ar')
    await expect.poll(() => root()?.getAttribute('dir')).toBe('rtl')
    await page.getByRole('combobox', { name: 'اللغة' }).selectOptions('en')
    await expect.element(page.getByRole('dialog', { name: 'Settings' }).getByText('Single letters are commands')).toBeVisible()
  })

  it('is asked of a host that sets it and wants to be asked', async () => {
    const asked: string[] = []
    host.draw(undefined, { locale: 'en', onLocaleChange: (locale) => void asked.push(locale) })
    await page.getByTestId('settings').click()
    await page.getByRole('combobox', { name: 'Language' }).selectOptions('de')
    expect(asked).toEqual(['de'])
    await expect.element(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  })
})

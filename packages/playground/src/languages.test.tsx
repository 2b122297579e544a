import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { fakeBindings } from './fake-bindings.ts'
import { loadTexts } from './messages/languages.ts'
import { type MountHandle, mount } from './mount.tsx'

let host: HTMLElement
let handle: MountHandle
const root = () => host.shadowRoot?.querySelector('.vitrine-root')

beforeEach(() => {
  host = document.createElement('div')
  host.style.cssText = 'inline-size: 1200px; block-size: 700px'
  document.body.append(host)
})
afterEach(() => {
  handle.destroy()
  host.remove()
})

describe('a playground in another language', () => {
  it('is that of the host, with its direction, from the first word on', async () => {
    handle = mount(host, { bindings: fakeBindings().bindings, locale: 'ar' })
    await expect.element(page.getByTestId('run')).toBeVisible()
    expect(root()?.getAttribute('dir')).toBe('rtl')
    expect(root()?.getAttribute('aria-label')).toBe((await loadTexts('ar')).frame?.['playground'])
  })

  it('stays as it is until the next one has come, and leaves the host its own texts', async () => {
    handle = mount(host, { bindings: fakeBindings().bindings, locale: 'en' })
    await expect.element(page.getByTestId('run')).toBeVisible()
    handle.update({ locale: 'de-CH', messages: { frame: { playground: 'Werkbank' } } })
    await expect.poll(() => root()?.getAttribute('aria-label')).toBe('Werkbank')
    const parameters = (await loadTexts('de')).frame?.['parameters']
    await expect.poll(() => root()?.textContent).toContain(parameters)
    expect(root()?.getAttribute('dir')).toBe('ltr')
  })

  it('is chosen in the settings, where every word follows, and back', async () => {
    handle = mount(host, { bindings: fakeBindings().bindings })
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
    handle = mount(host, { bindings: fakeBindings().bindings, locale: 'en', onLocaleChange: (locale) => void asked.push(locale) })
    await page.getByTestId('settings').click()
    await page.getByRole('combobox', { name: 'Language' }).selectOptions('de')
    expect(asked).toEqual(['de'])
    await expect.element(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  })
})

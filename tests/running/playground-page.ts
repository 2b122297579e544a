import type { Browser, Locator, Page } from 'playwright'
import { openPage, type PageOptions, type WatchedPage } from './browser-page.ts'

/** The playground of a service, drawn whole: its editors and lists are loaded. */
export async function openPlayground(browser: Browser, origin: string, options: PageOptions = {}): Promise<WatchedPage> {
  const visit = await openPage(browser, origin, '/', options)
  visit.page.setDefaultTimeout(10_000)
  await visit.page.getByTestId('run').first().waitFor()
  if ((options.width ?? 1440) >= 900) await editorOf(visit.page, 1).waitFor()
  return visit
}

/** The text field of a message, counted from 1: the one that stays, not the one that stands in while it loads. */
export const editorOf = (page: Page, number: number): Locator =>
  page
    .getByTestId('message')
    .nth(number - 1)
    .locator('[data-part="editor"]')
    .getByRole('textbox')

/** Replaces the text of a message as a paste would. */
export async function writeMessage(page: Page, number: number, text: string): Promise<void> {
  await editorOf(page, number).click()
  await page.keyboard.press('ControlOrMeta+a')
  if (text === '') await page.keyboard.press('Delete')
  else await page.keyboard.insertText(text)
}

/** What stands in an editor, line by line, chips and all. */
export const messageTextOf = (page: Page, number: number): Promise<string> =>
  editorOf(page, number).evaluate((editor) => [...editor.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n'))

/** Chooses a model as a person does: opens the list, types, takes the first. */
export async function chooseModel(page: Page, name: string): Promise<void> {
  await page.getByTestId('model').click()
  const search = page.getByRole('combobox', { name: 'Models' })
  await search.fill(name)
  await page.getByRole('listbox').getByRole('option').first().waitFor()
  await search.press('Enter')
  await search.waitFor({ state: 'detached' })
}

export const chooseFormat = (page: Page, word: 'Text' | 'JSON' | 'Schema'): Promise<void> =>
  page.getByRole('group', { name: 'Response format' }).getByRole('button', { name: word, exact: true }).click()

/** An input cell, rows counted from 1. */
export const cellOf = (page: Page, number: number, column: string): Locator =>
  page
    .getByTestId('case')
    .nth(number - 1)
    .locator(`[data-testid="cell"][data-column="${column}"]`)

/** Pastes into whatever has the focus, with text that no clipboard of a system would carry unharmed. */
export const pasteText = (page: Page, text: string): Promise<void> =>
  page.evaluate((escaped) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', JSON.parse(escaped) as string)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, JSON.stringify(text))

/** Whether an element's text is exactly this one; compared inside the page, since half surrogates do not travel. */
export const hasText = (element: Locator, text: string): Promise<boolean> =>
  element.evaluate((found, escaped) => found.textContent === (JSON.parse(escaped) as string), JSON.stringify(text))

/** Leaves `count` cases of those there are. */
export async function keepCases(page: Page, count: number): Promise<void> {
  const cases = page.getByTestId('case')
  const numbers = await cases.count()
  for (let number = count + 1; number <= numbers; number++) {
    await cases
      .nth(number - 1)
      .getByRole('button', { name: `Select case ${number}` })
      .click()
  }
  if (numbers > count) await page.getByRole('button', { name: 'Delete', exact: true }).click()
}

/** The panel of a drawer tab, opened on the case that is shown. */
export async function drawerPanel(page: Page, tab: string): Promise<Locator> {
  const drawer = page.getByTestId('drawer')
  await drawer.waitFor()
  await drawer.locator(`[data-testid="drawer-tab"][data-tab="${tab}"]`).click()
  return drawer.locator(`[data-testid="drawer-panel"][data-tab="${tab}"]`)
}

/** The word of an output's state, as it stands in its cell. */
export const statusOf = async (output: Locator): Promise<string> => (await output.getByTestId('output-status').textContent()) ?? ''

import { expect } from 'vitest'
import type { Walk } from './stage.ts'

export const CASES = 50

/** What somebody copies out of a spreadsheet: a line of names, then a line for each case. */
const TABLE = [
  'ticket\tcustomer',
  ...Array.from({ length: CASES }, (_, at) => `Ticket ${at + 1}: where is my parcel?\tCustomer ${at + 1}`),
].join('\n')

/** Pastes fifty cases into the import dialog, says that their columns are the prompt's variables, and puts them in place of the example's. */
export async function bringFiftyCases({ page, hands, say, look }: Pick<Walk, 'page' | 'hands' | 'say' | 'look'>): Promise<void> {
  const dialog = page.getByTestId('import-dialog')
  const button = (key: string) => dialog.getByRole('button', { name: say('exchangeImport', key), exact: true })
  await hands.press(page.getByTestId('import'))
  await hands.enter(dialog.getByRole('textbox', { name: say('exchangeImport', 'paste') }))
  await page.keyboard.insertText(TABLE)
  await dialog.getByText(say('exchangeImport', 'foundCases', { count: CASES })).waitFor()
  await hands.press(button('next'))
  await dialog.getByTestId('import-buckets').waitFor()
  await look('mapped')
  await hands.press(button('next'))
  await hands.press(button('replace'))
  await hands.press(dialog.getByTestId('import-apply'))
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => page.getByTestId('run').first().getAttribute('data-calls')).toBe(String(CASES))
}

/** Chooses a model by its name for the variant that is edited. */
export async function chooseModel({ page, hands, say }: Pick<Walk, 'page' | 'hands' | 'say'>, name: string): Promise<void> {
  const chip = page.getByTestId('model').filter({ visible: true })
  await hands.press(chip)
  const search = page.getByRole('combobox', { name: say('modelConfig', 'searchLabel') })
  await search.waitFor()
  await page.keyboard.type(name)
  await page
    .getByRole('option', { name: name.split('/').at(-1) ?? name })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => chip.getAttribute('data-model')).toBe(name)
}

/** Asks for plain text instead of the example's schema. */
export const askForText = ({ page, hands, say }: Pick<Walk, 'page' | 'hands' | 'say'>): Promise<void> =>
  hands.press(
    page
      .getByRole('group', { name: say('modelConfig', 'formatLabel') })
      .getByRole('button', { name: say('modelConfig', 'text'), exact: true }),
  )

/** Until a run is over: how many of it have ended, and how many of those failed. */
export async function runEnds({ page }: Pick<Walk, 'page'>, ended: number, failed: number): Promise<void> {
  const progress = page.getByTestId('progress')
  const counts = async () => [await progress.getAttribute('data-done'), await progress.getAttribute('data-failed')]
  await expect.poll(counts, { timeout: 30_000 }).toEqual([String(ended), String(failed)])
  await page.getByTestId('stop').waitFor({ state: 'detached' })
}

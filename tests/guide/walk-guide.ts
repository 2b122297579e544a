import type { Page } from 'playwright'
import { outputOf, untilState } from '../running/browser-page.ts'
import { chooseModel, drawerPanel } from '../running/playground-page.ts'

/** Somebody who follows a page of the guide. */
export interface Reader {
  readonly page: Page
  /** Presses the control that the guide names; a control that is not there ends the walk. */
  readonly press: (name: string) => Promise<void>
  /** The guide names it, and something else than a press is done with it. */
  readonly meet: (name: string) => void
  readonly picture: (name: string) => Promise<void>
}

const CELLS = 'ticket\tcustomer\nMy kettle never came.\tAda\nThe lid is cracked, money back please.\tGrace\nDo you ship to Chile?\tAlan\n'

/** Until every call of the run has ended. */
async function answered(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const progress = document.querySelector<HTMLElement>('[data-testid="progress"]')
    return progress !== null && progress.dataset['done'] === progress.dataset['total']
  })
  await page.getByTestId('stop').waitFor({ state: 'detached' })
}

/** What each page of the guide says to do, done. The names are those of the files in `web/guide`. */
export const WALKS: Readonly<Record<string, (reader: Reader) => Promise<void>>> = {
  async 'first-run'({ page, press, picture }) {
    await picture('opened')
    await press('Run 8')
    await answered(page)
    await picture('answered')
    await outputOf(page, 1).hover()
    await press('Wire')
    await (await drawerPanel(page, 'wire')).getByText('/chat/completions').first().waitFor()
    await picture('wire')
  },
  async 'cases-from-a-spreadsheet'({ page, press, picture }) {
    await press('Import')
    const dialog = page.getByTestId('import-dialog')
    await dialog.getByRole('textbox').fill(CELLS)
    await dialog.getByText('3 cases · 2 columns').waitFor()
    await picture('found')
    await press('Continue')
    await dialog.getByTestId('import-buckets').waitFor()
    await picture('columns')
    await press('Continue')
    await press('Replace')
    await press('Import 3 cases')
    await dialog.waitFor({ state: 'detached' })
    await picture('done')
  },
  async 'comparing-two-models'({ page, press, meet, picture }) {
    await press('Text')
    await press('New variant, a copy of A')
    await chooseModel(page, 'demo/echo')
    await picture('chosen')
    await press('Run 16')
    await answered(page)
    await picture('answered')
    await press('Different')
    const second = page.getByTestId('case').first().getByTestId('output').nth(1)
    await second.hover()
    await second.getByRole('button', { name: 'Expand' }).click()
    meet('Expand')
    const panel = await drawerPanel(page, 'output')
    await panel.getByRole('combobox', { name: 'Compare with' }).selectOption({ label: 'Variant A' })
    meet('Compare with')
    await panel.locator('[data-part="answer-diff"]').waitFor()
    await picture('compared')
  },
  async 'explaining-a-cost'({ page, press, picture }) {
    await press('Run 8')
    await answered(page)
    await outputOf(page, 1).getByTestId('byline').getByRole('button').click()
    await (await drawerPanel(page, 'cost')).locator('[data-marked]').first().waitFor()
    await picture('sheet')
    await page.keyboard.press('Escape')
    await page.getByTestId('drawer').waitFor({ state: 'detached' })
    await press('Run options')
    await page.getByTestId('budget').waitFor()
    await picture('budget')
  },
  async 'failing-on-purpose'({ page, press, picture }) {
    await chooseModel(page, 'demo/error-mid-stream')
    await press('Run 8')
    await answered(page)
    await picture('failed')
    await press('8 failed')
    await page.getByRole('dialog').waitFor()
    await picture('causes')
    await page.keyboard.press('Escape')
    await chooseModel(page, 'demo/writer')
    await press('Run menu')
    await press('Run failed')
    await untilState(page, 1, 'done')
    await answered(page)
    await picture('mended')
  },
}

/** The one control in sight that is called so; keys and counts may stand behind its name. */
export async function pressNamed(page: Page, name: string): Promise<void> {
  const called = { name: new RegExp(`^${name}(?!\\S)`) }
  await page.getByRole('button', called).or(page.getByRole('menuitem', called)).filter({ visible: true }).click()
}

import type { Locator, Page } from 'playwright'
import type { Words } from './words.ts'

/** How somebody works a page: with a pointer, or with the keyboard and nothing else. */
export interface Hands {
  press(target: Locator): Promise<void>
  /** Puts the caret into a field. */
  enter(field: Locator): Promise<void>
  /** Chooses from a browser's own list. */
  choose(list: Locator, label: string): Promise<void>
  /** Chooses one of several exclusive choices. */
  check(radio: Locator): Promise<void>
  /** Opens a menu and takes a line of it. */
  pick(trigger: Locator, item: Locator): Promise<void>
  /** Does what has a control for the pointer and a command for the keyboard; `command` is its name in the catalogue. */
  give(command: string, control: () => Promise<void>): Promise<void>
}

export const HANDS = { 'with the pointer': pointer, 'by keyboard alone': keyboard } as const

function pointer(): Hands {
  return {
    press: (target) => target.click(),
    enter: (field) => field.click(),
    choose: async (list, label) => void (await list.selectOption({ label })),
    check: (radio) => radio.check(),
    async pick(trigger, item) {
      await trigger.click()
      await item.click()
    },
    give: (_, control) => control(),
  }
}

const MOST_STOPS = 200
const MOST_ARROWS = 60

/** Nothing here touches an element: every step is a key, and what has the focus is only looked at. */
function keyboard(page: Page, say: Words): Hands {
  const until = async (key: string, most: number, isThere: () => Promise<boolean>): Promise<void> => {
    for (let presses = 0; presses <= most; presses++) {
      if (await isThere()) return
      await page.keyboard.press(key)
    }
    throw new Error(`${most} × ${key} do not lead there.`)
  }
  const hasFocus = (target: Locator) => target.evaluate((element) => element.matches(':focus'))
  const enter = async (target: Locator): Promise<void> => {
    await target.waitFor()
    await until('Tab', MOST_STOPS, () => hasFocus(target))
  }
  return {
    enter,
    async press(target) {
      await enter(target)
      await page.keyboard.press('Enter')
    },
    async choose(list, label) {
      await enter(list)
      const place = await list
        .locator('option')
        .evaluateAll((options, wanted) => options.findIndex((one) => one.textContent === wanted), label)
      for (const key of ['Enter', 'Home', ...Array.from({ length: place }, () => 'ArrowDown'), 'Enter']) await page.keyboard.press(key)
      await until('Shift', 10, async () => (await list.locator('option:checked').textContent()) === label)
    },
    async check(radio) {
      await radio.waitFor()
      const group = radio.page().locator('input[type=radio]:focus')
      await until('Tab', MOST_STOPS, async () => (await group.count()) === 1)
      await until('ArrowDown', MOST_ARROWS, () => radio.isChecked())
    },
    async pick(trigger, item) {
      await enter(trigger)
      await page.keyboard.press('Enter')
      await item.waitFor()
      await until('ArrowDown', MOST_ARROWS, () => hasFocus(item))
      await page.keyboard.press('Enter')
    },
    async give(command) {
      const palette = page.getByRole('dialog', { name: say('commands', 'palette') })
      await page.keyboard.press('ControlOrMeta+k')
      await palette.getByRole('combobox').waitFor()
      await page.keyboard.type(say('commands', command))
      await palette.getByRole('option').first().waitFor()
      await page.keyboard.press('Enter')
      await palette.waitFor({ state: 'detached' })
    },
  }
}

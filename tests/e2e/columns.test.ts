import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { barriersOf } from '../running/barriers-of.ts'
import { outputOf, untilState } from '../running/browser-page.ts'
import {
  cellOf,
  chooseFormat,
  chooseModel,
  keepCases,
  messageTextOf,
  openPlayground,
  pasteText,
  writeMessage,
} from '../running/playground-page.ts'
import { freshPlayground, served } from '../running/served.ts'

describe('columns and rows, by keyboard alone unless they are carried', () => {
  const on = served()
  let page: Page
  freshPlayground(on, (opened) => {
    page = opened.page
  })

  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const textIn = async (number: number, column: string) => (await cellOf(page, number, column).textContent()) ?? ''
  const focused = () =>
    page.evaluate(() => {
      const place = document.activeElement?.closest<HTMLElement>('[role="gridcell"], [role="columnheader"]')
      return place ? `${place.getAttribute('role')} ${place.dataset['column'] ?? ''}` : null
    })
  const heads = () => page.locator('[role="columnheader"][draggable="true"]').evaluateAll((all) => all.map((head) => head.textContent))
  /** Three cases of two short values, the cursor in the first. */
  const small = async () => {
    await keepCases(page, 3)
    await writeMessage(page, 2, 'Say {{a}} and {{b}}.')
    await cellOf(page, 1, 'a').click()
    await pasteText(page, '1\tb1\n2\tb2\n3\tb3')
    await expect.poll(() => textIn(3, 'b')).toBe('b3')
    await page.locator('[data-testid="column-menu"][data-column="a"]').waitFor({ state: 'attached' })
  }
  const openMenu = async () => {
    await press('ArrowUp')
    await expect.poll(focused).toMatch(/^columnheader/)
    await press('Enter')
    await page.getByRole('menu').waitFor()
  }
  /** Walks down the menu to an item, as one does who hears its names. */
  const choose = async (name: string) => {
    const item = page.locator('[role="menuitem"], [role="menuitemradio"]').filter({ hasText: name }).first()
    await item.waitFor()
    for (let step = 0; step < 20; step += 1) {
      if (await item.evaluate((element) => element === document.activeElement)) break
      await press('ArrowDown')
    }
    await press('Enter')
    await page.getByRole('menu').waitFor({ state: 'detached' })
  }

  it('renames a column in the prompt, and one step brings both back', async () => {
    await small()
    await openMenu()
    await choose('Rename…')
    const field = page.getByTestId('rename-column').getByRole('textbox')
    await expect.poll(() => field.evaluate((element) => element.matches(':focus'))).toBe(true)
    await press('ControlOrMeta+a')
    await page.keyboard.type('number')
    await press('Enter')
    await page.getByTestId('rename-column').waitFor({ state: 'detached' })
    await expect.poll(() => messageTextOf(page, 2)).toBe('Say {{number}} and {{b}}.')
    expect(await textIn(1, 'number')).toBe('1')
    await press('ControlOrMeta+z')
    await expect.poll(() => messageTextOf(page, 2)).toBe('Say {{a}} and {{b}}.')
    expect(await textIn(1, 'a')).toBe('1')
  })

  it('sends numbers as numbers, and what was answered before is stale then', async () => {
    await small()
    await chooseModel(page, 'demo/echo')
    await chooseFormat(page, 'Text')
    await page.getByTestId('run').first().click()
    await untilState(page, 3, 'done')
    await cellOf(page, 1, 'a').click()
    await openMenu()
    await choose('Number')
    await untilState(page, 1, 'stale')
    const sent = page.waitForRequest((request) => request.url().includes('/test') && request.method() === 'POST')
    await press('ControlOrMeta+Shift+Enter')
    const body = (await sent).postDataJSON() as { readonly inputs: unknown }
    expect(body.inputs).toEqual({ a: 1, b: 'b1' })
    await untilState(page, 1, 'done')
    expect(await outputOf(page, 1).getByTestId('output-text').textContent()).toBe('Say 1 and b1.')
  })

  it('fills down from the cursor, and a range from its first row', async () => {
    await small()
    await openMenu()
    await choose('Fill down')
    await expect.poll(() => textIn(3, 'a')).toBe('1')
    expect(await textIn(3, 'b')).toBe('b3')
    await press('ControlOrMeta+z')
    await expect.poll(() => textIn(3, 'a')).toBe('3')
    await press('ArrowDown')
    await expect.poll(focused).toBe('gridcell a')
    await press('Shift+ArrowDown', 'Shift+ArrowRight', 'ControlOrMeta+d')
    await expect.poll(() => textIn(2, 'b')).toBe('b1')
    expect([await textIn(2, 'a'), await textIn(3, 'a')]).toEqual(['1', '3'])
  })

  it('keeps a disabled case and does not run it', async () => {
    await small()
    await chooseModel(page, 'demo/echo')
    await chooseFormat(page, 'Text')
    await cellOf(page, 1, 'a').click()
    await press('ArrowDown', 'ControlOrMeta+/')
    await page.getByTestId('not-run').waitFor()
    expect(await page.getByTestId('run').first().getAttribute('data-calls')).toBe('2')
    await press('ControlOrMeta+Enter')
    await untilState(page, 3, 'done')
    await untilState(page, 1, 'done')
    expect(await outputOf(page, 2).getAttribute('data-state')).toBe('ready')
    await press('ControlOrMeta+/')
    await expect.poll(() => page.getByTestId('not-run').count()).toBe(0)
  })

  it('carries a table to a spreadsheet and back, quotes, tabs and line ends with it', async () => {
    await small()
    const table = '"a ""quoted"" word\tand a tab"\t"two\r\nlines"\r\n"=1+1"\t"  spaces  "\r\n'
    await press('Escape')
    await pasteText(page, table)
    await expect.poll(() => textIn(1, 'a')).toBe('a "quoted" word\tand a tab')
    expect([await textIn(1, 'b'), await textIn(2, 'a'), await textIn(2, 'b')]).toEqual(['two\nlines', '=1+1', '  spaces  '])
    await press('Shift+ArrowRight', 'Shift+ArrowDown', 'ControlOrMeta+c')
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe('"a ""quoted"" word\tand a tab"\t"two\nlines"\n=1+1\t  spaces  ')
    await press('Delete')
    await expect.poll(() => textIn(1, 'a')).toBe('empty')
    await pasteText(page, copied)
    await expect.poll(() => textIn(1, 'a')).toBe('a "quoted" word\tand a tab')
  })

  it('moves a column by keys on its head, and exports follow', async () => {
    await small()
    await press('ArrowUp')
    await expect.poll(focused).toBe('columnheader a')
    await press('Alt+ArrowRight')
    await expect.poll(heads).toEqual(['b', 'a'])
    expect(await focused()).toBe('columnheader a')
    await expect.poll(() => page.getByTestId('moved').textContent()).toBe('Column a moved to place 2 of 2')
    await page.getByTestId('export').click()
    const dialog = page.getByTestId('export-dialog')
    await dialog.getByRole('radio', { name: 'Results as CSV' }).check()
    await expect.poll(() => dialog.getByRole('region', { name: 'The beginning of the file' }).textContent()).toMatch(/^b,a,/)
    await press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await press('ControlOrMeta+z')
    await expect.poll(heads).toEqual(['a', 'b'])
  })

  it('carries cases and columns with the pointer, Escape leaves them, and a line shows where they would land', async () => {
    await small()
    const grips = page.locator('[data-grip]')
    const boxOf = async (number: number) => {
      const box = await cellOf(page, number, 'a').boundingBox()
      if (box === null) throw new Error('The case is not drawn.')
      return box
    }
    const take = async (number: number) => {
      await grips.nth(number - 1).hover()
      await page.mouse.down()
    }
    /** To the upper edge of the first case. */
    const carryUp = async () => {
      const { x, y } = await boxOf(1)
      await page.mouse.move(x + 8, y + 12, { steps: 4 })
      await page.mouse.move(x + 8, y + 3, { steps: 2 })
      await page.getByTestId('landing').waitFor()
    }
    await take(3)
    await carryUp()
    expect(await barriersOf(page, { rules: 'all' })).toEqual([])
    await press('Escape')
    await page.mouse.up()
    await expect.poll(() => page.getByTestId('landing').count()).toBe(0)
    expect(await textIn(1, 'a')).toBe('1')
    await take(3)
    await carryUp()
    await page.mouse.up()
    await expect.poll(() => textIn(1, 'a')).toBe('3')
    expect([await textIn(2, 'a'), await textIn(3, 'a')]).toEqual(['1', '2'])
    await page.locator('[role="columnheader"][data-column="b"]').dragTo(page.locator('[role="columnheader"][data-column="a"]'), {
      targetPosition: { x: 6, y: 12 },
    })
    await expect.poll(heads).toEqual(['b', 'a'])
    await press('ControlOrMeta+z', 'ControlOrMeta+z')
    await expect.poll(heads).toEqual(['a', 'b'])
    await expect.poll(() => textIn(1, 'a')).toBe('1')
  })

  it('has no barrier in its menu, its dialogs and its bar', async () => {
    await small()
    await openMenu()
    expect(await barriersOf(page, { rules: 'all' })).toEqual([])
    await choose('JSON')
    await press('ArrowDown', 'Shift+Enter')
    await page.getByTestId('cell-dialog').getByRole('textbox').waitFor()
    expect(await barriersOf(page, { rules: 'all' })).toEqual([])
    await press('Escape')
    await page.getByTestId('cell-dialog').waitFor({ state: 'detached' })
    await expect.poll(focused).toBe('gridcell a')
    await press(' ', 'ControlOrMeta+/')
    await page.getByTestId('selection-bar').waitFor()
    expect(await barriersOf(page, { rules: 'all' })).toEqual([])
  })
})

describe('the filter in the address', () => {
  const on = served()

  it('is written, restored after a reload, and taken away with its last word', async () => {
    const { page, context } = await openPlayground(on.browser, on.service.origin)
    await page.getByTestId('run').first().click()
    await page.getByTestId('stop').waitFor({ state: 'detached', timeout: 20_000 })
    await page.getByRole('searchbox', { name: 'Find in cases and outputs' }).fill('/KW-204[0-9]{2}/')
    await expect.poll(() => new URL(page.url()).hash).toBe(`#filter=${encodeURIComponent('all:/KW-204[0-9]{2}/')}`)
    await expect.poll(() => page.getByTestId('case').count()).toBe(4)
    await page.reload()
    await expect.poll(() => page.getByTestId('case').count()).toBe(4)
    await page.getByRole('searchbox', { name: 'Find in cases and outputs' }).fill('')
    await expect.poll(() => new URL(page.url()).hash).toBe('')
    await expect.poll(() => page.getByTestId('case').count()).toBe(8)
    await context.close()
  })
})

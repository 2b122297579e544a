import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { outputOf, untilState } from '../running/browser-page.ts'
import { cellOf, chooseFormat, chooseModel, keepCases, pasteText, writeMessage } from '../running/playground-page.ts'
import { freshPlayground, served } from '../running/served.ts'

describe('the grid', () => {
  const on = served()
  let page: Page
  freshPlayground(on, (opened) => {
    page = opened.page
  })

  /** Three cases of two short values. */
  const small = async () => {
    await keepCases(page, 3)
    await writeMessage(page, 2, 'Say {{a}} and {{b}}.')
    await cellOf(page, 1, 'a').click()
    await pasteText(page, 'a1\tb1\na2\tb2\na3\tb3')
    await expect.poll(() => textIn(3, 'b')).toBe('b3')
  }
  const textIn = async (number: number, column: string) => (await cellOf(page, number, column).textContent()) ?? ''
  /** Where the cursor is, by the cell that has the focus: row from 1, column by name. */
  const cursor = () =>
    page.evaluate(() => {
      const cell = document.activeElement?.closest('[role="gridcell"]')
      const row = cell?.closest('[data-testid="case"]')
      const column = cell?.getAttribute('data-column') ?? cell?.getAttribute('data-testid') ?? '#'
      return row ? `${Number(row.getAttribute('data-index')) + 1} ${column}` : null
    })
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const editing = () => page.evaluate(() => document.activeElement?.localName === 'textarea')

  it('moves its cursor by arrows, Home and End, to the ends with Control', async () => {
    await small()
    await press('ArrowRight')
    await expect.poll(cursor).toBe('1 b')
    await press('ArrowDown', 'ArrowDown', 'ArrowDown')
    await expect.poll(cursor).toBe('3 b')
    await press('Home')
    await expect.poll(cursor).toBe('3 #')
    await press('End')
    await expect.poll(cursor).toBe('3 output')
    await press('ControlOrMeta+Home')
    await expect.poll(cursor).toBe('1 #')
    await press('ControlOrMeta+End')
    await expect.poll(cursor).toBe('3 output')
    await press('ArrowUp', 'ArrowLeft')
    await expect.poll(cursor).toBe('2 b')
  })

  it('is one stop for Tab, where the cursor is', async () => {
    await small()
    await press('ArrowDown')
    await expect.poll(cursor).toBe('2 a')
    expect(await page.locator('[role="grid"] [role="gridcell"][tabindex="0"]').count()).toBe(1)
    await press('Shift+Tab')
    expect(await cursor()).toBeNull()
    await press('Tab')
    await expect.poll(cursor).toBe('2 a')
  })

  it('edits with Enter and F2, saves downwards, leaves with Escape', async () => {
    await small()
    await press('Enter')
    await expect.poll(editing).toBe(true)
    await page.keyboard.type('!')
    await press('Enter')
    expect(await textIn(1, 'a')).toBe('a1!')
    await expect.poll(cursor).toBe('2 a')
    await press('F2')
    await expect.poll(editing).toBe(true)
    await page.keyboard.type('?')
    await press('Escape')
    expect(await textIn(2, 'a')).toBe('a2')
    await expect.poll(cursor).toBe('2 a')
  })

  it('replaces a value by what is typed, and breaks lines with Alt+Enter', async () => {
    await small()
    await press('ArrowDown')
    await expect.poll(cursor).toBe('2 a')
    await page.keyboard.type('new')
    await press('Alt+Enter')
    await page.keyboard.type('line')
    await press('Enter')
    expect(await textIn(2, 'a')).toBe('new\nline')
  })

  it('goes on with Tab over the ends of rows, back with Shift+Tab, and grows at its end', async () => {
    await small()
    await press('Enter')
    await expect.poll(editing).toBe(true)
    await press('Tab')
    await expect.poll(cursor).toBe('1 b')
    await press('Enter')
    await expect.poll(editing).toBe(true)
    await press('Tab')
    await expect.poll(cursor).toBe('2 a')
    await press('Enter')
    await expect.poll(editing).toBe(true)
    await press('Shift+Tab')
    await expect.poll(cursor).toBe('1 b')
    await press('ArrowDown', 'ArrowDown', 'Enter')
    await expect.poll(editing).toBe(true)
    await press('Tab')
    await expect.poll(() => page.getByTestId('case').count()).toBe(4)
  })

  it('clears a cell and a range, and undo brings them back in one step each', async () => {
    await small()
    await press('Delete')
    await expect.poll(() => textIn(1, 'a')).toBe('empty')
    await press('ControlOrMeta+z')
    await expect.poll(() => textIn(1, 'a')).toBe('a1')
    await press('Shift+ArrowRight', 'Shift+ArrowDown', 'Delete')
    await expect.poll(() => textIn(2, 'b')).toBe('empty')
    expect(await textIn(3, 'a')).toBe('a3')
    await press('ControlOrMeta+z')
    await expect.poll(() => textIn(2, 'b')).toBe('b2')
    await press('ControlOrMeta+Shift+z')
    await expect.poll(() => textIn(2, 'b')).toBe('empty')
  })

  it('copies a range as a spreadsheet would, and pastes one with quotes, tabs and line ends', async () => {
    await small()
    await press('Shift+ArrowRight', 'Shift+ArrowDown')
    await press('ControlOrMeta+c')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('a1\tb1\na2\tb2')
    await page.evaluate(() => navigator.clipboard.writeText('"two\nlines"\t"a ""quoted"" word"\nplain\t"a\ttab"'))
    await press('ControlOrMeta+Home', 'ArrowRight')
    await expect.poll(cursor).toBe('1 a')
    await press('ControlOrMeta+v')
    await expect.poll(() => textIn(1, 'a')).toBe('two\nlines')
    expect([await textIn(1, 'b'), await textIn(2, 'a'), await textIn(2, 'b')]).toEqual(['a "quoted" word', 'plain', 'a\ttab'])
    await press('Shift+ArrowRight', 'Shift+ArrowDown', 'ControlOrMeta+c')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('"two\nlines"\ta "quoted" word\nplain\t"a\ttab"')
  })

  it('grows when more is pasted than there are rows, with one toast and one step to undo', async () => {
    await small()
    await press('ArrowDown', 'ArrowDown')
    await expect.poll(cursor).toBe('3 a')
    await pasteText(page, 'x1\ty1\r\nx2\ty2\r\nx3\ty3\r\n')
    await expect.poll(() => page.getByTestId('case').count()).toBe(5)
    expect([await textIn(3, 'a'), await textIn(5, 'b')]).toEqual(['x1', 'y3'])
    await page.getByTestId('toast').getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => page.getByTestId('case').count()).toBe(3)
    expect(await textIn(3, 'a')).toBe('a3')
  })

  it('pastes whole cases from the clipboard with its own button, by the names in the first line', async () => {
    await small()
    await page.evaluate(() => navigator.clipboard.writeText('b\ta\nfrom b\tfrom a\n'))
    await page.getByTestId('paste-cases').click()
    await expect.poll(() => page.getByTestId('case').count()).toBe(4)
    expect([await textIn(4, 'a'), await textIn(4, 'b')]).toEqual(['from a', 'from b'])
  })

  it('has a menu for each row: duplicate, insert, move, delete', async () => {
    await small()
    const choose = async (number: number, name: string) => {
      await page
        .getByTestId('case')
        .nth(number - 1)
        .getByRole('gridcell', { name: `Case ${number}` })
        .hover()
      await page.getByRole('button', { name: `Actions for case ${number}` }).click()
      await page.getByRole('menuitem', { name }).click()
      await page.getByRole('menu').waitFor({ state: 'detached' })
    }
    const column = async () => Promise.all(Array.from({ length: await page.getByTestId('case').count() }, (_, at) => textIn(at + 1, 'a')))
    await choose(1, 'Duplicate')
    await expect.poll(column).toEqual(['a1', 'a1', 'a2', 'a3'])
    await choose(4, 'Move up')
    await expect.poll(column).toEqual(['a1', 'a1', 'a3', 'a2'])
    await choose(1, 'Move down')
    await choose(2, 'Insert below')
    await expect.poll(column).toEqual(['a1', 'a1', 'empty', 'a3', 'a2'])
    await choose(3, 'Delete')
    await expect.poll(column).toEqual(['a1', 'a1', 'a3', 'a2'])
    await page.getByTestId('toast').getByRole('button', { name: 'Undo' }).click()
    await expect.poll(column).toEqual(['a1', 'a1', 'empty', 'a3', 'a2'])
  })

  it('runs the selected rows alone, and one row by its menu', async () => {
    await small()
    await chooseModel(page, 'demo/echo')
    await chooseFormat(page, 'Text')
    for (const number of [1, 3]) await page.getByRole('button', { name: `Select case ${number}` }).click()
    await page.getByText('2 cases selected').waitFor()
    await page.getByRole('button', { name: 'Run menu' }).click()
    await page.getByRole('menuitem', { name: /Run selected/ }).click()
    await untilState(page, 1, 'done')
    await untilState(page, 3, 'done')
    expect(await outputOf(page, 2).getAttribute('data-state')).toBe('ready')
    await cellOf(page, 2, 'a').click()
    await press('ControlOrMeta+Shift+Enter')
    await untilState(page, 2, 'done')
    expect(await outputOf(page, 2).getByTestId('output-text').textContent()).toBe('Say a2 and b2.')
  })

  it('runs what is being typed when Control+Enter is pressed in a cell, and Escape there stops nothing', async () => {
    await small()
    await chooseModel(page, 'demo/echo')
    await chooseFormat(page, 'Text')
    await cellOf(page, 1, 'a').click()
    await page.keyboard.type('fresh')
    await press('ControlOrMeta+Enter')
    await untilState(page, 1, 'done')
    expect(await outputOf(page, 1).getByTestId('output-text').textContent()).toBe('Say fresh and b1.')
    await untilState(page, 3, 'done')
    await chooseModel(page, 'demo/slow')
    await page.getByTestId('run').click()
    await untilState(page, 1, 'connecting')
    await cellOf(page, 2, 'a').click()
    await page.keyboard.type('other')
    await press('Escape')
    expect(await textIn(2, 'a')).toBe('a2')
    await untilState(page, 1, 'done')
    await untilState(page, 3, 'done')
  })

  it('filters by text and by expression, and says when nothing is found', async () => {
    await page.getByTestId('run').first().click()
    await page.getByTestId('stop').waitFor({ state: 'detached', timeout: 20_000 })
    const find = page.getByRole('searchbox', { name: 'Find in cases and outputs' })
    await find.fill('Aisha')
    await expect.poll(() => page.getByTestId('case').count()).toBe(1)
    await find.fill('/KW-204[0-9]{2}/')
    await expect.poll(() => page.getByTestId('case').count()).toBe(4)
    await find.fill('/(/')
    await expect.poll(() => page.getByRole('alert').allTextContents()).toContain('This is not a regular expression the filter can run.')
    await find.fill('nowhere at all')
    await page.getByText('No case matches the filter.').waitFor()
    await page.getByRole('button', { name: 'Show all cases' }).click()
    await expect.poll(() => page.getByTestId('case').count()).toBe(8)
  })

  it('shows only rows in sight of a thousand, scrolls to the last, and deletes them all in one step', async () => {
    await small()
    const table = Array.from({ length: 1000 }, (_, at) => `row ${at + 1}\tvalue ${at + 1}`).join('\n')
    await pasteText(page, table)
    await expect.poll(() => page.getByTestId('run').first().getAttribute('data-calls')).toBe('1000')
    expect(await page.getByTestId('case').count()).toBeLessThan(60)
    await press('ControlOrMeta+End')
    await expect.poll(cursor).toBe('1000 output')
    const last = page.locator('[data-testid="case"][data-index="999"]')
    expect(await last.getByTestId('cell').first().textContent()).toBe('row 1000')
    expect(await last.evaluate((row) => row.getBoundingClientRect().bottom <= innerHeight)).toBe(true)
    await page.getByRole('grid').evaluate((grid) => grid.scrollTo({ top: grid.scrollHeight / 2 }))
    await expect.poll(() => page.locator('[data-testid="case"][data-index="500"]').count()).toBe(1)
    expect(await page.getByTestId('case').count()).toBeLessThan(60)
    await press('ControlOrMeta+Home', 'ControlOrMeta+a')
    await page.getByText('1000 cases selected').or(page.getByText('1,000 cases selected')).waitFor()
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await page.getByText('There is no case yet.').waitFor()
    await page.getByTestId('toast').getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => page.getByTestId('run').first().getAttribute('data-calls')).toBe('1000')
  })
})

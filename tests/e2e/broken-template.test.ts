import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { untilState } from '../running/browser-page.ts'
import { cellOf, writeMessage } from '../running/playground-page.ts'
import { freshPlayground, served } from '../running/served.ts'

let page: Page
let runs: string[]
freshPlayground(served(), (visit) => {
  page = visit.page
  runs = []
  visit.context.on('request', (request) => request.url().includes('/test?') && runs.push(request.url()))
})

const run = () => page.getByTestId('run').first()
const columns = () =>
  page
    .getByRole('columnheader')
    .locator('bdi')
    .allTextContents()
    .then((names) => names.filter((name) => ['customer', 'ticket'].includes(name)))
const turnInto = async (format: RegExp) => {
  await page.getByTestId('template-format').click()
  await page.getByRole('menuitemradio', { name: format }).click()
  await page.getByTestId('convert-dialog').getByRole('button', { name: 'Convert', exact: true }).click()
}

describe('a template that is half typed', () => {
  it.each([
    ['fstring', /\{fstring\}/, 'For {customer}:\n{tick', 'For {customer}:\n{ticket}'],
    ['jinja2', /jinja2/, 'For {{ customer }}:\n{{ tick', 'For {{ customer }}:\n{{ ticket }}'],
  ])('keeps its columns and values, and cannot be run until it is whole (%s)', async (_, format, half, whole) => {
    await turnInto(format)
    await expect.poll(async () => (await columns()).toSorted()).toEqual(['customer', 'ticket'])
    const value = await cellOf(page, 1, 'ticket').textContent()
    expect(await run().getAttribute('aria-disabled')).toBeNull()

    await writeMessage(page, 2, half)
    await expect.poll(() => run().getAttribute('aria-disabled')).toBe('true')
    expect(await run().getAttribute('title')).toMatch(/^Message 2, line 2, column \d+: \S/)
    expect((await columns()).toSorted()).toEqual(['customer', 'ticket'])
    expect(await cellOf(page, 1, 'ticket').textContent()).toBe(value)
    await run().click({ force: true })
    await page.keyboard.press('ControlOrMeta+Enter')
    expect(await page.getByTestId('stop').count()).toBe(0)
    expect(runs).toEqual([])

    await writeMessage(page, 2, whole)
    await expect.poll(() => run().getAttribute('aria-disabled')).toBeNull()
    expect(await cellOf(page, 1, 'ticket').textContent()).toBe(value)
    await run().click()
    await untilState(page, 1, 'done')
    expect(runs.length).toBeGreaterThan(0)
  })
})

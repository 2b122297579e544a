import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { outputOf, untilState, type WatchedPage } from '../running/browser-page.ts'
import { cellOf, chooseFormat, chooseModel, drawerPanel, keepCases, pasteText, writeMessage } from '../running/playground-page.ts'
import { freshPlayground, served } from '../running/served.ts'

const on = served()
let visit: WatchedPage
freshPlayground(on, (opened) => {
  visit = opened
})

const ORDER_TOOL = [
  {
    name: 'find_order',
    description: 'Finds an order by its number.',
    input_schema: { type: 'object', properties: { order_number: { type: 'string' } }, required: ['order_number'] },
  },
]
const sectionOf = (page: Page) => page.locator('[data-part="tools"]')
const fieldOf = (page: Page, name: string) => sectionOf(page).getByRole('textbox', { name, exact: true })
const toolOf = (page: Page, name: string) => sectionOf(page).locator(`[data-tool="${name}"] button[aria-expanded]`).first()

async function pasteOrderTool(page: Page): Promise<void> {
  await sectionOf(page).getByRole('button', { name: 'Paste tools' }).click()
  const dialog = page.getByRole('dialog', { name: 'Paste tools' })
  await dialog.getByRole('textbox', { name: 'Tools, as JSON' }).fill(JSON.stringify(ORDER_TOOL))
  await dialog.getByRole('button', { name: 'Add 1 tool' }).click()
  await dialog.waitFor({ state: 'detached' })
}
async function askForOrders(page: Page, cases: number): Promise<void> {
  await keepCases(page, cases)
  await chooseFormat(page, 'Text')
  await writeMessage(page, 2, 'Call find_order for this ticket: {{ticket}}')
}
const textOf = async (page: Page, number: number) => (await outputOf(page, number).textContent()) ?? ''

describe('tools', () => {
  it('with a result let a batch go through the loop by itself', async () => {
    const { page } = visit
    await askForOrders(page, 3)
    await pasteOrderTool(page)
    await toolOf(page, 'find_order').click()
    await sectionOf(page).getByRole('button', { name: 'Expression' }).click()
    await fieldOf(page, 'An expression over the arguments, in jinja2').fill('Order {{ order_number }} left on Monday.')
    await fieldOf(page, 'Try it with these arguments').fill('{"order_number": "KW-1"}')
    await sectionOf(page).getByText('Order KW-1 left on Monday.').waitFor()

    const sent: string[] = []
    page.on('request', (request) => request.method() === 'POST' && request.url().includes('/test') && sent.push(request.postData() ?? ''))
    await page.getByTestId('run').first().click()
    for (const number of [1, 2, 3]) await untilState(page, number, 'done')
    expect(await textOf(page, 1)).toContain('Order KW-20418 left on Monday.')
    expect(await textOf(page, 2)).toContain('Order KW-20377 left on Monday.')
    expect(await textOf(page, 3)).toContain('Order KW-20431 left on Monday.')
    expect(sent).toHaveLength(3)
    expect(JSON.parse(sent[0] ?? '{}')).toMatchObject({
      ag_config: {
        prompt: { llm_config: { tool_loop: { results: { find_order: { template: 'Order {{ order_number }} left on Monday.' } } } } },
      },
    })
    await outputOf(page, 1).click()
    await page.keyboard.press('Enter')
    const trace = await drawerPanel(page, 'trace')
    await trace.getByText('execute_tool find_order').first().waitFor()
    expect(visit.complaints).toEqual([])
  })

  it('with a result carry more rows than are asked for one by one, in one request', async () => {
    const { page } = visit
    await askForOrders(page, 1)
    await pasteOrderTool(page)
    await toolOf(page, 'find_order').click()
    await sectionOf(page).getByRole('button', { name: 'Expression' }).click()
    await fieldOf(page, 'An expression over the arguments, in jinja2').fill('Order {{ order_number }} left on Monday.')
    await cellOf(page, 1, 'ticket').click()
    await pasteText(page, Array.from({ length: 24 }, (_, at) => `Where is my order KW-${10_000 + at}?`).join('\n'))
    await expect.poll(() => page.getByTestId('run').first().getAttribute('data-calls')).toBe('24')
    const batches: string[] = []
    page.on('request', (request) => request.url().includes('/batch') && batches.push(request.url()))
    await page.getByTestId('run').first().click()
    await page.getByTestId('progress').getByText('24 of 24 finished').waitFor({ timeout: 60_000 })
    expect(batches.length).toBeGreaterThan(0)
    for (const number of [1, 2, 3]) expect(await textOf(page, number)).toContain(`Order KW-${9_999 + number} left on Monday.`)
    await page.getByRole('button', { name: 'Failed 0', exact: true }).waitFor()
    await cellOf(page, 1, 'ticket').click()
    await page.keyboard.press('ControlOrMeta+End')
    await expect.poll(() => page.locator('[data-testid="case"][data-index="23"]').textContent()).toContain('Order KW-10023 left on Monday.')
  })

  it('without a result leave the call to the person, and with one the same cases go on', async () => {
    const { page } = visit
    await askForOrders(page, 1)
    await pasteOrderTool(page)
    await page.getByTestId('run').first().click()
    await untilState(page, 1, 'done')
    await outputOf(page, 1).getByRole('list', { name: 'Calls' }).getByText('find_order').waitFor()
    await toolOf(page, 'find_order').click()
    await sectionOf(page).getByRole('group', { name: 'Result of a call' }).last().getByRole('button', { name: 'JSON' }).click()
    await fieldOf(page, 'The JSON that every call is answered with').fill('{"status": "in the van"}')
    await untilState(page, 1, 'stale')
    await page.getByTestId('run').first().click()
    await untilState(page, 1, 'done')
    await expect.poll(() => textOf(page, 1)).toContain('in the van')
  })

  it('of a broken kind are said at their field, and the last good one is what runs', async () => {
    const { page } = visit
    await askForOrders(page, 1)
    await pasteOrderTool(page)
    await toolOf(page, 'find_order').click()
    await fieldOf(page, 'Parameters, as a JSON schema').fill(
      '{\n  "type": "object",\n  "properties": {"order_number": {"type": "sting"}}\n}',
    )
    await sectionOf(page)
      .getByText(/Line 3, properties\.order_number\.type/)
      .waitFor()
    await page.getByTestId('run').first().click()
    await untilState(page, 1, 'done')
    await chooseModel(page, 'demo/echo')
    await sectionOf(page).getByText('This model cannot call tools.', { exact: false }).waitFor()
    await page.getByTestId('run').first().click()
    await untilState(page, 1, 'failed')
    await toolOf(page, 'find_order').click()
    await toolOf(page, 'find_order').click()
    expect(await fieldOf(page, 'Parameters, as a JSON schema').textContent()).toContain('sting')
  })

  it('are added, named, mocked, moved and deleted by keys alone', async () => {
    const { page } = visit
    await keepCases(page, 1)
    await sectionOf(page).getByRole('button', { name: 'Add a tool' }).focus()
    await page.keyboard.press('Enter')
    await toolOf(page, 'new_tool').waitFor()
    await page.keyboard.press('Enter')
    await toolOf(page, 'new_tool_2').waitFor()
    await page.keyboard.press('Tab')
    expect(await toolOf(page, 'new_tool').evaluate((button) => button === document.activeElement)).toBe(true)
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(() => sectionOf(page).getByTestId('tool').first().getAttribute('data-tool')).toBe('new_tool_2')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('menu').waitFor()
    await page.keyboard.type('Delete')
    await page.keyboard.press('Enter')
    await expect.poll(() => sectionOf(page).getByTestId('tool').count()).toBe(1)
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => sectionOf(page).getByTestId('tool').count()).toBe(2)
  })

  it('have no barrier', async () => {
    const { page } = visit
    await keepCases(page, 1)
    await pasteOrderTool(page)
    await toolOf(page, 'find_order').click()
    const look = async () => {
      const axe = new AxeBuilder({ page }).exclude('[data-base-ui-focus-guard]')
      const { violations } = await axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`))
    }
    for (const kind of ['Expression', 'JSON', 'Text']) {
      await sectionOf(page).getByRole('group', { name: 'Result of a call' }).last().getByRole('button', { name: kind }).click()
      await sectionOf(page).locator('textarea, [data-part="editor"]').first().waitFor()
      expect(await look()).toEqual([])
    }
    await sectionOf(page).getByRole('button', { name: 'Paste tools' }).click()
    await page.getByRole('dialog', { name: 'Paste tools' }).waitFor()
    expect(await look()).toEqual([])
  })
})

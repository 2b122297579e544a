import { AxeBuilder } from '@axe-core/playwright'
import { chatStream, jsonReply } from '@vitrine/testkit'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { outputOf, untilState, type WatchedPage } from '../running/browser-page.ts'
import { chooseModel, drawerPanel } from '../running/playground-page.ts'
import { onePlayground, servedOverFake } from '../running/served.ts'
import { runPrograms, TEST_KEYS } from '../snippets/run-programs.ts'

const KEY = 'sk-canary-code-0123456789'

describe('code that is copied from the page', () => {
  const on = servedOverFake(({ path }) => (path.endsWith('/models') ? jsonReply({ data: [] }) : chatStream('Answered.')), KEY)
  let visit: WatchedPage
  onePlayground(on, async (opened) => {
    visit = opened
    await chooseModel(visit.page, 'openai/gpt-4o-mini')
  })

  /** What was sent for the first case, oldest first. */
  const requests = () => on.provider.requests.filter(({ path, text }) => path.endsWith('/chat/completions') && text.includes('KW-20418'))
  const bodies = (): readonly unknown[] => requests().map(({ text }): unknown => JSON.parse(text))

  /** Presses Copy in what is open, and gives what is on the clipboard then. */
  async function copied(page: Page, place: 'drawer-panel' | 'code-dialog'): Promise<string> {
    await page.evaluate(() => navigator.clipboard.writeText(''))
    await page.getByTestId(place).getByRole('button', { name: 'Copy', exact: true }).click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('')
    return page.evaluate(() => navigator.clipboard.readText())
  }
  const barriers = async (page: Page) =>
    (await new AxeBuilder({ page }).exclude('[data-base-ui-focus-guard]').analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])

  it('sends what would be sent, with what will be sent, and with the reader’s own key', async () => {
    const { page } = visit
    await page.getByTestId('code').click()
    const dialog = page.getByTestId('code-dialog')
    await dialog.getByRole('group', { name: 'The program' }).waitFor()
    expect(await barriers(page)).toEqual([])
    const program = await copied(page, 'code-dialog')
    expect(program).not.toContain(KEY)
    expect(program).toContain('$OPENAI_API_KEY')
    expect(bodies()).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })

    await page.getByTestId('run').first().click()
    await untilState(page, 1, 'done')
    const [end] = await runPrograms('shell', [program])
    expect(end).toMatchObject({ ok: true })
    expect(end?.output).toContain('[DONE]')
    const [sent, again, ...others] = bodies()
    expect(again).toEqual(sent)
    expect(others).toEqual([])
    expect(requests().at(-1)?.headers['authorization']).toBe(`Bearer ${TEST_KEYS.OPENAI_API_KEY}`)
  })

  it('makes the request of a run again, filled and as a function', async () => {
    const { page } = visit
    await outputOf(page, 1).click()
    await page.keyboard.press('Enter')
    const panel = await drawerPanel(page, 'code')
    await panel.getByText('Makes the last request of this case’s run again.').waitFor()
    expect(await barriers(page)).toEqual([])
    const filled = await copied(page, 'drawer-panel')
    await panel.getByRole('button', { name: 'Function', exact: true }).click()
    await panel.getByText('Made of the prompt, settings and values of this case’s run.').waitFor()
    const asFunction = await copied(page, 'drawer-panel')
    expect(asFunction).toContain('complete() {')

    const before = bodies().length
    const ends = await runPrograms('shell', [filled, asFunction])
    expect(ends.map(({ ok }) => ok)).toEqual([true, true])
    const [sent] = bodies()
    expect(bodies().slice(before)).toEqual([sent, sent])
  })

  it('asks our own service, which asks the provider the same', async () => {
    const { page } = visit
    const panel = await drawerPanel(page, 'code')
    await panel.getByRole('combobox', { name: 'Language' }).selectOption('service-curl')
    await panel.getByText('/services/completion/test').first().waitFor()
    const program = await copied(page, 'drawer-panel')
    const token: unknown = await (await fetch(`${on.service.origin}/services/dev-token`)).json()
    const before = bodies().length
    const [end] = await runPrograms('shell', [program], {
      VITRINE_TOKEN: typeof token === 'object' && token !== null && 'token' in token ? String(token.token) : '',
    })
    expect(end?.output).toContain('Answered.')
    expect(bodies().slice(before)).toEqual(bodies().slice(0, 1))
    expect(visit.complaints).toEqual([])
  })
})

import type { Page } from 'playwright'
import { chatFailure, chatStream } from '@vitrine/testkit'
import { describe, expect, it } from 'vitest'
import { openPage, outputOf, untilState, type WatchedPage } from '../running/browser-page.ts'
import { chooseFormat, chooseModel, drawerPanel, editorOf, keepCases } from '../running/playground-page.ts'
import { onePlayground, servedOverFake } from '../running/served.ts'

const CANARY = 'sk-canary-5d1f0c9e7b3a4422'

describe('a whole session under the strictest policy', () => {
  const on = servedOverFake(
    ({ text, headers }) =>
      text.includes('Jonas')
        ? chatFailure(401, { message: `Incorrect API key provided: ${headers['authorization'] ?? ''}.`, code: 'invalid_api_key' })
        : chatStream('An answer.'),
    CANARY,
  )
  let visit: WatchedPage
  let page: Page
  /** Every byte that the page was sent, as text. */
  const bodies: string[] = []
  onePlayground(on, (opened) => {
    visit = opened
    page = visit.page
    visit.context.on('response', (response) => {
      void response.text().then(
        (body) => bodies.push(body, JSON.stringify(response.headers())),
        () => undefined,
      )
    })
  })

  it('is sent with the page, and has no exceptions for inline code', async () => {
    const answer = await fetch(on.service.origin)
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toMatch(/unsafe|\*/)
  })

  it('is broken by no editor, menu, dialog, toast or drawer', async () => {
    await keepCases(page, 2)
    await editorOf(page, 2).click()
    await page.keyboard.press('End')
    await page.keyboard.type(' {{')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+z')
    await page.getByTestId('template-format').click()
    await page.getByRole('menuitemradio', { name: /jinja2/ }).click()
    await page.getByTestId('convert-dialog').getByRole('button', { name: 'Convert', exact: true }).click()
    await page.getByTestId('convert-dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Infer from an example' }).click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo', exact: true }).hover()
    await chooseModel(page, 'openai/gpt-4o-mini')
    await chooseFormat(page, 'Text')
    await page.getByTestId('run').click()
    await untilState(page, 1, 'done')
    await untilState(page, 2, 'failed')
    expect(await outputOf(page, 2).textContent()).toContain('Incorrect API key provided')
    await outputOf(page, 2).hover()
    await outputOf(page, 2).getByRole('button', { name: 'Raw' }).click()
    for (const tab of ['output', 'prompt', 'wire', 'trace', 'logprobs', 'checks', 'notes', 'cost', 'code']) await drawerPanel(page, tab)
    await page.keyboard.press('Escape')
    await page.getByTestId('mode').getByRole('button', { name: 'Chat' }).click()
    await page.getByRole('button', { name: 'Open the conversation of case 1' }).click()
    await page.getByTestId('composer').fill('Hello')
    await page.getByTestId('composer').press('Enter')
    await untilState(page, 1, 'done')
    await page.getByRole('link', { name: 'Models' }).click()
    await page.getByRole('table').waitFor()
    expect(visit.complaints).toEqual([])
  })

  it('holds for the documentation too, which needs nobody else', async () => {
    const docs = await openPage(on.browser, on.service.origin, '/docs')
    await docs.page.getByText('/services/completion/test').first().waitFor()
    expect(docs.complaints).toEqual([])
    expect(docs.strangers).toEqual([])
    await docs.context.close()
  })

  it('asks no other origin for anything', () => expect(visit.strangers).toEqual([]))

  it('shows the provider’s key nowhere: not in the page, an answer, a header or the log', async () => {
    expect(on.provider.requests.some(({ headers }) => headers['authorization'] === `Bearer ${CANARY}`)).toBe(true)
    await page.getByRole('link', { name: 'Playground' }).click()
    await page.getByTestId('run').first().waitFor()
    expect(await page.content()).not.toContain(CANARY)
    expect(bodies.length).toBeGreaterThan(4)
    expect(bodies.join('\n')).not.toContain(CANARY)
    expect(on.service.output()).not.toContain(CANARY)
    const kept = await page.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]))
    expect(kept).toBe('[[],[],""]')
  })
})

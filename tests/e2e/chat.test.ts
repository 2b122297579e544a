import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { outputOf, untilState, type WatchedPage } from '../running/browser-page.ts'
import { cellOf, chooseFormat, chooseModel, drawerPanel, keepCases, messageTextOf, writeMessage } from '../running/playground-page.ts'
import { onePlayground, served } from '../running/served.ts'

describe('chat', () => {
  const on = served()
  let visit: WatchedPage
  let page: Page
  onePlayground(on, async (opened) => {
    visit = opened
    page = visit.page
    await keepCases(page, 2)
    await chooseModel(page, 'demo/messages')
    await chooseFormat(page, 'Text')
    await writeMessage(page, 1, 'Be kind to {{customer}}.')
    await writeMessage(page, 2, 'I am {{customer}}.')
  })
  const mode = (name: string) => page.getByTestId('mode').getByRole('button', { name }).click()
  const turns = () => page.getByTestId('chat-message').evaluateAll((items) => items.map((item) => item.getAttribute('data-role')))

  it('keeps messages and values, there and back', async () => {
    await mode('Chat')
    await expect.poll(() => page.getByTestId('vitrine').getAttribute('data-mode')).toBe('chat')
    expect(await messageTextOf(page, 1)).toBe('Be kind to {{customer}}.')
    expect(await cellOf(page, 1, 'customer').textContent()).toBe('Maren Holt')
    await mode('Completion')
    expect(await messageTextOf(page, 2)).toBe('I am {{customer}}.')
    expect(await cellOf(page, 2, 'customer').textContent()).toBe('Jonas Weber')
    await mode('Chat')
  })

  it('has a conversation for each row, sent after the rendered prompt', async () => {
    await page.getByRole('button', { name: 'Open the conversation of case 1' }).click()
    await page.getByText('Nothing was said in this case before.').waitFor()
    const composer = page.getByTestId('composer')
    await composer.fill('First line')
    await composer.press('Shift+Enter')
    await page.keyboard.type('second {{customer}}')
    const [request] = await Promise.all([page.waitForRequest((sent) => sent.url().includes('/chat/test?')), composer.press('Enter')])
    expect((request.postDataJSON() as { messages: unknown }).messages).toEqual([
      { role: 'user', content: 'First line\nsecond {{customer}}' },
    ])
    await untilState(page, 1, 'done')
    await expect.poll(turns).toEqual(['user'])
    await drawerPanel(page, 'wire')
    await page.getByRole('group', { name: 'Whose wire' }).getByRole('button', { name: 'Provider' }).click()
    const wire = page.getByTestId('drawer').getByRole('region', { name: 'Request', exact: true })
    await expect.poll(() => wire.textContent()).toContain('Be kind to Maren Holt.')
    expect(await wire.textContent()).toContain('second {{customer}}')
    await page.getByRole('group', { name: 'Whose wire' }).getByRole('button', { name: 'Service' }).click()
    const sent = page.getByTestId('drawer').getByRole('region', { name: 'What this page sent to the service' })
    await expect.poll(() => sent.textContent()).toContain('"messages"')
    expect(await sent.textContent()).toContain('First line')
  })

  it('goes on with the answer, when the next message is sent', async () => {
    await drawerPanel(page, 'output')
    await page.getByRole('button', { name: 'Add answer to the conversation' }).click()
    await expect.poll(turns).toEqual(['user', 'assistant'])
    await page.getByTestId('composer').fill('And then?')
    const [request] = await Promise.all([
      page.waitForRequest((sent) => sent.url().includes('/chat/test?')),
      page.getByTestId('send').click(),
    ])
    const { messages } = request.postDataJSON() as { messages: { role: string }[] }
    expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user'])
    await untilState(page, 1, 'done')
    await expect.poll(turns).toEqual(['user', 'assistant', 'user'])
  })

  it('edits, deletes and brings back a turn; what depends on it is stale', async () => {
    const first = page.getByTestId('chat-message').first()
    await first.getByRole('button', { name: 'Edit' }).click()
    await first.getByRole('textbox').fill('Changed')
    await page.keyboard.press('Escape')
    expect(await first.textContent()).toContain('First line')
    await first.getByRole('button', { name: 'Edit' }).click()
    await first.getByRole('textbox').fill('Changed')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.getByTestId('follow-up').getByRole('button', { name: 'Keep what follows' }).click()
    expect(await first.textContent()).toContain('Changed')
    await page.getByText('Answered an earlier wording').waitFor()
    await untilState(page, 1, 'stale')
    await page.getByRole('button', { name: 'Actions of message 2 of the conversation' }).click()
    await page.getByRole('menuitem', { name: 'Delete', exact: true }).click()
    await expect.poll(turns).toEqual(['user', 'user'])
    await page.getByTestId('toast').getByRole('button', { name: /Undo/ }).click()
    await expect.poll(turns).toEqual(['user', 'assistant', 'user'])
  })

  it('leaves the other row its own history', async () => {
    await page
      .getByTestId('drawer')
      .getByRole('button', { name: /Next case/ })
      .click()
    await page.getByText('Nothing was said in this case before.').waitFor()
    await page.getByTestId('composer').fill('Only here')
    await page.getByTestId('composer').press('Enter')
    await untilState(page, 2, 'done')
    expect(await turns()).toEqual(['user'])
    await page.keyboard.press('Escape')
    await page.getByTestId('drawer').waitFor({ state: 'detached' })
    expect(await page.getByTestId('case').first().textContent()).toContain('3 turns')
    expect(await page.getByTestId('case').nth(1).textContent()).toContain('1 turn')
    expect(await outputOf(page, 2).getByTestId('output-text').textContent()).toContain('Only here')
    expect(visit.complaints).toEqual([])
  })
})

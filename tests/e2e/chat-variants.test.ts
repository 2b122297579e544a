import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { barriersOf } from '../running/barriers-of.ts'
import { untilState, type WatchedPage } from '../running/browser-page.ts'
import { chooseFormat, chooseModel, keepCases, writeMessage } from '../running/playground-page.ts'
import { freshPlayground, served } from '../running/served.ts'

const on = served()
let visit: WatchedPage
freshPlayground(on, (opened) => {
  visit = opened
})

const turns = (page: Page) => page.getByTestId('chat-message').evaluateAll((items) => items.map((item) => item.getAttribute('data-role')))
const answers = (page: Page) => page.getByTestId('chat-answer')
const sent = (page: Page) => {
  const bodies: { readonly messages: readonly { readonly role: string; readonly content: string }[] }[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/chat/test')) bodies.push(request.postDataJSON() as (typeof bodies)[number])
  })
  return bodies
}
async function begin(page: Page, model: string): Promise<void> {
  await keepCases(page, 1)
  await chooseModel(page, model)
  await chooseFormat(page, 'Text')
  await page.getByTestId('mode').getByRole('button', { name: 'Chat' }).click()
}
const openConversation = async (page: Page) => {
  await page.getByRole('button', { name: 'Open the conversation of case 1' }).click()
  await page.getByTestId('composer').waitFor()
}
async function say(page: Page, text: string): Promise<void> {
  await page.getByTestId('composer').fill(text)
  await page.getByTestId('composer').press('Enter')
  await page.getByTestId('send').waitFor()
}
const focusIsIn = (page: Page, testId: string) =>
  page.evaluate((id) => {
    let element = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    return element?.closest(`[data-testid="${id}"]`) !== null
  }, testId)

describe('a conversation with two variants', () => {
  it('goes to both, and on with the answer of one; a barrier is nowhere in it', async () => {
    const { page } = visit
    const bodies = sent(page)
    await begin(page, 'demo/echo')
    await page.getByTestId('add-variant').click()
    await chooseModel(page, 'demo/messages')
    await openConversation(page)
    await say(page, 'Good morning')
    await expect.poll(() => answers(page).count()).toBe(2)
    await expect.poll(() => answers(page).first().textContent()).toContain('Good morning')
    await expect.poll(() => answers(page).nth(1).textContent()).toContain('role')
    expect(bodies.map(({ messages }) => messages.length)).toEqual([1, 1])
    await answers(page).nth(1).getByTestId('use-answer').click()
    await page.getByText('Sending adds the answer of B to the conversation first, for all variants.').waitFor()
    expect(await barriersOf(page, { rules: 'all' })).toEqual([])
    await say(page, 'And now?')
    await expect.poll(() => turns(page)).toEqual(['user', 'assistant', 'user'])
    const [, , third, fourth] = bodies
    expect(third?.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user'])
    expect(fourth?.messages).toEqual(third?.messages)
    expect(third?.messages[1]?.content).toContain('"role"')
    await page.getByTestId('chat-message').nth(1).getByRole('button', { name: 'Previous version ([)' }).click()
    await expect.poll(() => page.getByTestId('chat-message').nth(1).textContent()).toContain('Good morning')
    await expect.poll(() => page.getByTestId('next-message').textContent()).toContain('/ 131k')
    expect(visit.complaints).toEqual([])
  })
})

describe('a turn', () => {
  it('is asked for again with another model; the version that stands there is sent next', async () => {
    const { page } = visit
    const bodies = sent(page)
    await begin(page, 'demo/echo')
    await openConversation(page)
    await say(page, 'Good morning')
    await page.getByRole('button', { name: 'Add answer to the conversation' }).click()
    const second = page.getByTestId('chat-message').nth(1)
    await second.getByRole('button', { name: /^Regenerate/ }).click()
    await page.getByRole('menuitem', { name: 'With another model …' }).click()
    const search = page.getByRole('combobox', { name: 'Models' })
    await search.fill('demo/messages')
    await page.getByRole('listbox').getByRole('option').first().waitFor()
    await search.press('Enter')
    await expect.poll(() => second.textContent(), { timeout: 20_000 }).toContain('2 / 2')
    expect(await second.textContent()).toContain('by demo/messages')
    expect(await barriersOf(page, { rules: 'all' })).toEqual([])
    await second.getByRole('button', { name: 'Previous version ([)' }).click()
    await say(page, 'On')
    expect(bodies.at(-1)?.messages.map(({ content }) => content)).toEqual(['Good morning', 'Good morning', 'On'])
    expect(visit.complaints).toEqual([])
  })

  it('is edited, branched, brought back and asked for again by keyboard alone', async () => {
    const { page } = visit
    await begin(page, 'demo/echo')
    await openConversation(page)
    await page.keyboard.press('Tab')
    await page.getByTestId('composer').focus()
    await page.keyboard.type('One')
    await page.keyboard.press('Enter')
    await untilState(page, 1, 'done')
    await page.keyboard.type('Two')
    await page.keyboard.press('Enter')
    await page.getByTestId('send').waitFor()
    await expect.poll(() => turns(page)).toEqual(['user', 'assistant', 'user'])
    await page.getByTestId('chat-message').first().getByRole('button', { name: 'Edit' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('Zero')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.getByTestId('follow-up').waitFor()
    expect(await focusIsIn(page, 'follow-up')).toBe(true)
    expect(await barriersOf(page, { rules: 'all' })).toEqual([])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Branched from case 1.').waitFor()
    await expect.poll(() => turns(page)).toEqual(['user'])
    expect(await page.getByTestId('chat-message').first().textContent()).toContain('Zero')
    await expect.poll(() => focusIsIn(page, 'composer')).toBe(true)
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => page.getByTestId('case').count()).toBe(1)
    expect(visit.complaints).toEqual([])
  })
})

describe('a call of a tool', () => {
  it('is answered by hand, and the conversation goes on', async () => {
    const { page } = visit
    const bodies = sent(page)
    await begin(page, 'demo/writer')
    await writeMessage(page, 2, 'Call find_order for this ticket: {{ticket}}')
    await page.locator('[data-part="tools"]').getByRole('button', { name: 'Paste tools' }).click()
    const dialog = page.getByRole('dialog', { name: 'Paste tools' })
    const tool = { name: 'find_order', input_schema: { type: 'object', properties: { order_number: { type: 'string' } } } }
    await dialog.getByRole('textbox', { name: 'Tools, as JSON' }).fill(JSON.stringify([tool]))
    await dialog.getByRole('button', { name: 'Add 1 tool' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByTestId('run').first().click()
    await untilState(page, 1, 'done')
    await openConversation(page)
    await page.getByRole('textbox', { name: 'Result of find_order' }).fill('{"sent": "Monday"}')
    expect(await barriersOf(page, { rules: 'all' })).toEqual([])
    await page.getByRole('button', { name: /^Send results/ }).click()
    await expect.poll(() => turns(page)).toEqual(['assistant', 'tool'])
    await page.getByTestId('send').waitFor()
    expect(bodies.at(-1)?.messages.map(({ role }) => role)).toEqual(['assistant', 'tool'])
    await untilState(page, 1, 'done')
    expect(visit.complaints).toEqual([])
  })
})

describe('an answer in completion mode', () => {
  it('goes on as a chat, with all that was there', async () => {
    const { page } = visit
    await keepCases(page, 1)
    await chooseFormat(page, 'Text')
    await page.getByTestId('run').first().click()
    await untilState(page, 1, 'done')
    await page.getByTestId('case').first().getByTestId('output').click()
    await page.keyboard.press('Enter')
    await page.getByTestId('continue-as-chat').click()
    await expect.poll(() => turns(page)).toEqual(['assistant'])
    await page.getByText('This answer is in the conversation.').waitFor()
    await page.getByTestId('toast').getByRole('button', { name: /Undo/ }).click()
    await expect.poll(() => page.getByTestId('vitrine').getAttribute('data-mode')).toBe('completion')
    await untilState(page, 1, 'done')
    expect(visit.complaints).toEqual([])
  })
})

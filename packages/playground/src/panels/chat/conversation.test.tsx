import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { TICKETS } from '../../fake-bindings.ts'
import { type Drawn, fakeHost } from '../../fake-host.ts'

const host = fakeHost(1300, 800)
let fake: Drawn

beforeEach(() => {
  fake = host.draw({
    ...TICKETS,
    mode: 'chat',
    rows: [
      {
        data: { ticket: 'a', order: 'b' },
        history: [
          { role: 'user', content: 'Hi' },
          { role: 'assistant', content: 'Hello there' },
        ],
      },
      { data: { ticket: 'c' } },
    ],
  })
})
afterEach(host.clear)

const drawer = page.getByTestId('drawer')
const turn = (index: number) => drawer.getByTestId('chat-message').nth(index)
const composer = drawer.getByTestId('composer')
const history = (index = 0) =>
  (fake.state.store.get(fake.state.rows.rowAtom(fake.rowIds()[index] ?? ''))?.history ?? []).map(
    ({ role, content }) => `${role}: ${typeof content === 'string' ? content : ''}`,
  )
const openConversation = (number = 1) => page.getByRole('button', { name: `Open the conversation of case ${number}` }).click()

describe('a conversation in the grid', () => {
  it('tells how much was said and the last of it', async () => {
    await expect.element(page.getByText('2 turns', { exact: true })).toBeVisible()
    await expect.element(page.getByText('Assistant: Hello there')).toBeVisible()
    await expect.element(page.getByText('No turns yet')).toBeVisible()
  })
})

describe('a conversation', () => {
  it('says what chat mode is where nothing was said', async () => {
    await openConversation(2)
    await expect.element(drawer).toMatchTextContent('In chat mode each case is a conversation.')
  })
  it('lets the last turn be edited: nothing changes until it is saved, and undo brings it back', async () => {
    await openConversation()
    await turn(1).getByRole('button', { name: 'Edit' }).click()
    await turn(1).getByRole('textbox').fill('Good morning')
    expect(history()[1]).toBe('assistant: Hello there')
    await userEvent.keyboard('{Escape}')
    expect(history()[1]).toBe('assistant: Hello there')
    await turn(1).getByRole('button', { name: 'Edit' }).click()
    await turn(1).getByRole('textbox').fill('Good morning')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    expect(history()[1]).toBe('assistant: Good morning')
    expect(fake.asked).toEqual([])
    expect(turn(1).getByRole('button', { name: 'Edit' }).element().matches(':focus')).toBe(true)
    fake.state.undo.undo()
    await expect.element(turn(1)).toMatchTextContent('Hello there')
  })
  it('lets turns be moved, put in, spoken by another and deleted', async () => {
    await openConversation()
    const choose = async (index: number, name: string | RegExp) => {
      await turn(index)
        .getByRole('button', { name: /^Actions of message/ })
        .click()
      await page.getByRole('menuitem', { name }).click()
    }
    await choose(0, /^Move down/)
    expect(history()).toEqual(['assistant: Hello there', 'user: Hi'])
    await choose(1, 'Insert below')
    expect(history()[2]).toBe('assistant: ')
    await userEvent.keyboard('{Escape}')
    expect(history()).toHaveLength(2)
    await choose(1, 'Insert below')
    await turn(2).getByRole('textbox').fill('x')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await turn(2)
      .getByRole('button', { name: /^Role of message 3/ })
      .click()
    await page.getByRole('menuitemradio', { name: 'System' }).click()
    expect(history()[2]).toBe('system: x')
    await choose(1, 'Delete this and what follows')
    expect(history()).toEqual(['assistant: Hello there'])
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    expect(history()).toHaveLength(3)
    await choose(1, 'Delete this and what goes before')
    expect(history()).toEqual(['system: x'])
  })
  it('lets turns be moved by keys', async () => {
    await openConversation()
    turn(0).getByRole('button', { name: 'Edit' }).element().focus()
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(history()).toEqual(['assistant: Hello there', 'user: Hi'])
    expect(fake.rowIds()).toHaveLength(2)
  })
  it('sends by Enter, makes a line by Shift+Enter', async () => {
    await openConversation()
    await composer.fill('One')
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}two')
    await userEvent.keyboard('{Enter}')
    expect(history().at(-1)).toBe('user: One\ntwo')
    expect(fake.asked).toEqual([['run', fake.rowIds()[0]]])
    await expect.element(composer).toHaveValue('')
  })
  it('says why it cannot send', async () => {
    await openConversation(2)
    await composer.fill('Hello')
    await expect.element(drawer).toMatchTextContent('A value is missing: order.')
    await userEvent.keyboard('{Enter}')
    expect(history(1)).toEqual([])
    expect(fake.asked).toEqual([])
  })
  it('takes the answer in, once', async () => {
    fake.setCell(0, { state: 'done', text: 'Here you are.', finishReason: 'stop' })
    await openConversation()
    await drawer.getByRole('button', { name: 'Add answer to the conversation' }).click()
    expect(history().at(-1)).toBe('assistant: Here you are.')
    await expect.element(drawer).toMatchTextContent('This answer is in the conversation.')
    await composer.fill('Thanks')
    await userEvent.keyboard('{Enter}')
    expect(history().slice(2)).toEqual(['assistant: Here you are.', 'user: Thanks'])
  })
  it('hears the answer before it replies', async () => {
    fake.setCell(0, { state: 'done', text: 'Here you are.', finishReason: 'stop' })
    await openConversation()
    await expect.element(drawer).toMatchTextContent('Sending adds the answer above to the conversation first.')
    await composer.fill('Thanks')
    await drawer.getByTestId('send').click()
    expect(history().slice(2)).toEqual(['assistant: Here you are.', 'user: Thanks'])
  })
})

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
          { role: 'user', content: 'More' },
          { role: 'assistant', content: 'Here is more' },
        ],
      },
      { data: { ticket: 'c', order: 'd' } },
    ],
  })
})
afterEach(host.clear)

const drawer = page.getByTestId('drawer')
const turn = (index: number) => drawer.getByTestId('chat-message').nth(index)
const rowAt = (index: number) => fake.state.store.get(fake.state.rows.rowAtom(fake.rowIds()[index] ?? ''))
const history = (index = 0) => (rowAt(index)?.history ?? []).map(({ content }) => content)
const open = () => page.getByRole('button', { name: 'Open the conversation of case 1' }).click()
const editFirst = async (text: string) => {
  await turn(0).getByRole('button', { name: 'Edit' }).click()
  await turn(0).getByRole('textbox').fill(text)
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
}
const choose = (name: string) => drawer.getByTestId('follow-up').getByRole('button', { name }).click()

describe('an edit of an earlier turn', () => {
  it('asks what becomes of the turns after it, once, and keeps them marked', async () => {
    await open()
    await editFirst('Hey')
    expect(history()[0]).toBe('Hi')
    await expect.element(drawer.getByTestId('follow-up')).toBeVisible()
    await userEvent.keyboard('{Enter}')
    expect(history()).toEqual(['Hey', 'Hello there', 'More', 'Here is more'])
    await expect.element(turn(1)).toMatchTextContent('Answered an earlier wording')
    await expect.element(turn(3)).toMatchTextContent('Answered an earlier wording')
    await expect.element(turn(2)).not.toMatchTextContent('Answered an earlier wording')
    fake.state.undo.undo()
    await expect.element(turn(1)).not.toMatchTextContent('Answered an earlier wording')
    await editFirst('Ho')
    expect(history()[0]).toBe('Ho')
    await expect.element(turn(1)).toMatchTextContent('Answered an earlier wording')
  })
  it('goes back to the edit where nothing is chosen', async () => {
    await open()
    await editFirst('Hey')
    await userEvent.keyboard('{Escape}')
    await expect.element(drawer.getByTestId('follow-up')).not.toBeInTheDocument()
    await expect.element(turn(0).getByRole('textbox')).toHaveValue('Hey')
    expect(history()[0]).toBe('Hi')
  })
  it('cuts them', async () => {
    await open()
    await editFirst('Hey')
    await choose('Cut what follows')
    expect(history()).toEqual(['Hey'])
    fake.state.undo.undo()
    expect(history()).toHaveLength(4)
  })
  it('begins another case below, which says where it came from; one undo takes it away', async () => {
    await open()
    await editFirst('Hey')
    await choose('Branch into a new case')
    expect(fake.rowIds()).toHaveLength(3)
    expect([history(0).length, history(1), rowAt(1)?.data['ticket'], history(2)]).toEqual([4, ['Hey'], 'a', []])
    expect(rowAt(1)?.metadata).toEqual({ branched_from: '1' })
    await expect.element(drawer.getByRole('heading', { name: 'Case 2' })).toBeVisible()
    await expect.element(drawer.getByTestId('branched-from')).toMatchTextContent('Branched from case 1.')
    await drawer.getByRole('button', { name: 'Show case 1' }).click()
    await expect.element(drawer.getByRole('heading', { name: 'Case 1' })).toBeVisible()
    fake.state.undo.undo()
    expect(fake.rowIds()).toHaveLength(2)
    expect(history(0)[0]).toBe('Hi')
  })
  it('does as was chosen before, until another thing is chosen', async () => {
    await open()
    await drawer.getByRole('button', { name: 'Actions of this conversation' }).click()
    await page.getByRole('menuitemradio', { name: 'After an edit: cut what follows' }).click()
    await editFirst('Hey')
    expect(history()).toEqual(['Hey'])
  })
})

describe('a conversation', () => {
  const menu = async (name: string) => {
    await drawer.getByRole('button', { name: 'Actions of this conversation' }).click()
    await page.getByRole('menuitem', { name, exact: true }).click()
  }
  it('becomes a test case without its last answer', async () => {
    await open()
    await menu('Make this a test case')
    expect(history(1)).toEqual(['Hi', 'Hello there', 'More'])
    expect(rowAt(1)?.expected).toBeUndefined()
    expect(history(0)).toHaveLength(4)
  })
  it('becomes one that expects its last answer', async () => {
    await open()
    await menu('Make this a test case and expect the last answer')
    expect([history(1).length, rowAt(1)?.expected]).toEqual([3, 'Here is more'])
    fake.state.undo.undo()
    expect(fake.rowIds()).toHaveLength(2)
  })
  it('begins with an answer in completion mode, as one step', async () => {
    fake.state.undo.undo()
    fake.state.prompt.patch({ mode: 'completion' })
    fake.setCell(1, { state: 'done', text: 'A kettle.', finishReason: 'stop' })
    fake.state.store.set(fake.state.view.drawerAtom, { ...fake.outputAt(1), tab: 'output' })
    await drawer.getByTestId('continue-as-chat').click()
    expect(history(1)).toEqual(['A kettle.'])
    expect(rowAt(1)?.data['ticket']).toBe('c')
    await expect.element(turn(0)).toMatchTextContent('A kettle.')
    fake.state.undo.undo()
    expect(history(1)).toEqual([])
    expect(fake.state.store.get(fake.state.prompt.draftAtom).mode).toBe('completion')
  })
})

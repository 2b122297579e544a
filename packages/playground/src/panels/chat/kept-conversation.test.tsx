import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { TICKETS } from '../../fake-bindings.ts'
import { fakeHost } from '../../fake-host.ts'
import type { PlaygroundSnapshot } from '../../state/snapshot.ts'
import { wordingOf } from './wordings.ts'

const host = fakeHost(1300, 800)
afterEach(host.clear)

const drawer = page.getByTestId('drawer')
const turn = (index: number) => drawer.getByTestId('chat-message').nth(index)
const answer = (index: number) => drawer.getByTestId('chat-answer').nth(index)
const said = (content: string) => ({ role: 'assistant' as const, content })
const version = (content: string, model: string) => ({ message: said(content), llmConfig: { model } })

const HISTORY = [{ role: 'user' as const, content: 'Hi' }, said('Hello'), { role: 'user' as const, content: 'And?' }]
const wording = wordingOf(HISTORY.map((message, at) => ({ ...message, id: String(at) })))
const KEPT: PlaygroundSnapshot = {
  ...TICKETS,
  mode: 'chat',
  variants: [{ messages: [], llmConfig: { model: 'other' } }],
  rows: [
    {
      data: { ticket: 'a', order: 'b' },
      history: HISTORY,
      conversation: {
        turns: [{ at: 1, versions: [version('Hello', 'm'), version('Good day', 'n')], answered: 'something else' }],
        answers: [{ variant: 1, wording, versions: [version('First', 'other'), version('Second', 'other')], shown: 0 }],
        chosen: 1,
      },
    },
  ],
}

describe('a conversation that was kept', () => {
  it('has its versions and chosen answers again, and gives them out again', async () => {
    const fake = host.draw()
    fake.state.load(KEPT)
    fake.state.store.set(fake.state.view.drawerAtom, { ...fake.outputAt(0), tab: 'output' })
    await expect.element(turn(1)).toMatchTextContent('1 / 2')
    expect(turn(1).element()).toHaveAttribute('data-outdated')
    await turn(1).getByRole('button', { name: 'Next version (])' }).click()
    await expect.element(turn(1)).toMatchTextContent('Good day')
    fake.state.undo.undo()
    await expect.element(answer(1)).toMatchTextContent('First')
    await expect.element(answer(1)).toHaveAttribute('data-chosen')
    await answer(1).getByRole('button', { name: 'Next version (])' }).click()
    await expect.element(answer(1)).toMatchTextContent('Second')
    const conversation = KEPT.rows[0]?.conversation
    expect(fake.state.snapshot().rows[0]?.conversation).toEqual({
      ...conversation,
      answers: [{ ...conversation?.answers?.[0], shown: 1 }],
    })
  })
})

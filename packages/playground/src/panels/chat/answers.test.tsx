import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { TICKETS } from '../../fake-bindings.ts'
import { type Drawn, fakeHost } from '../../fake-host.ts'
import { sampleStream } from '../../execution/sample-answer.ts'
import type { Cell } from '../../state/cell.ts'
import type { PlaygroundSnapshot } from '../../state/snapshot.ts'
import { fakeChatService } from './fake-chat-service.ts'
import { sampleModel } from './sample-model.ts'

const host = fakeHost(1300, 800)
let fake: Drawn
let service: ReturnType<typeof fakeChatService>

const HI: NonNullable<PlaygroundSnapshot['rows'][number]['history']> = [{ role: 'user', content: 'Hi' }]
const MODELS = [sampleModel(), sampleModel({ id: 'openai/small', name: 'small', contextTokens: 60 })]

function open(
  options: { history?: typeof HI; variants?: readonly string[]; width?: number; streams?: readonly (readonly string[])[] } = {},
) {
  const { history = HI, variants = [], width = 1300, streams = [] } = options
  const { prompt } = TICKETS
  host.resize(width)
  service = fakeChatService(
    streams.map((pieces) => sampleStream(...pieces)),
    MODELS,
  )
  const snapshot: PlaygroundSnapshot = {
    ...TICKETS,
    mode: 'chat',
    prompt: { ...prompt, llmConfig: { model: 'openai/m', maxTokens: 100 } },
    variants: variants.map((model) => ({ messages: prompt.messages, llmConfig: { model } })),
    rows: [{ data: { ticket: 'a', order: 'b' }, history }],
  }
  fake = host.draw(snapshot, { bindings: { service: service.service } })
  fake.state.store.set(fake.state.view.drawerAtom, { ...fake.outputAt(0), tab: 'output' })
}
afterEach(host.clear)

const drawer = page.getByTestId('drawer')
const turn = (index: number) => drawer.getByTestId('chat-message').nth(index)
const answer = (index: number) => drawer.getByTestId('chat-answer').nth(index)
const composer = drawer.getByTestId('composer')
const send = drawer.getByTestId('send')
const history = () => fake.state.store.get(fake.state.rows.rowAtom(fake.rowIds()[0] ?? ''))?.history ?? []
const said = () => history().map(({ content }) => content)
const answerWith = (variant: number, part: Partial<Cell>) => {
  const variantId = fake.state.store.get(fake.state.prompt.variants.idsAtom)[variant] ?? ''
  fake.state.execution.setCell({ rowId: fake.rowIds()[0] ?? '', variantId }, (cell) => ({ ...cell, runId: 'r', state: 'done', ...part }))
}
const call = (id: string, name = 'look_up') => ({ id, type: 'function', function: { name, arguments: '{"q":1}' } }) as const

describe('answers of several variants', () => {
  it('stand side by side, and that of A goes along unless another is chosen, also at the next turn', async () => {
    open({ variants: ['openai/m'] })
    answerWith(0, { text: 'From A' })
    answerWith(1, { text: 'From B' })
    await expect.element(answer(0)).toMatchTextContent('From A')
    await expect.element(answer(1)).toMatchTextContent('From B')
    await expect.element(drawer.getByTestId('answers')).toHaveAttribute('data-form', 'columns')
    await expect.element(send).toMatchTextContent('Send to all 2 variants')
    await expect.element(drawer).toMatchTextContent('Sending adds the answer of A to the conversation first, for all variants.')
    await answer(1).getByTestId('use-answer').click()
    await expect.element(drawer).toMatchTextContent('Sending adds the answer of B to the conversation first, for all variants.')
    await composer.fill('Thanks')
    await userEvent.keyboard('{Enter}')
    expect(said()).toEqual(['Hi', 'From B', 'Thanks'])
    expect(fake.asked).toEqual([['run', fake.rowIds()[0]]])
    answerWith(0, { text: 'A again' })
    await expect.element(answer(1).getByTestId('use-answer').or(drawer.getByText('of B to'))).toBeInTheDocument()
  })
  it('become versions of one turn', async () => {
    open({ variants: ['openai/m'] })
    answerWith(0, { text: 'From A' })
    answerWith(1, { text: 'From B' })
    await answer(0).getByRole('button', { name: 'Add answer to the conversation' }).click()
    await expect.element(drawer).toMatchTextContent('One of these answers is in the conversation')
    expect(said()).toEqual(['Hi', 'From A'])
    await expect.element(turn(1)).toMatchTextContent('1 / 2')
    await turn(1).getByRole('button', { name: 'Next version (])' }).click()
    expect(said()).toEqual(['Hi', 'From B'])
    turn(1).getByRole('button', { name: 'Edit' }).element().focus()
    await userEvent.keyboard('[[')
    expect(said()).toEqual(['Hi', 'From A'])
    fake.state.undo.undo()
    await expect.element(turn(1)).toMatchTextContent('2 / 2')
  })
  it('stand behind tabs where there is no room', async () => {
    open({ variants: ['openai/m', 'openai/small'], width: 390 })
    answerWith(0, { text: 'From A' })
    answerWith(1, { text: 'From B' })
    await expect.element(drawer.getByTestId('answers')).toHaveAttribute('data-form', 'tabs')
    await expect.element(answer(0)).toMatchTextContent('From A')
    await drawer.getByTestId('answers').getByRole('tab').nth(1).click()
    await expect.element(answer(0)).toMatchTextContent('From B')
  })
  it('are not waited for where the chosen one has none', async () => {
    open({ variants: ['openai/m'] })
    answerWith(0, { state: 'failed', failure: { code: 'provider_error', message: 'No.' } })
    answerWith(1, { text: 'From B' })
    await expect.element(drawer).toMatchTextContent('A has no answer to go on with')
  })
})

describe('regenerating', () => {
  const LONG: typeof HI = [
    { role: 'user', content: 'Hi' },
    { role: 'assistant', content: 'Hello' },
    { role: 'user', content: 'More' },
  ]
  it('asks with what stands before the turn, keeps the versions, and what follows as was chosen', async () => {
    open({ history: LONG, streams: [['New ', 'hello']] })
    await turn(1).getByRole('button', { name: 'Regenerate message 2 of the conversation' }).click()
    await page.getByRole('menuitem', { name: 'With the current settings (openai/m)' }).click()
    await drawer.getByTestId('follow-up').getByRole('button', { name: 'Keep what follows' }).click()
    await expect.element(turn(1)).toMatchTextContent('New hello')
    expect(said()).toEqual(['Hi', 'New hello', 'More'])
    expect(service.asked.map(({ messages }) => messages)).toEqual([[{ role: 'user', content: 'Hi' }]])
    await expect.element(turn(1)).toMatchTextContent('2 / 2')
    await expect.element(turn(1)).toMatchTextContent('by openai/m')
    await expect.element(turn(1)).not.toMatchTextContent('Answered an earlier wording')
    await turn(1).getByRole('button', { name: 'Previous version ([)' }).click()
    expect(said()).toEqual(['Hi', 'Hello', 'More'])
  })
  it('asks another model, and then can ask with the same settings', async () => {
    open({ history: LONG.slice(0, 2), streams: [['Small hello'], ['Again']] })
    await turn(1)
      .getByRole('button', { name: /^Regenerate/ })
      .click()
    await expect
      .element(page.getByRole('menuitem', { name: 'The settings of this answer are not known' }))
      .toHaveAttribute('aria-disabled', 'true')
    await page.getByRole('menuitem', { name: 'With another model …' }).click()
    await page.getByRole('option', { name: /small/ }).click()
    await expect.element(turn(1)).toMatchTextContent('Small hello')
    await turn(1)
      .getByRole('button', { name: /^Regenerate/ })
      .click()
    await page.getByRole('menuitem', { name: 'With the settings of this answer (openai/small)' }).click()
    await expect.element(turn(1)).toMatchTextContent('3 / 3')
    expect(service.asked.map(({ ag_config }) => ag_config.prompt.llm_config.model)).toEqual(['openai/small', 'openai/small'])
  })
  it('says why nothing came, and changes nothing', async () => {
    open({ history: LONG.slice(0, 2), streams: [] })
    service.service.client.run = async function* () {
      yield { type: 'failure', failure: { code: 'unreachable', message: 'Nobody there.' } }
    }
    await turn(1)
      .getByRole('button', { name: /^Regenerate/ })
      .click()
    await page.getByRole('menuitem', { name: /^With the current settings/ }).click()
    await expect.element(turn(1)).toMatchTextContent('openai/m did not answer.')
    expect(said()).toEqual(['Hi', 'Hello'])
    await turn(1).getByRole('button', { name: 'Dismiss' }).click()
    await expect.element(turn(1)).not.toMatchTextContent('did not answer')
  })
  it('makes versions of an answer that is not in the conversation yet; the chosen one goes along', async () => {
    open({ streams: [['Second']] })
    answerWith(0, { text: 'First' })
    await answer(0)
      .getByRole('button', { name: /^Regenerate/ })
      .click()
    await page.getByRole('menuitem', { name: /^With the current settings/ }).click()
    await expect.element(answer(0)).toMatchTextContent('2 / 2')
    await expect.element(answer(0)).toMatchTextContent('Second')
    answer(0)
      .getByRole('button', { name: /^Regenerate/ })
      .element()
      .focus()
    await userEvent.keyboard('[[')
    await expect.element(answer(0)).toMatchTextContent('First')
    await userEvent.keyboard(']')
    await composer.fill('Go on')
    await userEvent.keyboard('{Enter}')
    expect(said()).toEqual(['Hi', 'Second', 'Go on'])
    await expect.element(turn(1)).toMatchTextContent('2 / 2')
  })
})

describe('calls of tools', () => {
  it('wait for results by hand, and go on with them', async () => {
    open()
    answerWith(0, { toolCalls: [call('a'), call('b', 'add')], finishReason: 'tool-calls' })
    await expect.element(send).toMatchTextContent('Send results')
    await drawer.getByRole('textbox', { name: 'Result of look_up' }).fill('{"found":1}')
    await expect.element(send).toHaveAttribute('title', 'Write a result of add first.')
    await drawer.getByRole('textbox', { name: 'Result of add' }).fill('2')
    await send.click()
    expect(history().map(({ role, toolCallId, content }) => [role, toolCallId, content])).toEqual([
      ['user', undefined, 'Hi'],
      ['assistant', undefined, null],
      ['tool', 'a', '{"found":1}'],
      ['tool', 'b', '2'],
    ])
    expect(fake.asked).toHaveLength(1)
    await expect.element(turn(2)).toMatchTextContent('Result of look_up')
    await turn(2).getByRole('button', { name: 'Edit' }).click()
    await turn(2).getByRole('textbox').fill('{"found":2}')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await drawer.getByTestId('follow-up').getByRole('button', { name: 'Keep what follows' }).click()
    expect(history()[2]).toMatchObject({ content: '{"found":2}', toolCallId: 'a' })
  })
  it('that were answered on the way become turns with their results', async () => {
    open()
    const part = { index: 0, kind: 'tool-call', text: '{"q":1}', id: 'a', name: 'look_up', result: '42' } as const
    answerWith(0, { text: 'It is 42.', message: { role: 'assistant', content: 'It is 42.' }, parts: [part] })
    await answer(0).getByRole('button', { name: 'Add answer to the conversation' }).click()
    expect(history().map(({ role }) => role)).toEqual(['user', 'assistant', 'tool', 'assistant'])
    await expect.element(drawer).toMatchTextContent('This answer is in the conversation.')
  })
  it('without a result in the middle are told of, and can get one', async () => {
    open({
      history: [
        { role: 'assistant', content: null, toolCalls: [call('a')] },
        { role: 'user', content: 'Well?' },
      ],
    })
    await expect.element(turn(0)).toMatchTextContent('look_up has no result in this conversation.')
    await turn(0).getByRole('button', { name: 'Add a result of look_up' }).click()
    await turn(1).getByRole('textbox').fill('7')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    expect(history()[1]).toMatchObject({ role: 'tool', toolCallId: 'a', content: '7' })
    await expect.element(turn(0)).not.toMatchTextContent('has no result')
  })
})

describe('before sending', () => {
  it('tells the price and how much of the context is taken', async () => {
    open()
    await expect.element(drawer.getByTestId('next-message')).toMatchTextContent('/ 100k')
    await expect.element(drawer.getByTestId('next-message')).toMatchTextContent('100 out')
    await expect.element(drawer.getByRole('progressbar', { name: 'Context of the next message' })).toBeInTheDocument()
  })
  it('refuses what cannot fit, and says why', async () => {
    open({ variants: ['openai/small'] })
    await composer.fill('word '.repeat(200))
    await expect.element(drawer.getByTestId('next-message')).toHaveAttribute('data-fits', 'no')
    await expect.element(send).toHaveAttribute('aria-disabled', 'true')
    await expect.element(drawer).toMatchTextContent('of openai/small. Delete messages or choose another model.')
    await userEvent.keyboard('{Enter}')
    expect(fake.asked).toEqual([])
  })
  it('says what of another provider’s turns is not carried', async () => {
    const native = { dialect: 'anthropic', items: [{ type: 'thinking', thinking: 'Hm', signature: 's' }] }
    open({ history: [...HI, { role: 'assistant', content: 'A', native }, { role: 'user', content: 'B' }] })
    fake.state.prompt.patch({ llmConfig: { model: 'openai/m', api: 'chat' } })
    await expect.element(drawer).toMatchTextContent('openai/m cannot be given everything that was said.')
    await expect.element(drawer).toMatchTextContent('The signed or encrypted thoughts of 1 answer by anthropic are not sent.')
  })
  it('says what was not carried, once it is sent', async () => {
    open()
    const dropped = [{ name: 'messages[1].native', reason: 'written by another API' }]
    answerWith(0, { text: 'A', model: 'openai/m', settings: { sent: {}, dropped, changed: [] } })
    await expect.element(answer(0)).toMatchTextContent('Not sent to openai/m with this answer')
    await expect.element(answer(0)).toMatchTextContent('written by another API')
  })
})

import type { TokenLogprob } from '@vitrine/contracts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type Drawn, fakeHost } from '../../../fake-host.ts'
import type { Cell } from '../../../state/cell.ts'

const host = fakeHost(1300, 800)
let fake: Drawn

beforeEach(() => {
  fake = host.draw()
})
afterEach(host.clear)

const drawer = page.getByTestId('drawer')
const panel = drawer.getByTestId('drawer-panel')
const option = (name: RegExp | string) => panel.getByRole('option', { name })
const focused = () => host.active()?.getAttribute('aria-label') ?? ''
const open = () => fake.state.store.set(fake.state.view.drawerAtom, { ...fake.outputAt(0), tab: 'logprobs' })
const of = (token: string, share: number, others: Readonly<Record<string, number>> = {}): TokenLogprob => ({
  token,
  logprob: Math.log(share),
  top: [{ token, logprob: Math.log(share) }, ...Object.entries(others).map(([text, p]) => ({ token: text, logprob: Math.log(p) }))],
})
const asked = { url: '', body: { ag_config: { prompt: { llm_config: { model: 'demo/writer', logprobs: true } } } } }
const notAsked = { url: '', body: { ag_config: { prompt: { llm_config: { model: 'demo/writer' } } } } }
const done = (tokens: readonly TokenLogprob[], part: Partial<Cell> = {}): Partial<Cell> => ({
  state: 'done',
  text: tokens.map(({ token }) => token).join(''),
  logprobs: [{ index: 0, tokens }],
  request: asked,
  provenance: null,
  ...part,
})
const ANSWER = [of('I', 0.97), of(' am', 0.45, { "'m": 0.4 }), of(' sorry', 0.9), of('.', 0.99), of('\n', 0.85), of('Bye', 0.3)]

describe('the logprobs tab', () => {
  it('draws each token in the band of its probability, with a sign for what nobody sees', async () => {
    fake.setCell(0, done(ANSWER))
    open()
    await expect.element(panel).toHaveAttribute('data-tab', 'logprobs')
    await expect.element(option(' am')).toHaveAttribute('data-band', '3')
    await expect.element(option(' sorry')).toHaveAttribute('data-band', '1')
    await expect.element(option('↵')).toHaveAttribute('data-band', '1')
    const line = getComputedStyle(option(' am').element())
    expect([line.borderBlockEndWidth, line.borderBlockEndStyle]).toEqual(['3px', 'solid'])
    await expect.element(panel).toMatchTextContent(/Sum -2\.\d+, mean -0\.\d+, perplexity 1\.\d+, over 6 tokens/)
  })

  it('tells what else was considered, for the token that is pointed at and for the one that keys reach', async () => {
    fake.setCell(0, done(ANSWER))
    open()
    const details = panel.getByRole('table', { name: 'Considered here' })
    await expect.element(panel).toMatchTextContent('Point at a token')
    await option(' am').hover()
    await expect.element(details).toMatchTextContent(/␣am written45%'m40%All others15%/)
    await option(/^I, /).click()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    await expect.poll(focused).toMatch('␣sorry, 90%, token 3 of 6')
    await panel.getByRole('heading', { name: 'Least sure' }).hover()
    await expect.element(panel).toMatchTextContent(/Token 3 of 6, after I␣am/)
    await userEvent.keyboard('{End}')
    await expect.poll(focused).toMatch(/token 6 of 6/)
    await userEvent.keyboard('{ArrowUp}')
    await expect.poll(focused).toMatch(/token 2 of 6/)
    await userEvent.keyboard('{ArrowDown}')
    await expect.poll(focused).toMatch(/token 6 of 6/)
    await expect.element(drawer.getByRole('heading', { name: 'Case 1' })).toBeVisible()
  })

  it('jumps to where the model hesitated most', async () => {
    fake.setCell(0, done(ANSWER))
    open()
    await panel.getByRole('button', { name: 'Bye 30% go to token 6' }).click()
    await expect.poll(focused).toMatch('Bye, 30%, token 6 of 6')
  })

  it('goes the way that the text is read', async () => {
    fake.setCell(0, done([of('مرحبا', 0.9), of(' بك', 0.6), of(' هنا', 0.97)]))
    open()
    await option(/token 1 of 3/).click()
    await userEvent.keyboard('{ArrowLeft}')
    await expect.poll(focused).toMatch(/token 2 of 3/)
    await userEvent.keyboard('{ArrowRight}')
    await expect.poll(focused).toMatch(/token 1 of 3/)
  })

  it('puts a character together that was cut in two', async () => {
    fake.setCell(0, done([of('Hi', 0.99), of('bytes: \\xf0\\x9f', 0.6), of('bytes:\\x8e\\x89', 0.99)]))
    open()
    await option('20 F0 9F').click()
    await expect.element(panel).toMatchTextContent(/the bytes 20 F0 9F.*With its neighbours it is 🎉/)
  })

  it('gives the same as a table, and leads back from it', async () => {
    fake.setCell(0, done(Array.from({ length: 130 }, (_, at) => of(`w${at} `, 0.9, { x: 0.05 }))))
    open()
    await panel.getByRole('button', { name: 'Table' }).click()
    await expect.element(panel.getByRole('row')).toHaveLength(101)
    await panel.getByRole('button', { name: 'Later tokens' }).click()
    await expect.element(panel.getByRole('status')).toMatchTextContent('101 to 130 of 130')
    await expect.element(panel.getByRole('row', { name: /w129␣/ })).toMatchTextContent(/w129␣90%-0\.105x: 5%/)
    await panel.getByRole('button', { name: '130, show it in the heat map' }).click()
    await expect.poll(focused).toMatch(/token 130 of 130/)
  })

  it('draws twenty thousand tokens a few at a time, and reaches the last of them', async () => {
    fake.setCell(
      0,
      done(Array.from({ length: 20_000 }, (_, at) => of(at % 12 === 11 ? `w${at}.\n` : ` w${at}`, at === 19_998 ? 0.01 : 0.99))),
    )
    open()
    await expect.element(panel.getByRole('listbox')).toBeVisible()
    const drawn = () => panel.element().querySelectorAll('[role="option"]').length
    expect(drawn()).toBeLessThan(2_500)
    await panel.getByRole('button', { name: /go to token 19999$/ }).click()
    await expect.poll(focused).toMatch(/token 19999 of 20000/)
    await expect.element(option(/token 19999 of 20000/)).toBeInViewport()
    expect(drawn()).toBeLessThan(2_500)
  })

  it('asks for them at one press, and offers the run', async () => {
    fake.setCell(0, { state: 'done', text: 'Hi', request: notAsked })
    open()
    await panel.getByRole('button', { name: 'Ask for them' }).click()
    expect(fake.state.store.get(fake.state.prompt.draftAtom).llmConfig).toMatchObject({ logprobs: true, topLogprobs: 5 })
    await panel.getByRole('button', { name: 'Run this case' }).click()
    expect(fake.asked).toEqual([['run', fake.rowIds()[0]]])
  })

  it('says why there are none', async () => {
    const dropped = { sent: {}, changed: [], dropped: [{ name: 'logprobs', reason: 'not taken while thinking' }] }
    fake.setCell(0, done([], { text: 'Hi', settings: dropped }))
    open()
    await expect.element(panel).toMatchTextContent('The setting was not sent to the provider: not taken while thinking')
    fake.setCell(0, done([], { text: 'Hi', settings: null }))
    await expect.element(panel).toMatchTextContent('The provider was asked for them and sent none.')
    fake.setCell(0, done([], { text: '', state: 'failed', failure: { code: 'provider_error', message: 'It broke.' } }))
    await expect.element(panel).toMatchTextContent('The run failed before any token came.')
    await expect.element(panel.getByTestId('error-notice')).toHaveAttribute('data-code', 'provider_error')
  })

  it('keeps what came before a run broke off', async () => {
    fake.setCell(0, done(ANSWER, { state: 'stopped' }))
    open()
    await expect.element(panel).toMatchTextContent('These came before the run broke off.')
    await expect.element(option(' am')).toBeVisible()
  })
})

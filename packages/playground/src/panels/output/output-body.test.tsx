import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { type Drawn, fakeHost } from '../../fake-host.ts'
import type { Cell } from '../../state/cell.ts'

const host = fakeHost(1300)
let fake: Drawn

beforeEach(() => {
  fake = host.draw()
})
afterEach(host.clear)

const output = page.getByTestId('output').first()
const status = output.getByTestId('output-status')
const show = (part: Partial<Cell>) => fake.setCell(0, part)
const times = { sentMs: 10, firstEventMs: 20, firstTokenMs: 254, endMs: 1110 }
const done: Partial<Cell> = {
  state: 'done',
  text: 'I am sorry.',
  finishReason: 'stop',
  times,
  usage: { inputTokens: 264, outputTokens: 40, totalTokens: 304, source: 'provider' },
  cost: { totalUsd: 0.000064, source: 'table', priceDate: '2026-11-01' },
}

describe('an output', () => {
  it('that was not run says what Run would do, and does it', async () => {
    await expect.element(status).toMatchTextContent('Ready')
    await output.getByRole('button', { name: 'Run' }).first().click()
    expect(fake.asked).toEqual([['run', fake.rowIds()[0], fake.rowIds()[1]]])
  })
  it('that waits tells its place and can be taken out', async () => {
    show({ state: 'queued', queuePosition: 2 })
    await expect.element(status).toMatchTextContent('Queued 2nd')
    await output.getByRole('button', { name: 'Remove' }).click()
    expect(fake.asked).toEqual([['stop', fake.rowIds()[0]]])
  })
  it('that connects shows for how long', async () => {
    show({ state: 'connecting', times: { ...times, firstEventMs: null, firstTokenMs: null, endMs: null } })
    await expect.element(status).toMatchTextContent(/Waiting for provider.*\d+(ms|\.\ds)/)
  })
  it('that streams shows the end of its text and estimates', async () => {
    show({ state: 'streaming', text: `${'word '.repeat(400)}the very end`, estimatedOutputTokens: 43, times: { ...times, endMs: null } })
    await expect.element(output.getByTestId('output-text')).toMatchTextContent(/the very end$/)
    await expect.element(output.getByTestId('byline')).toMatchTextContent('≈ 43 out')
    await expect.element(status).toMatchTextContent('43 tokens')
  })
  it('that is tried again counts down', async () => {
    show({ state: 'retrying', retry: { attempt: 2, of: 4, waitMs: 60_000, untilMs: performance.now() + 60_000, reason: '429' } })
    await expect.element(status).toMatchTextContent(/429, retry 2\/4 in \d+ s/)
  })
  it('that is done carries its figures', async () => {
    show(done)
    await expect.element(status).toMatchTextContent('Done')
    await expect.element(output.getByTestId('output-text')).toMatchTextContent('I am sorry.')
    await expect.element(output.getByTestId('byline')).toMatchTextContent('TTFT 244ms1.1s264 in40 out0 think47 tk/s$0.000064')
  })
  it('that was cut off offers a larger limit and runs again with it', async () => {
    show({ ...done, finishReason: 'length' })
    await expect.element(output).toMatchTextContent('Stopped at max_tokens 100.')
    await output.getByRole('button', { name: 'Raise to 200 and rerun' }).click()
    expect(fake.state.store.get(fake.state.prompt.draftAtom).llmConfig.maxTokens).toBe(200)
    expect(fake.asked).toEqual([['run', fake.rowIds()[0]]])
  })
  it('without text says so, with the reason', async () => {
    show({ ...done, text: '', finishReason: 'content-filter' })
    await expect.element(output).toMatchTextContent('The provider returned no text (finish: content-filter).')
  })
  it('that was refused, or asks for a call, shows that', async () => {
    show({ ...done, text: '', refusal: 'I cannot help with that.' })
    await expect.element(output).toMatchTextContent('Refused I cannot help with that.')
    const call = { id: 'c', type: 'function' as const, function: { name: 'lookup', arguments: '{"id":1}' } }
    show({ ...done, text: '', toolCalls: [call] })
    await expect.element(output.getByRole('list', { name: 'Calls' })).toMatchTextContent('lookup({"id":1})')
  })
  it('that was stopped keeps what came', async () => {
    show({ ...done, state: 'stopped' })
    await expect.element(status).toMatchTextContent('Stopped by you at 40 tokens')
    await expect.element(output.getByTestId('output-text')).toMatchTextContent('I am sorry.')
    await output.getByRole('button', { name: 'Rerun' }).click()
    expect(fake.asked).toEqual([['run', fake.rowIds()[0]]])
  })
})

describe('an output that is not whole', () => {
  const request = { url: '', body: { ag_config: { prompt: { messages: [], llm_config: { model: 'demo/writer' } } }, inputs: {} } }
  const going: unknown[][] = []
  const remount = () => {
    going.length = 0
    const bindings = {
      continueAnswer: async (place: object) => void going.push(['continue', place]),
      retryNow: (place: object) => void going.push(['retry', place]),
    }
    fake = host.draw(undefined, { bindings })
  }
  it.each([
    ['stopped', { state: 'stopped' }],
    ['cut off', { state: 'done', finishReason: 'length' }],
    ['broken off', { state: 'failed', failure: { code: 'interrupted', message: 'The stream ended too early.' } }],
  ] as const)('because it was %s goes on at a click', async (_why, part) => {
    remount()
    show({ ...done, ...part, request })
    await output.getByRole('button', { name: 'Continue' }).click()
    expect(going).toEqual([['continue', { ...fake.outputAt(0), repetition: 0 }]])
  })
  it('offers nothing to go on with where there is nothing', async () => {
    remount()
    show({ ...done, state: 'stopped', text: '', request })
    await expect.element(output.getByRole('button', { name: 'Rerun' })).toBeVisible()
    await expect.element(output.getByRole('button', { name: 'Continue' })).not.toBeInTheDocument()
  })
  it('says that it was continued, and shows what was there while it waits for more', async () => {
    const continued = { request, usage: null, cost: null }
    show({ ...done, continued })
    await expect.element(output).toMatchTextContent(/I am sorry\..*Continued/)
    show({ ...done, state: 'queued', queuePosition: 1, continued })
    await expect.element(output).toMatchTextContent(/I am sorry\./)
  })
  it('waits no longer for its next try than somebody wants to, and counts all tries', async () => {
    remount()
    const retry = { attempt: 2, of: 4, waitMs: 60_000, untilMs: performance.now() + 60_000, reason: '429' }
    show({ state: 'retrying', triesBefore: 3, retry })
    await expect.element(status).toMatchTextContent(/429, retry 5\/7/)
    await output.getByRole('button', { name: 'Retry now' }).click()
    expect(going).toEqual([['retry', { ...fake.outputAt(0), repetition: 0 }]])
  })
})

describe('a failed output', () => {
  it('says the cause, the words of the provider and the time, and runs again', async () => {
    const meta = { provider_status: 500, provider_code: 'server_error', provider_message: 'Sorry about that!', attempts: 4 }
    show({ state: 'failed', failure: { code: 'provider_error', message: 'The provider failed.', meta }, times })
    await expect.element(status).toMatchTextContent('The provider failed after 4 attempts1.1s')
    await expect.element(output.getByTestId('error-notice')).toHaveAttribute('data-code', 'provider_error')
    await expect.element(output).toMatchTextContent('500 server_error · Sorry about that!')
    await output.getByRole('button', { name: 'Rerun' }).click()
    expect(fake.asked).toEqual([['run', fake.rowIds()[0]]])
  })
  it('keeps the text that came before it broke', async () => {
    show({ state: 'failed', text: 'The first half', failure: { code: 'interrupted', message: 'The stream ended too early.' } })
    await expect.element(output.getByTestId('output-text')).toMatchTextContent('The first half')
  })
  it('without a key goes to the demo model at a click', async () => {
    fake.state.prompt.patch({ llmConfig: { model: 'openai/gpt-4o' } })
    show({ state: 'failed', failure: { code: 'secret_missing', message: 'There is no key for openai.' } })
    await output.getByRole('button', { name: 'Use demo' }).click()
    expect(fake.state.store.get(fake.state.prompt.draftAtom).llmConfig.model).toBe('demo/writer')
    expect(fake.asked).toEqual([['run', fake.rowIds()[0]]])
  })
  it('that never reached the service tells what to check', async () => {
    show({ state: 'failed', failure: { code: 'unreachable', message: 'The browser could not reach localhost.' } })
    await output.getByRole('button', { name: 'What to do' }).click()
    await expect.element(page.getByRole('dialog', { name: 'What to do' })).toMatchTextContent('VITRINE_CORS_ORIGINS')
  })
  it('draws words of others as text', async () => {
    show({ state: 'failed', failure: { code: 'brand_new', message: '<img src=x onerror=alert(1)>' } })
    await expect.element(status).toMatchTextContent('This failed (brand_new)')
    await expect.element(output).toMatchTextContent('<img src=x onerror=alert(1)>')
  })
})

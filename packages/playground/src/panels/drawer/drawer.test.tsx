import type { SpanNode, WireAttempt } from '@vitrine/contracts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type Drawn, fakeHost } from '../../fake-host.ts'
import type { Cell } from '../../state/cell.ts'
import type { DrawerTab } from '../../state/view-state.ts'

const host = fakeHost(1300, 800)
let fake: Drawn

beforeEach(() => {
  fake = host.draw()
})
afterEach(host.clear)

const drawer = page.getByTestId('drawer')
const open = (tab: DrawerTab, index = 0) => fake.state.store.set(fake.state.view.drawerAtom, { ...fake.outputAt(index), tab })
const delta = (content: string) => JSON.stringify({ choices: [{ delta: { content }, finish_reason: null }] })
const attempt: WireAttempt = {
  attempt: 1,
  request: {
    method: 'POST',
    url: 'https://api.example.org/v1/chat/completions',
    headers: { authorization: '***' },
    body: JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'Ticket: The kettle is cracked. Order: A-1' }] }),
  },
  response: { status: 200, headers: { 'content-type': 'text/event-stream' } },
  events: [...Array.from({ length: 40 }, (_, at) => ({ atMs: 30 + at, data: delta('x') })), { atMs: 80, data: '[DONE]' }],
  times: { queued: 1, connected: 5, firstByte: 20, firstToken: 30, end: 80 },
}
const span = (id: string, parent: string | null, name: string): SpanNode => ({
  trace_id: 'a'.repeat(32),
  span_id: id,
  ...(parent === null ? {} : { parent_span_id: parent }),
  name,
  kind: 'internal',
  time: { start: '2026-11-21T14:00:00.000Z', end: '2026-11-21T14:00:00.080Z' },
  status: { code: 'OK' },
  metrics: { acc: { duration: { total: 80 }, costs: { total: null, source: 'unknown' }, tokens: { total: null } } },
  attributes: { 'gen_ai.request.model': 'm' },
})
const done: Partial<Cell> = {
  state: 'done',
  text: 'I am sorry.',
  finishReason: 'stop',
  times: { sentMs: 10, firstEventMs: 20, firstTokenMs: 45, endMs: 100 },
  usage: { inputTokens: 264, outputTokens: 40, totalTokens: 304, reasoningTokens: 12, source: 'provider' },
  cost: { totalUsd: 0.5, source: 'gateway' },
  request: {
    url: '/services/completion/test',
    body: {
      ag_config: {
        prompt: {
          messages: [{ role: 'user', content: 'Ticket: {{ticket}} Order: {{order}}' }],
          template_format: 'curly',
          llm_config: { model: 'm' },
        },
      },
      inputs: { ticket: 'The kettle is cracked.', order: 'A-1' },
    },
  },
  wire: [attempt],
  tree: [span('s1', null, 'POST /services/completion/test'), span('s2', 's1', 'chat m')],
  traceId: 'a'.repeat(32),
  spanId: 's1',
  settings: { sent: { model: 'm' }, dropped: [{ name: 'temperature', reason: 'thinking is on' }], changed: [] },
  provenance: null,
}

describe('the drawer', () => {
  it('says that nothing ran, and runs it', async () => {
    open('trace')
    await expect.element(drawer).toMatchTextContent('Not run yet.')
    await drawer.getByRole('button', { name: 'Run this case' }).click()
    expect(fake.asked).toEqual([['run', fake.rowIds()[0]]])
  })
  it('says which value is missing', async () => {
    open('output', 2)
    await expect.element(drawer).toMatchTextContent('A value is missing: order.')
  })
  it('goes to the next case and back by keys and buttons, and stays on its tab', async () => {
    open('cost')
    await drawer.getByRole('tab', { name: 'Cost' }).click()
    await userEvent.keyboard('j')
    await expect.element(drawer.getByRole('heading', { name: 'Case 2' })).toBeVisible()
    await userEvent.keyboard('{ArrowUp}')
    await expect.element(drawer.getByRole('heading', { name: 'Case 1' })).toBeVisible()
    await drawer.getByRole('button', { name: 'Next case (J)' }).click()
    await expect.element(drawer.getByRole('heading', { name: 'Case 2' })).toBeVisible()
    await expect.element(drawer.getByTestId('drawer-panel')).toHaveAttribute('data-tab', 'cost')
  })
  it('closes', async () => {
    open('output')
    await drawer.getByRole('button', { name: 'Close (Esc)' }).click()
    await expect.element(drawer).not.toBeInTheDocument()
  })
  it('shows a failure in every tab, and the error as it came in the wire', async () => {
    fake.setCell(0, {
      ...done,
      state: 'failed',
      usage: null,
      failure: { code: 'provider_error', message: 'The provider failed.', raw: { detail: { code: 'provider_error', odd: 'raw words' } } },
    })
    for (const tab of ['output', 'prompt', 'trace', 'cost', 'wire'] as const) {
      open(tab)
      await expect.element(drawer.getByTestId('error-notice')).toHaveAttribute('data-code', 'provider_error')
    }
    await expect.element(drawer.getByRole('group', { name: 'The error as it came' })).toMatchTextContent('raw words')
  })
})

describe('the output tab', () => {
  it('shows thoughts apart, closed once the answer is there', async () => {
    fake.setCell(0, { ...done, thinking: 'Let me see.' })
    open('output')
    await expect.element(drawer).toMatchTextContent('I am sorry.')
    const thoughts = drawer.getByTestId('thinking')
    await expect.element(thoughts).not.toMatchTextContent('Let me see.')
    await thoughts.getByRole('button', { name: /^Thinking/ }).click()
    await expect.element(thoughts).toMatchTextContent('Let me see.')
  })
  it('shows JSON as a tree, laid out, and as it came', async () => {
    fake.setCell(0, { ...done, text: '{"a":{"b":[1,2]}}' })
    open('output')
    await expect.element(drawer.getByRole('list', { name: 'The answer as JSON' })).toMatchTextContent('2 items')
    await drawer.getByRole('button', { name: 'JSON', exact: true }).click()
    await expect.element(drawer.getByRole('group', { name: 'The answer as JSON' })).toMatchTextContent('{"a": {"b": [1, 2]}}')
    await drawer.getByRole('button', { name: 'Raw', exact: true }).click()
    await expect.element(drawer).toMatchTextContent('{"a":{"b":[1,2]}}')
  })
  it('holds the answer to the schema that was asked for', async () => {
    const body = JSON.stringify({
      response_format: { type: 'json_schema', json_schema: { name: 'triage', schema: { properties: { urgency: { type: 'integer' } } } } },
    })
    const wire = [{ ...attempt, request: { ...attempt.request, body } }]
    fake.setCell(0, { ...done, wire, text: '{"urgency": "high"}' })
    open('output')
    await expect.element(drawer.getByTestId('error-notice')).toMatchTextContent('$.urgency: expected type integer, got "high"')
    fake.setCell(0, { ...done, wire, text: '{"urgency": 2}' })
    await expect.element(drawer).toMatchTextContent('The answer matches the schema triage.')
  })
  it('is not held up by a schema whose pattern would never come to an end', async () => {
    const schema = { properties: { code: { type: 'string', pattern: '^(a+)+$' } } }
    const body = JSON.stringify({ response_format: { type: 'json_schema', json_schema: { name: 'codes', schema } } })
    const wire = [{ ...attempt, request: { ...attempt.request, body } }]
    fake.setCell(0, { ...done, wire, text: JSON.stringify({ code: `${'a'.repeat(40)}!` }) })
    open('output')
    await expect.element(drawer.getByTestId('error-notice')).toMatchTextContent('$.code: expected text like ^(a+)+$')
  })
  it('shows a call with its arguments, also broken ones', async () => {
    fake.setCell(0, {
      ...done,
      text: '',
      toolCalls: [{ id: 'c1', type: 'function', function: { name: 'look_up', arguments: '{"order": "A' } }],
    })
    open('output')
    await expect.element(drawer.getByRole('region', { name: 'Calls look_up' })).toMatchTextContent(/no complete JSON.*\{"order": "A/)
  })
})

describe('the prompt tab', () => {
  it('marks the values, and says what the provider was sent and what was left out', async () => {
    fake.setCell(0, done)
    open('prompt')
    await expect.element(drawer.getByTitle('ticket')).toMatchTextContent('The kettle is cracked.')
    await expect.element(drawer).toMatchTextContent('The provider was sent exactly these messages.')
    await expect.element(drawer).toMatchTextContent('temperature: thinking is on')
  })
  it('shows what would be sent before anything was', async () => {
    open('prompt', 1)
    await expect.element(drawer).toMatchTextContent(/As this case would be sent now.*Where is my parcel\?/)
  })
})

describe('the wire tab', () => {
  it('shows the exchange and folds a run of deltas', async () => {
    fake.setCell(0, done)
    open('wire')
    await expect.element(drawer).toMatchTextContent('POST https://api.example.org/v1/chat/completions')
    await drawer.getByRole('button', { name: '36 more deltas' }).click()
    await expect.element(drawer.getByRole('row').nth(42)).toBeVisible()
    await drawer.getByRole('button', { name: 'Headers' }).click()
    await expect
      .element(drawer.getByRole('region', { name: 'Headers of the request' }))
      .toMatchTextContent(/keys are redacted.*authorization\*\*\*/)
  })
  it('shows what this page sent to the service', async () => {
    fake.setCell(0, done)
    open('wire')
    await drawer.getByRole('button', { name: 'Service' }).click()
    await expect.element(drawer.getByRole('region', { name: 'What this page sent to the service' })).toMatchTextContent('template_format')
  })
  it('says how the events are kept where they were not', async () => {
    const { events: _events, ...summary } = attempt
    fake.setCell(0, { ...done, wire: [summary] })
    open('wire')
    await expect.element(drawer).toMatchTextContent('X-Vitrine-Wire: full')
  })
})

describe('the trace tab', () => {
  it('draws what this page and the service saw, and closes a branch', async () => {
    fake.setCell(0, done)
    open('trace')
    const rows = drawer.getByRole('list', { name: 'Waterfall' }).getByRole('listitem')
    await expect.element(rows.nth(6)).toMatchTextContent('chat m')
    await expect.element(rows.first()).toMatchTextContent('Queue10ms')
    await drawer.getByRole('button', { name: 'Hide what is under POST /services/completion/test' }).click()
    await expect.element(rows.nth(6)).not.toBeInTheDocument()
  })
  it('tells all of a span, and gives the same times as a table', async () => {
    fake.setCell(0, done)
    open('trace')
    await drawer.getByRole('button', { name: /^chat m: starts at/ }).click()
    await expect.element(drawer.getByRole('status', { name: 'chat m' })).toMatchTextContent('gen_ai.request.model')
    await drawer.getByRole('button', { name: 'Table' }).click()
    await expect.element(drawer.getByRole('rowheader', { name: 'Text, 40 tokens' })).toBeVisible()
  })
})

describe('the cost tab', () => {
  it('says whose figure it is, and that prices are unknown where they are', async () => {
    fake.setCell(0, done)
    open('cost')
    await expect.element(drawer).toMatchTextContent('The total is what the gateway reported.')
    await expect.element(drawer.getByRole('row', { name: /^Input/ })).toMatchTextContent('Input264––')
    await expect.element(drawer.getByRole('row', { name: /^Total/ })).toMatchTextContent('$0.50')
  })
  it('explains an unknown cost instead of writing zero', async () => {
    fake.setCell(0, { ...done, cost: { totalUsd: null, source: 'unknown' } })
    open('cost')
    await expect.element(drawer).toMatchTextContent('It is not zero.')
  })
})

import type { Message, ModelSettings, ProviderEvent } from '@vitrine/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openRouter } from './index.ts'

const settings: ModelSettings = { model: 'openrouter/x/y' }
const json = (value: unknown): Record<string, unknown> => JSON.parse(String(value))

function prepare(changes: Partial<ModelSettings> = {}, messages: readonly Message[] = [{ role: 'user', content: 'Hi' }], stream = true) {
  const prepared = openRouter.prepare({
    endpoint: { baseUrl: 'https://openrouter.ai/api/v1', apiKey: 'sk-or-1' },
    model: 'x/y',
    facts: null,
    messages,
    settings: { ...settings, ...changes },
    stream,
  })
  if (!prepared.ok) throw new Error(prepared.error.message)
  const { request, settings: report } = prepared.call
  return { request, body: json(request.body), report }
}

function answered(...chunks: readonly (object | string)[]): readonly ProviderEvent[] {
  const reducer = openRouter.createReducer({ headers: {} })
  const data = chunks.map((chunk) => (typeof chunk === 'string' ? chunk : JSON.stringify(chunk)))
  return [
    ...data.flatMap((text) => (text.startsWith(':') ? reducer.push({ comment: text.slice(2), data: '' }) : reducer.push({ data: text }))),
    ...reducer.end(),
  ]
}
const chunk = (delta: object, finish: string | null = null, more: object = {}): object => ({
  id: 'gen-1',
  provider: 'Groq',
  model: 'x/y-2026',
  object: 'chat.completion.chunk',
  choices: [{ index: 0, delta, finish_reason: finish }],
  ...more,
})
const endOf = (events: readonly ProviderEvent[]) => events.find((event) => event.type === 'response-end')

describe('a request to OpenRouter', () => {
  it('goes to its own address, without headers that would list the caller', () => {
    const { request } = prepare()
    expect(request.url).toBe('https://openrouter.ai/api/v1/chat/completions')
    expect(Object.keys(request.headers).filter((name) => /referer|title|categor/i.test(name))).toEqual([])
    expect(request.headers['authorization']).toBe('Bearer sk-or-1')
  })

  it.each<[Partial<ModelSettings>, object, readonly string[], readonly string[]]>([
    [{ reasoningEffort: 'high' }, { effort: 'high' }, ['reasoning_effort'], []],
    [{ reasoningEffort: 'none' }, { effort: 'none' }, ['reasoning_effort'], []],
    [{ thinking: { type: 'enabled', budgetTokens: 2000 } }, { max_tokens: 2000 }, ['thinking'], []],
    [{ thinking: { type: 'enabled' } }, { enabled: true }, ['thinking'], []],
    [{ thinking: { type: 'adaptive' } }, { enabled: true }, ['thinking'], []],
    [{ thinking: { type: 'disabled' } }, { enabled: false }, ['thinking'], []],
    [{ thinking: { type: 'enabled' }, reasoningEffort: 'low' }, { effort: 'low' }, ['thinking', 'reasoning_effort'], []],
    [{ thinking: { type: 'enabled', budgetTokens: 9 }, reasoningEffort: 'low' }, { max_tokens: 9 }, ['thinking'], ['reasoning_effort']],
    [{ thinking: { type: 'disabled' }, reasoningEffort: 'low' }, { enabled: false }, ['thinking'], ['reasoning_effort']],
  ])('says with %o how much is reasoned in its one field for it', (changes, reasoning, changed, dropped) => {
    const { body, report } = prepare(changes)
    expect(body['reasoning']).toEqual(reasoning)
    expect(body).not.toHaveProperty('reasoning_effort')
    expect(body).not.toHaveProperty('thinking')
    expect(report.changed.map(({ name }) => name)).toEqual(changed)
    expect(report.changed.every(({ to }) => JSON.stringify(to) === JSON.stringify({ reasoning }))).toBe(true)
    expect(report.dropped.map(({ name }) => name)).toEqual(dropped)
  })

  it('leaves reasoning out where nothing is asked of it, or the model refuses it', () => {
    expect(prepare().body).not.toHaveProperty('reasoning')
    const refused = openRouter.prepare({
      endpoint: { baseUrl: 'https://openrouter.ai/api/v1', apiKey: null },
      model: 'x/y',
      facts: {
        id: 'openrouter/x/y',
        name: 'x/y',
        provider: 'openrouter',
        displayName: 'Y',
        contextTokens: null,
        maxOutputTokens: null,
        price: null,
        capabilities: null,
        parameters: { reasoningEffort: { refused: 'it does not reason' } },
      },
      messages: [],
      settings: { ...settings, reasoningEffort: 'high' },
      stream: false,
    })
    expect(refused).toMatchObject({
      ok: true,
      call: { settings: { dropped: [{ name: 'reasoning_effort', reason: 'it does not reason' }] } },
    })
    expect(refused.ok && json(refused.call.request.body)).not.toHaveProperty('reasoning')
  })

  it('asks no routing of its own, and takes the caller’s', () => {
    expect(prepare().body).not.toHaveProperty('provider')
    const { body, report } = prepare({
      reasoningEffort: 'low',
      extraBody: { provider: { require_parameters: true }, reasoning: { exclude: true } },
    })
    expect(body).toMatchObject({ provider: { require_parameters: true }, reasoning: { exclude: true } })
    expect(report.changed.at(-1)).toMatchObject({ name: 'reasoning', from: { effort: 'low' }, to: { exclude: true } })
  })

  it('asks for no usage: it comes unasked, and the old field for it does nothing', () => {
    expect(prepare().body).not.toHaveProperty('usage')
  })
})

describe('the next turn', () => {
  const details = [{ type: 'reasoning.encrypted', data: 'x', id: 'rs_1', index: 0, format: 'openai-responses-v1' }]
  const native = { dialect: 'openrouter', items: [{ role: 'assistant', content: 'A', reasoning_details: details }] }
  const turn = (answer: Message) => prepare({}, [{ role: 'user', content: 'Q' }, answer, { role: 'user', content: 'And?' }])

  it('brings the reasoning back as it was', () => {
    const { body, report } = turn({ role: 'assistant', content: 'A', thinking: [{ text: '', redacted: 'x' }], native })
    expect(body['messages']).toMatchObject([{}, { role: 'assistant', content: 'A', reasoning_details: details }, {}])
    expect([report.dropped, report.changed]).toEqual([[], []])
  })

  it('leaves it out of an answer that was changed, and says so', () => {
    const { body, report } = turn({ role: 'assistant', content: 'B', thinking: [{ text: 't' }], native })
    expect(JSON.stringify(body['messages'])).not.toContain('reasoning_details')
    expect(report.dropped).toMatchObject([
      { name: 'messages[1].native', reason: expect.stringContaining('changed since') },
      { name: 'messages[1].thinking' },
    ])
  })

  it('leaves out what another API wrote, and says so', () => {
    const { body, report } = turn({ role: 'assistant', content: 'A', native: { dialect: 'anthropic', items: [{ type: 'thinking' }] } })
    expect(body['messages']).toMatchObject([{}, { role: 'assistant', content: 'A' }, {}])
    expect(report.dropped).toMatchObject([{ name: 'messages[1].native', reason: expect.stringContaining('anthropic') }])
  })
})

describe('an answer from OpenRouter', () => {
  it('shows a comment as a sign that somebody is at work, until the answer is over', () => {
    const reducer = openRouter.createReducer({ headers: {} })
    expect(reducer.wantsComments).toBe(true)
    const comment = { comment: 'OPENROUTER PROCESSING', data: '' }
    expect(reducer.push(comment)).toEqual([{ type: 'heartbeat' }])
    reducer.push({ data: JSON.stringify(chunk({ content: 'A' })) })
    expect(reducer.push(comment)).toEqual([{ type: 'heartbeat' }])
    reducer.push({ data: JSON.stringify(chunk({}, 'stop')) })
    reducer.push({ data: '[DONE]' })
    expect(reducer.push(comment)).toEqual([])
  })

  it('shows none after an error', () => {
    const events = answered(': X', chunk({ content: 'A' }), { error: { code: 502, message: 'broken' } }, ': X')
    expect(events.filter(({ type }) => type === 'heartbeat')).toHaveLength(1)
    expect(events.at(-1)?.type).toBe('error')
  })

  it('ends with its reasoning, put together, for the next turn', () => {
    const detail = (more: object): object => ({ reasoning_details: [{ type: 'reasoning.text', index: 0, ...more }] })
    const events = answered(
      chunk({ content: '', reasoning: 'Hm', ...detail({ text: 'Hm' }) }),
      chunk({ content: '', reasoning: ', yes', ...detail({ text: ', yes' }) }),
      chunk({ content: '', reasoning: null, ...detail({ signature: 's' }) }),
      chunk({ content: 'Yes.' }),
      chunk({}, 'stop'),
      '[DONE]',
    )
    expect(endOf(events)?.native).toEqual({
      dialect: 'openrouter',
      items: [
        { role: 'assistant', content: 'Yes.', reasoning_details: [{ type: 'reasoning.text', index: 0, text: 'Hm, yes', signature: 's' }] },
      ],
    })
    expect(events.filter((event) => event.type === 'part-end').map(({ part }) => part)).toEqual([
      { kind: 'thinking', text: 'Hm, yes', signature: 's' },
      { kind: 'text', text: 'Yes.' },
    ])
  })

  it('keeps the request that it echoes as it is sent on', () => {
    const debug = { echo_upstream_body: { model: 'y', temperature: 1 } }
    expect(answered({ choices: [], debug }, chunk({ content: 'A' }, 'stop'))[0]).toMatchObject({ type: 'raw', data: { debug } })
  })

  it('throws on nothing that is JSON, nor does the turn after it', () => {
    const odd = fc.oneof(fc.jsonValue(), fc.constant({ toString: 1, valueOf: 1 }))
    const detail = fc.record(
      {
        type: fc.constantFrom('reasoning.text', 'reasoning.summary', 'reasoning.encrypted'),
        text: odd,
        summary: odd,
        index: odd,
        id: odd,
        signature: odd,
      },
      { requiredKeys: ['type'] },
    )
    const details = fc.oneof(fc.array(fc.oneof(detail, odd)), odd)
    fc.assert(
      fc.property(fc.array(details), odd, odd, (lists, provider, items) => {
        const events = answered(...lists.map((list) => chunk({ content: 'A', reasoning_details: list }, null, { provider })), '[DONE]')
        const native = endOf(events)?.native ?? { dialect: 'openrouter', items: [] }
        for (const held of [native, { dialect: 'openrouter', items: [items] }]) {
          const { body } = prepare({}, [{ role: 'assistant', content: 'A'.repeat(lists.length), native: JSON.parse(JSON.stringify(held)) }])
          expect(body['messages']).toHaveLength(1)
        }
      }),
    )
  })

  it('brings nothing for the next turn where there was no reasoning', () => {
    expect(endOf(answered(chunk({ content: 'A' }, 'stop')))).not.toHaveProperty('native')
  })

  it('says who ran the model, and that settings may have been passed over', () => {
    expect(endOf(answered(chunk({ content: 'A' }, 'stop')))).toMatchObject({
      model: 'x/y-2026',
      responseId: 'gen-1',
      gateway: { name: 'openrouter', provider: 'Groq', settingsDoubt: expect.stringContaining('require_parameters') },
    })
  })

  it('is read the same in one piece', () => {
    const details = [
      { type: 'reasoning.text', text: 'a', signature: 's', index: 0 },
      { type: 'reasoning.text', text: 'b', signature: 't', index: 0 },
    ]
    const events = openRouter.readBody(
      {
        id: 'gen-1',
        provider: 'Groq',
        choices: [
          { index: 0, message: { role: 'assistant', content: 'A', reasoning: 'ab', reasoning_details: details }, finish_reason: 'stop' },
        ],
        usage: { prompt_tokens: 3, completion_tokens: 1, total_tokens: 4, cost: 0.5 },
      },
      {},
    )
    expect(endOf(events)).toMatchObject({
      native: { items: [{ content: 'A', reasoning_details: details }] },
      gateway: { provider: 'Groq' },
    })
    expect(events.find((event) => event.type === 'cost')).toEqual({ type: 'cost', totalUsd: 0.5, source: 'provider' })
  })

  it('tells an error inside a good status in the words of the provider behind it, then usage and cost', () => {
    const events = answered(
      chunk({ content: 'A' }),
      chunk({ content: '' }, null, {
        error: {
          code: 429,
          message: 'Provider returned error',
          metadata: { provider_name: 'Groq', raw: '{"error":{"message":"Slow down"}}' },
        },
        usage: { prompt_tokens: 3, completion_tokens: 1, total_tokens: 4, cost: 0.25 },
      }),
      '[DONE]',
    )
    expect(events.map(({ type }) => type).slice(-3)).toEqual(['error', 'usage', 'cost'])
    expect(events.find((event) => event.type === 'error')?.error).toMatchObject({
      code: 'provider_rate_limited',
      message: expect.stringMatching(/Groq says: “Slow down”$/),
      meta: { provider_status: 429, provider_message: 'Slow down' },
    })
  })
})

import { type FakeReply, chatChunk, chatCompletion, chatStream, jsonReply, sseReply } from '@vitrine/testkit'
import { beforeEach, describe, expect, it } from 'vitest'
import { bodyOf, call, eventsOf, failureOf, resultOf } from './calls.ts'
import { serviceOverFake } from './service-over-fake.ts'

const USAGE = { prompt_tokens: 20, completion_tokens: 10, total_tokens: 30 }
const CALLS = [
  { id: 'call_a', type: 'function', function: { name: 'add', arguments: '{"a":2,"b":40}' } },
  { id: 'call_b', type: 'function', function: { name: 'city', arguments: '{}' } },
]
const TOOLS = ['add', 'city'].map((name) => ({ type: 'function', function: { name, parameters: { type: 'object' } } }))
const RESULTS = { add: { type: 'template', template: '{{ a + b }}' }, city: { type: 'json', value: { some_key: 'Bern' } } }
const LOOP = { tools: TOOLS, tool_loop: { max_rounds: 3, results: RESULTS } }

const calling = (): FakeReply =>
  jsonReply({
    id: 'c',
    model: 'gpt-4o-mini',
    choices: [{ index: 0, message: { role: 'assistant', content: null, tool_calls: CALLS }, finish_reason: 'tool_calls' }],
    usage: USAGE,
  })
const callingStream = (): FakeReply =>
  sseReply([
    chatChunk({ role: 'assistant', content: 'Let me see.' }),
    ...CALLS.map((one, index) => chatChunk({ tool_calls: [{ index, ...one }] })),
    chatChunk({}, 'tool_calls'),
    JSON.stringify({ choices: [], usage: USAGE }),
    '[DONE]',
  ])

const on = serviceOverFake()

let before = 0
beforeEach(() => {
  before = on.provider.requests.length
})
const asked = (): number => on.provider.requests.length - before
const sent = (at: number) => JSON.parse(String(on.provider.requests[before + at]?.text)) as Record<string, unknown>

describe('a run whose tools have results', () => {
  it('goes on by itself, each round with what came before', async () => {
    on.provider.enqueue(calling(), chatCompletion('It is 42 in Bern.'))
    const result = await resultOf(call(on.service.url, bodyOf('Add up.', LOOP), { headers: { 'x-vitrine-wire': 'summary' } }))
    expect(result).toMatchObject({ data: 'It is 42 in Bern.', finish_reason: 'stop' })
    expect(sent(1)['messages']).toEqual([
      { role: 'user', content: 'Add up.' },
      { role: 'assistant', content: null, tool_calls: CALLS },
      { role: 'tool', content: '42', tool_call_id: 'call_a' },
      { role: 'tool', content: '{"some_key":"Bern"}', tool_call_id: 'call_b' },
    ])
    expect(result.rounds).toEqual([
      {
        message: { role: 'assistant', content: null, tool_calls: CALLS },
        results: [
          { id: 'call_a', name: 'add', content: '42' },
          { id: 'call_b', name: 'city', content: '{"some_key":"Bern"}' },
        ],
      },
    ])
  })

  it('shows each round in the wire view and in the trace, and adds up what they cost', async () => {
    on.provider.enqueue(calling(), chatCompletion('Done.'))
    const { wire, tree } = await resultOf(call(on.service.url, bodyOf('Add up.', LOOP), { headers: { 'x-vitrine-wire': 'summary' } }))
    expect(wire?.map(({ attempt, round }) => [attempt, round])).toEqual([
      [1, undefined],
      [1, 2],
    ])
    const [root, ...others] = tree.nodes
    expect(others.map(({ name }) => name).filter((name) => /^(?:chat|execute_tool)/.test(name))).toEqual([
      'chat gpt-4o-mini',
      'execute_tool add',
      'execute_tool city',
      'chat gpt-4o-mini',
    ])
    expect(root?.metrics.acc.tokens).toMatchObject({ prompt: 20 + 12, completion: 10 + 4, total: 30 + 16 })
    expect(root?.metrics.acc.costs.total).toBeCloseTo((32 * 0.15 + 14 * 0.6) / 1e6, 12)
  })

  it('streams the rounds as one answer: parts counted on, one end, the sum of the usage', async () => {
    on.provider.enqueue(callingStream(), chatStream('It is 42.'))
    const events = await eventsOf(call(on.service.url, bodyOf('Add up.', LOOP), { headers: { accept: 'text/event-stream' } }))
    const types = events.map(({ type }) => type)
    expect(types.filter((type) => type === 'response-end')).toHaveLength(1)
    expect(events.filter(({ type }) => type === 'part-start').map(({ data }) => [data['index'], data['kind']])).toEqual([
      [0, 'text'],
      [1, 'tool-call'],
      [2, 'tool-call'],
      [3, 'text'],
    ])
    expect(events.find(({ type }) => type === 'round')?.data).toMatchObject({ round: 2, of: 3, results: [{ content: '42' }, {}] })
    expect(events.findLast(({ type }) => type === 'usage')?.data).toMatchObject({ input_tokens: 32, output_tokens: 14, total_tokens: 46 })
    expect(types.at(-1)).toBe('result')
  })

  it('ends with the calls where the rounds are used up', async () => {
    on.provider.enqueue(calling(), calling(), calling())
    const result = await resultOf(call(on.service.url, bodyOf('Add up.', LOOP)))
    expect(result.finish_reason).toBe('tool-calls')
    expect(result.data).toEqual(CALLS)
    expect([result.rounds?.length, asked()]).toEqual([2, 3])
  })

  it('leaves calls to the caller where one of them has no result', async () => {
    on.provider.enqueue(calling())
    const { add } = RESULTS
    const result = await resultOf(call(on.service.url, bodyOf('Add up.', { tools: TOOLS, tool_loop: { results: { add } } })))
    expect([result.finish_reason, result.rounds, asked()]).toEqual(['tool-calls', undefined, 1])
  })

  it('makes the model call a tool in the first round alone', async () => {
    on.provider.enqueue(calling(), chatCompletion('Done.'))
    await resultOf(call(on.service.url, bodyOf('Add up.', { ...LOOP, tool_choice: 'required' })))
    expect([sent(0)['tool_choice'], sent(1)['tool_choice']]).toEqual(['required', 'auto'])
  })

  it('fails as the round that failed, with what was used before in the trace of it', async () => {
    on.provider.enqueue(calling(), jsonReply({ error: { message: 'no', type: 'invalid_request_error' } }, { status: 400 }))
    const { status, detail } = await failureOf(call(on.service.url, bodyOf('Add up.', LOOP)))
    expect([status, detail.code]).toEqual([500, 'provider_error'])
  })

  it('is refused before anybody is asked where a result cannot be made', async () => {
    const results = { add: { type: 'template', template: '{{ a +' } }
    const { status, detail } = await failureOf(call(on.service.url, bodyOf('x', { tools: TOOLS, tool_loop: { results } })))
    expect([status, detail.code, asked()]).toEqual([422, 'invalid_tools', 0])
    expect(detail.meta?.['path']).toBe('ag_config.prompt.llm_config.tool_loop.results.add.template')
  })

  it('is named as left out where there are no tools', async () => {
    on.provider.enqueue(chatCompletion('Hi.'))
    const { settings } = await resultOf(call(on.service.url, bodyOf('x', { tool_loop: { results: {} } })))
    expect(settings.dropped).toEqual([{ name: 'tool_loop', reason: expect.stringContaining('no tools') }])
  })

  it.each([0, 17, 1.5])('is refused with %s rounds', async (rounds) => {
    const { detail } = await failureOf(call(on.service.url, bodyOf('x', { tools: TOOLS, tool_loop: { max_rounds: rounds, results: {} } })))
    expect(detail.code).toBe('invalid_request')
  })
})

import type { ProviderEvent } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { createOpenAiResponses } from './index.ts'
import { isAllowed, type ReasoningInText } from './reasoning-in-text.ts'

const ON: ReasoningInText = { isShown: true, allowedModels: ['o3'] }
const JSON_TEXT = '{"reasoning":"compare","next_speaker":"model","answer":"Tuesday"}'
const data = (event: object): { readonly data: string } => ({ data: JSON.stringify(event) })
const delta = (text: string, changes: object = {}): object => ({
  type: 'response.output_text.delta',
  item_id: 'm',
  delta: text,
  ...changes,
})

function read(events: readonly object[], reasoningInText?: ReasoningInText, model = 'o3-2025-04-16'): readonly ProviderEvent[] {
  const dialect = createOpenAiResponses(reasoningInText === undefined ? {} : { reasoningInText })
  const reducer = dialect.createReducer({ headers: {} })
  const response = { id: 'r', model, status: 'completed' }
  const all = [{ type: 'response.created', response }, ...events, { type: 'response.completed', response }]
  return [...all.flatMap((event) => reducer.push(data(event))), ...reducer.end()]
}

const partsOf = (events: readonly ProviderEvent[]) => events.flatMap((event) => (event.type === 'part-end' ? [event.part] : []))

describe('REQ-003 rendering of reasoning in text', () => {
  it('is for the models that it is allowed for, dated or not, and off by default', () => {
    expect([isAllowed(ON, 'o3'), isAllowed(ON, 'o3-2025-04-16')]).toEqual([true, true])
    expect([isAllowed(ON, 'o33'), isAllowed(ON, 'gpt-4o'), isAllowed(ON, null), isAllowed({ ...ON, isShown: false }, 'o3')]).toEqual([
      false,
      false,
      false,
      false,
    ])
    const plain = [{ kind: 'text', text: JSON_TEXT }]
    expect(partsOf(read([delta(JSON_TEXT)]))).toEqual(plain)
    expect(partsOf(read([delta(JSON_TEXT)], { ...ON, isShown: false }))).toEqual(plain)
    expect(partsOf(read([delta(JSON_TEXT)], ON, 'gpt-4o'))).toEqual(plain)
  })

  it('makes thinking of it, before the answer, and numbers the parts anew', () => {
    const call = { id: 'fc', type: 'function_call', call_id: 'c', name: 'f', arguments: '{}' }
    const events = read([delta(JSON_TEXT.slice(0, 20)), delta(JSON_TEXT.slice(20)), { type: 'response.output_item.done', item: call }], ON)
    expect(partsOf(events).toSorted((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
      { kind: 'text', text: 'Tuesday' },
      { kind: 'thinking', text: 'compare' },
      { kind: 'tool-call', id: 'c', name: 'f', arguments: '{}' },
    ])
    const starts = events.flatMap((event) => (event.type === 'part-start' ? [[event.index, event.kind]] : []))
    expect(starts).toEqual([
      [0, 'thinking'],
      [1, 'text'],
      [2, 'tool-call'],
    ])
  })

  it('makes no text part where there is no answer', () => {
    expect(partsOf(read([delta('{"reasoning":"v","next_speaker":"user"}')], ON))).toEqual([{ kind: 'thinking', text: 'v' }])
  })

  it('keeps annotations and log probabilities with the text that they belong to', () => {
    const item = { id: 'm', type: 'message', content: [{ type: 'output_text', text: 'Hi there', annotations: [{ n: 1 }] }] }
    const logprobs = [{ token: 'Hi', logprob: -1 }]
    const events = read([delta('Hi', { logprobs }), delta(' there'), { type: 'response.output_item.done', item }], ON)
    expect(partsOf(events)).toEqual([{ kind: 'text', text: 'Hi there', annotations: [{ n: 1 }] }])
    expect(events).toContainEqual({ type: 'logprobs', index: 0, tokens: logprobs })
  })

  it('leaves native reasoning as it is', () => {
    const thought = { type: 'response.reasoning_text.delta', item_id: 'rs', delta: JSON_TEXT }
    expect(partsOf(read([thought], ON))).toEqual([{ kind: 'thinking', text: JSON_TEXT }])
  })

  it('is done to an answer that came as a whole too', () => {
    const body = {
      id: 'r',
      object: 'response',
      model: 'o3',
      output: [{ type: 'message', id: 'm', content: [{ type: 'output_text', text: JSON_TEXT }] }],
    }
    expect(partsOf(createOpenAiResponses({ reasoningInText: ON }).readBody(body, {}))).toEqual([
      { kind: 'thinking', text: 'compare' },
      { kind: 'text', text: 'Tuesday' },
    ])
    expect(partsOf(createOpenAiResponses().readBody(body, {}))).toEqual([{ kind: 'text', text: JSON_TEXT }])
  })
})

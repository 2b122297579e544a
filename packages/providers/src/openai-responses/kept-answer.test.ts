import { describe, expect, it } from 'vitest'
import { keptAnswer } from './kept-answer.ts'

const said = { type: 'message', id: 'm', content: [{ type: 'output_text', text: 'Hi' }] }
const call = { type: 'function_call', id: 'fc', call_id: 'c', name: 'f', arguments: '{}' }
const sealed = { type: 'reasoning', id: 'rs', summary: [], encrypted_content: 'ENC==' }
const summarised = { type: 'reasoning', id: 'rs', summary: [{ text: 's' }] }
const response = { id: 'resp_1', store: false }

describe('what of an answer has to be brought back', () => {
  it('is nothing where our message says all of it', () => {
    expect(keptAnswer([said, call], response)).toBeNull()
    expect(keptAnswer([], response)).toBeNull()
  })

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['sealed reasoning', sealed],
    ['reasoning as text', { ...summarised, content: [{ type: 'reasoning_text', text: 't' }] }],
    ['a call of the provider’s own tool', { type: 'web_search_call', id: 'ws' }],
    ['a call of a custom tool', { type: 'custom_tool_call', call_id: 'c', name: 'f', input: '' }],
    ['a phase', { ...said, phase: 'commentary' }],
    ['a namespace', { ...call, namespace: 'crm' }],
    ['an item of no known kind', { type: 'hologram' }],
  ])('is every item, as it came, where one says more: %s', (_, item) => {
    expect(keptAnswer([item, said, call], response)).toEqual({ dialect: 'openai-responses', items: [item, said, call] })
  })

  it('is no reasoning that a provider would not know again', () => {
    expect(keptAnswer([summarised, said], response)).toBeNull()
    expect(keptAnswer([summarised, { type: 'web_search_call' }], response)?.items).toEqual([{ type: 'web_search_call' }])
    expect(keptAnswer([summarised, said], { ...response, store: true })?.items).toEqual([summarised, said])
  })

  it('is the id where the provider keeps the answer, with or without items', () => {
    expect(keptAnswer([said], { id: 'resp_1', store: true })).toEqual({ dialect: 'openai-responses', items: [], id: 'resp_1' })
    expect(keptAnswer([sealed], { id: 'resp_1', store: true })).toMatchObject({ items: [sealed], id: 'resp_1' })
    expect(keptAnswer([said], { store: true })).toBeNull()
  })

  it('takes a null for something absent', () => {
    expect(
      keptAnswer(
        [
          { ...said, phase: null },
          { ...call, namespace: null, caller: null },
        ],
        response,
      ),
    ).toBeNull()
  })
})

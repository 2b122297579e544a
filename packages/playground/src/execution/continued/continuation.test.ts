import { describe, expect, it } from 'vitest'
import { EMPTY_CELL, type Cell } from '../../state/cell.ts'
import { continuationOf, GO_ON } from './continuation.ts'
import { takesPrefill } from './takes-prefill.ts'

const bodyOf = (settings: object = {}, rest: object = {}) => ({
  ag_config: { prompt: { messages: [{ role: 'user', content: 'Say {{a}}' }], llm_config: { model: 'openai/gpt-x', ...settings } } },
  inputs: { a: '{{a}}' },
  ...rest,
})
const broken = (part: Partial<Cell> = {}, settings: object = {}, rest: object = {}): Cell => ({
  ...EMPTY_CELL,
  state: 'stopped',
  runId: 'r',
  text: 'Once upon {{a}} ',
  request: { url: 'https://s.test', body: bodyOf(settings, rest) },
  provenance: { promptHash: 'p', settingsHash: 's', inputsHash: 'i' },
  ...part,
})

describe('an answer that is not whole', () => {
  it('goes on with what its run was asked and what is there, which no template changes', () => {
    const continuation = continuationOf(broken())
    expect(continuation?.body).toEqual({
      ...bodyOf(),
      messages: [
        { role: 'assistant', content: 'Once upon {{a}} ' },
        { role: 'user', content: GO_ON },
      ],
    })
    expect(continuation?.provenance).toEqual({ promptHash: 'p', settingsHash: 's', inputsHash: 'i' })
  })
  it('ends the conversation with itself where the model goes on from there, without a space at the end', () => {
    const continuation = continuationOf(broken({}, { model: 'anthropic/claude-sonnet-4-5' }))
    expect(continuation?.body.messages).toEqual([{ role: 'assistant', content: 'Once upon {{a}}' }])
  })
  it('comes after what was said before it in a chat', () => {
    const before = [{ role: 'user', content: 'Hi' }]
    expect(continuationOf(broken({}, {}, { messages: before }))?.body.messages.slice(0, 2)).toEqual([
      ...before,
      { role: 'assistant', content: 'Once upon {{a}} ' },
    ])
  })
  it('is asked as at first where it goes on again, with the whole text so far', () => {
    const first = broken()
    const again = continuationOf(first)?.shown({ ...broken({ text: 'a time' }), request: { url: '', body: bodyOf({}, { messages: [] }) } })
    const messages = again && continuationOf(again)?.body.messages
    expect(messages?.map(({ content }) => content)).toEqual(['Once upon {{a}} a time', GO_ON])
  })
  it.each([
    ['stopped', { state: 'stopped' }],
    ['cut off', { state: 'done', finishReason: 'length' }],
    ['broken off', { state: 'failed', failure: { code: 'interrupted', message: '' } }],
  ] as const)('is one that was %s', (_name, part) => {
    expect(continuationOf(broken(part))).not.toBeNull()
  })
  it.each([
    ['is whole', { state: 'done', finishReason: 'stop' }],
    ['runs', { state: 'streaming' }],
    ['has no text', { text: ' ' }],
    ['calls tools', { toolCalls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{' } }] }],
    ['is refused', { refusal: 'No.' }],
    ['was never asked', { request: null }],
    ['was asked with something else', { request: { url: '', body: { odd: true } } }],
  ] as const)('is none that %s', (_name, part) => {
    expect(continuationOf(broken(part))).toBeNull()
  })
  it('is none in a given format: what comes would be a document of its own', () => {
    expect(continuationOf(broken({}, { response_format: { type: 'json_object' } }))).toBeNull()
    expect(continuationOf(broken({}, { response_format: { type: 'text' } }))).not.toBeNull()
  })
})

describe('a model that goes on with its own turn', () => {
  it.each([
    'claude-3-5-sonnet-20241022',
    'anthropic/claude-3.5-sonnet',
    'anthropic/claude-opus-4-20250514',
    'claude-opus-4-1-20250805',
    'openrouter/anthropic/claude-sonnet-4.5',
    'claude-haiku-4-5',
    'bedrock/anthropic.claude-opus-4-1-20250805-v1:0',
    'vertex/claude-sonnet-4@20250514',
  ])('is %s', (model) => {
    expect(takesPrefill({ model })).toBe(true)
  })
  it.each(['claude-opus-4-6', 'anthropic/claude-sonnet-4.6', 'claude-opus-5', 'openai/gpt-4o', 'my-claude-3', 'demo/writer'])(
    'is not %s',
    (model) => {
      expect(takesPrefill({ model })).toBe(false)
    },
  )
  it('is none while it thinks', () => {
    const model = 'claude-sonnet-4-5'
    expect(takesPrefill({ model, thinking: { type: 'enabled', budget_tokens: 1024 } })).toBe(false)
    expect(takesPrefill({ model, reasoning_effort: 'high' })).toBe(false)
    expect(takesPrefill({ model, thinking: { type: 'disabled' } })).toBe(true)
  })
})

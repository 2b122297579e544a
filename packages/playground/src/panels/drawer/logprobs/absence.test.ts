import type { Model, ModelSettings } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { type Cell, EMPTY_CELL } from '../../../state/cell.ts'
import { sampleCapabilities } from '../../../queries/sample-capabilities.ts'
import { absenceOf, isAsked } from './absence.ts'

const request = (llmConfig: object) => ({ url: '', body: { ag_config: { prompt: { llm_config: { model: 'm', ...llmConfig } } } } })
const capabilities = sampleCapabilities()
const model = (part: Partial<Model> = {}): Model => ({
  id: 'x/m',
  name: 'm',
  provider: 'x',
  displayName: 'M',
  contextTokens: null,
  maxOutputTokens: null,
  price: null,
  capabilities,
  parameters: { logprobs: {} },
  ...part,
})
const report = { sent: {}, dropped: [], changed: [] }
const why = (cell: Partial<Cell>, known: Model | null = model(), settings: ModelSettings = { model: 'm' }) =>
  absenceOf({ ...EMPTY_CELL, state: 'done', text: 'Hi', request: request({ logprobs: true }), ...cell }, known, settings)

describe('absenceOf', () => {
  it('waits while the run is under way', () => {
    for (const state of ['queued', 'connecting', 'streaming', 'retrying'] as const) expect(why({ state })).toEqual({ kind: 'waiting' })
  })
  it('says that nobody asked, where asking would help', () => {
    expect(why({ request: request({}) })).toEqual({ kind: 'notAsked' })
    expect(why({ request: request({}) }, null)).toEqual({ kind: 'notAsked' })
    expect(why({ request: null, state: 'failed' })).toEqual({ kind: 'notAsked' })
  })
  it('says what is known of a model that gives none', () => {
    const none = { kind: 'notGiven', reason: null }
    expect(why({ request: request({}) }, model({ capabilities: { ...capabilities, logprobs: false } }))).toEqual(none)
    expect(why({ request: request({}) }, model({ parameters: {} }))).toEqual(none)
    const refusing = model({ parameters: { logprobs: { refused: 'not offered' } } })
    expect(why({ request: request({}) }, refusing)).toEqual({ kind: 'notGiven', reason: 'not offered' })
  })
  it('says that they are refused as things are set', () => {
    const thinker = model({
      capabilities: { ...capabilities, thinking: true },
      parameters: { logprobs: { refusedWhileThinking: 'thinking is on' }, thinking: {} },
    })
    const settings: ModelSettings = { model: 'm', thinking: { type: 'enabled' } }
    expect(why({ request: request({}) }, thinker, settings)).toEqual({ kind: 'notGiven', reason: 'thinking is on' })
    const off: ModelSettings = { model: 'm', thinking: { type: 'disabled' } }
    expect(why({ request: request({}) }, thinker, off)).toEqual({ kind: 'notAsked' })
  })
  it('says that the setting was left out, or perhaps was, with the reason', () => {
    expect(why({ settings: { ...report, dropped: [{ name: 'logprobs', reason: 'refused' }] } })).toEqual({
      kind: 'dropped',
      reason: 'refused',
    })
    expect(why({ settings: { ...report, doubted: [{ name: 'top_logprobs', reason: 'a gateway' }] } })).toEqual({
      kind: 'doubted',
      reason: 'a gateway',
    })
    expect(why({ settings: { ...report, dropped: [{ name: 'seed', reason: 'refused' }] } })).toEqual({ kind: 'sentNone' })
  })
  it('says that the run did not come so far', () => {
    expect(why({ state: 'failed' })).toEqual({ kind: 'failed' })
    expect(why({ state: 'stopped' })).toEqual({ kind: 'stopped' })
  })
  it('tells calls, which have none, from a provider that sent none', () => {
    const toolCalls = [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }] as const
    expect(why({ text: '', toolCalls })).toEqual({ kind: 'callsOnly' })
    expect(why({ text: 'Hi', toolCalls })).toEqual({ kind: 'sentNone' })
  })
})

describe('isAsked', () => {
  it.each([
    [{ logprobs: true }, true],
    [{ top_logprobs: 3 }, true],
    [{ logprobs: false, top_logprobs: 3 }, false],
    [{}, false],
  ])('reads %j as %s', (config, asked) => expect(isAsked({ request: request(config) })).toBe(asked))
  it('is not fooled by a body of another form', () => {
    expect(isAsked({ request: null })).toBe(false)
    expect(isAsked({ request: { url: '', body: 'x' } })).toBe(false)
  })
})

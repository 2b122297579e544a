import type { Model, ModelCapabilities, ModelSettings } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { createReportBuilder } from '../dialect/settings-report.ts'
import { openAiVariant } from './openai-variant.ts'
import type { ChatBody } from './wire.ts'
import { writeSettings } from './settings.ts'

const CAPABLE: ModelCapabilities = {
  vision: true,
  files: true,
  audio: true,
  tools: true,
  jsonObject: true,
  jsonSchema: true,
  thinking: true,
  logprobs: true,
}
const model = (changes: Partial<Model> = {}): Model => ({
  id: 'openai/m',
  name: 'm',
  provider: 'openai',
  displayName: 'M',
  contextTokens: null,
  maxOutputTokens: null,
  price: null,
  capabilities: null,
  parameters: null,
  ...changes,
})

function write(settings: Partial<ModelSettings>, facts: Model | null = null) {
  const body: ChatBody = {}
  const report = createReportBuilder()
  writeSettings(body, { model: 'm', ...settings }, facts, report, openAiVariant.writeReasoning)
  const { dropped, changed } = report.toReport(body)
  return { body, dropped, changed }
}

const thinkerOf = (byDefault?: string): Model =>
  model({
    parameters: {
      temperature: { refusedWhileThinking: 'not while it thinks' },
      ...(byDefault === undefined ? {} : { reasoningEffort: { default: byDefault } }),
    },
  })

describe('writeSettings', () => {
  it('sends nothing that was not set', () => {
    expect(write({})).toEqual({ body: {}, dropped: [], changed: [] })
  })

  it('sends what was set under the wire’s names, zero and off included', () => {
    const settings = {
      temperature: 0,
      topP: 0.5,
      maxTokens: 7,
      frequencyPenalty: -2,
      presencePenalty: 0,
      stop: ['a', 'b'],
      seed: 0,
      logprobs: false,
      reasoningEffort: 'low',
    }
    expect(write(settings).body).toEqual({
      temperature: 0,
      top_p: 0.5,
      max_tokens: 7,
      frequency_penalty: -2,
      presence_penalty: 0,
      stop: ['a', 'b'],
      seed: 0,
      logprobs: false,
      reasoning_effort: 'low',
    })
  })

  it('sends what the facts say nothing of', () => {
    expect(write({ temperature: 1, topP: 1 }, model({ parameters: {} })).body).toEqual({ temperature: 1, top_p: 1 })
  })

  it.each(['temperature', 'topP', 'maxTokens', 'frequencyPenalty', 'presencePenalty', 'seed', 'topLogprobs'] as const)(
    'drops %s where the model refuses it, and says why',
    (name) => {
      const { body, dropped } = write({ logprobs: true, [name]: 1 }, model({ parameters: { [name]: { refused: 'no such thing' } } }))
      expect(body).toEqual({ logprobs: true })
      expect(dropped).toEqual([{ name: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), reason: 'no such thing' }])
    },
  )

  describe('while the model thinks', () => {
    it.each([
      [{ reasoningEffort: 'high' }, thinkerOf(), true],
      [{ reasoningEffort: 'none' }, thinkerOf('medium'), false],
      [{}, thinkerOf('medium'), true],
      [{}, thinkerOf('none'), false],
      [{}, thinkerOf(), false],
      [{ thinking: { type: 'enabled' as const } }, thinkerOf('none'), true],
      [{ thinking: { type: 'adaptive' as const } }, thinkerOf(), true],
      [{ thinking: { type: 'disabled' as const } }, thinkerOf('medium'), false],
    ])('what it then refuses is dropped (%o)', (settings, known, isDropped) => {
      const { body, dropped } = write({ temperature: 1, ...settings }, known)
      expect('temperature' in body).toBe(!isDropped)
      expect(dropped.some(({ name, reason }) => name === 'temperature' && reason === 'not while it thinks')).toBe(isDropped)
    })
  })

  describe('the token limit', () => {
    const reasoning = model({ capabilities: CAPABLE })

    it('goes under its newer name to OpenAI’s reasoning models, and is reported as changed', () => {
      const { body, changed } = write({ maxTokens: 100 }, reasoning)
      expect(body).toEqual({ max_completion_tokens: 100 })
      expect(changed).toEqual([{ name: 'max_tokens', from: 100, to: { max_completion_tokens: 100 }, reason: expect.any(String) }])
    })

    it.each([
      ['another provider’s reasoning models', model({ provider: 'litellm', capabilities: CAPABLE })],
      ['OpenAI’s other models', model({ capabilities: { ...CAPABLE, thinking: false } })],
      ['models that nothing is known of', null],
    ])('keeps its name for %s', (_, facts) => {
      expect(write({ maxTokens: 100 }, facts)).toEqual({ body: { max_tokens: 100 }, dropped: [], changed: [] })
    })

    it('is sent once where it was set under both names', () => {
      const { body, dropped } = write({ maxTokens: 100, maxCompletionTokens: 200 })
      expect(body).toEqual({ max_completion_tokens: 200 })
      expect(dropped).toEqual([{ name: 'max_tokens', reason: expect.stringContaining('max_completion_tokens') }])
    })
  })

  describe('logprobs', () => {
    it('are asked for where their number is', () => {
      const { body, changed } = write({ topLogprobs: 3 })
      expect(body).toEqual({ logprobs: true, top_logprobs: 3 })
      expect(changed).toMatchObject([{ name: 'logprobs', from: null, to: true }])
    })

    it('are sent as they are where both are set', () => {
      expect(write({ logprobs: true, topLogprobs: 0 })).toEqual({ body: { logprobs: true, top_logprobs: 0 }, dropped: [], changed: [] })
    })

    it('take their number along where they are off or refused', () => {
      expect(write({ logprobs: false, topLogprobs: 3 })).toMatchObject({ body: { logprobs: false }, dropped: [{ name: 'top_logprobs' }] })
      const refused = write({ logprobs: true, topLogprobs: 3 }, model({ parameters: { logprobs: { refused: 'has none' } } }))
      expect(refused.body).toEqual({})
      expect(refused.dropped.map(({ name }) => name)).toEqual(['logprobs', 'top_logprobs'])
    })
  })

  describe('thinking', () => {
    it('is sent in the form that gateways and open servers take', () => {
      expect(write({ thinking: { type: 'enabled', budgetTokens: 1024 } }).body).toEqual({
        thinking: { type: 'enabled', budget_tokens: 1024 },
      })
      expect(write({ thinking: { type: 'adaptive' } }, model({ provider: 'litellm' })).body).toEqual({ thinking: { type: 'adaptive' } })
    })

    it('is not sent to OpenAI, which has another parameter for it', () => {
      const { body, dropped } = write({ thinking: { type: 'enabled' } }, model())
      expect(body).toEqual({})
      expect(dropped).toEqual([{ name: 'thinking', reason: expect.stringContaining('reasoning_effort') }])
    })
  })

  it('says that another API than this one was asked for', () => {
    expect(write({ api: 'responses' }).dropped).toEqual([{ name: 'api', reason: expect.stringContaining('chat completions') }])
    expect(write({ api: 'auto' })).toEqual(write({ api: 'chat' }))
  })
})

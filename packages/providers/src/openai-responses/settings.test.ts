import type { Model, ModelSettings, ParameterFact, SettingsReport } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { createReportBuilder } from '../dialect/settings-report.ts'
import { writeSettings } from './settings.ts'
import type { ResponsesBody } from './wire.ts'

function written(
  settings: Partial<ModelSettings>,
  parameters: Model['parameters'] = null,
): SettingsReport & { readonly body: ResponsesBody } {
  const body: ResponsesBody = {}
  const report = createReportBuilder()
  const facts: Model = {
    id: 'openai/m',
    name: 'm',
    provider: 'openai',
    displayName: 'M',
    contextTokens: null,
    maxOutputTokens: null,
    price: null,
    capabilities: null,
    parameters,
  }
  writeSettings(body, { model: 'm', ...settings }, parameters === null ? null : facts, report)
  return { body, ...report.toReport(body) }
}

const names = (list: readonly { readonly name: string }[]): readonly string[] => list.map(({ name }) => name)
const refused: ParameterFact = { refused: 'this model does not take it' }

describe('settings of the Responses API', () => {
  it('go out under their names', () => {
    const { body, dropped, changed } = written({ temperature: 0, topP: 0.5 })
    expect(body).toEqual({ temperature: 0, top_p: 0.5 })
    expect([dropped, changed]).toEqual([[], []])
  })

  it('report what the API does not have, each by name', () => {
    const { body, dropped } = written({ stop: ['x'], seed: 0, frequencyPenalty: 0, presencePenalty: 1 })
    expect(body).toEqual({})
    expect(names(dropped)).toEqual(['stop', 'seed', 'frequency_penalty', 'presence_penalty'])
  })

  it('limit the output by one name, and say which', () => {
    expect(written({ maxTokens: 5 })).toMatchObject({
      body: { max_output_tokens: 5 },
      changed: [{ name: 'max_tokens', to: { max_output_tokens: 5 } }],
    })
    expect(written({ maxTokens: 5, maxCompletionTokens: 6 })).toMatchObject({
      body: { max_output_tokens: 6 },
      changed: [{ name: 'max_completion_tokens' }],
      dropped: [{ name: 'max_tokens' }],
    })
  })

  it('ask for log probabilities by what is to be included', () => {
    expect(written({ logprobs: true, topLogprobs: 3 }).body).toEqual({ include: ['message.output_text.logprobs'], top_logprobs: 3 })
    expect(written({ topLogprobs: 3 }).body).toEqual({ include: ['message.output_text.logprobs'], top_logprobs: 3 })
    expect(written({ logprobs: false }).body).toEqual({})
    expect(names(written({ logprobs: false, topLogprobs: 3 }).dropped)).toEqual(['top_logprobs'])
    expect(names(written({ logprobs: true, topLogprobs: 3 }, { logprobs: refused }).dropped)).toEqual(['logprobs', 'top_logprobs'])
  })

  it('leave out what the model refuses, with its reason', () => {
    const { body, dropped } = written({ temperature: 1, reasoningEffort: 'low' }, { temperature: refused, reasoningEffort: refused })
    expect(body).toEqual({})
    expect(dropped).toEqual([
      { name: 'temperature', reason: 'this model does not take it' },
      { name: 'reasoning_effort', reason: 'this model does not take it' },
    ])
  })

  it('steer the reasoning: its effort, its summary, and neither', () => {
    expect(written({ reasoningEffort: 'high' }).body).toEqual({ reasoning: { effort: 'high' } })
    expect(written({ thinking: { type: 'enabled' }, reasoningEffort: 'high' }).body).toEqual({
      reasoning: { effort: 'high', summary: 'auto' },
    })
    expect(written({ thinking: { type: 'adaptive' } }).body).toEqual({ reasoning: { summary: 'auto' } })
    expect(written({ thinking: { type: 'disabled' } }).body).toEqual({ reasoning: { effort: 'none' } })
    expect(names(written({ thinking: { type: 'enabled' }, reasoningEffort: 'high' }).changed)).toEqual(['reasoning_effort', 'thinking'])
  })

  it('report thinking that cannot be stopped, and a budget that there is not', () => {
    const always = written({ thinking: { type: 'disabled' } }, { reasoningEffort: { values: ['low', 'high'] } })
    expect([always.body, names(always.dropped)]).toEqual([{}, ['thinking']])
    const both = written({ thinking: { type: 'disabled' }, reasoningEffort: 'low' })
    expect([both.body, names(both.dropped)]).toEqual([{ reasoning: { effort: 'low' } }, ['thinking']])
    expect(names(written({ thinking: { type: 'enabled', budgetTokens: 9 } }).dropped)).toEqual(['thinking.budget_tokens'])
  })

  it('report a wish for another API', () => {
    expect(names(written({ api: 'chat' }).dropped)).toEqual(['api'])
    expect(written({ api: 'responses' }).dropped).toEqual([])
  })
})

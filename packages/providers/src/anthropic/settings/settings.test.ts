import type { ModelSettings } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { createReportBuilder } from '../../dialect/settings-report.ts'
import { rulesOf } from '../rules-of.ts'
import type { MessagesBody } from '../wire.ts'
import { dropUnknown, writeSampling, writeStop } from './settings.ts'

function written(settings: Partial<ModelSettings>, model = 'claude-sonnet-4-5', isThinking = false) {
  const report = createReportBuilder()
  const body: MessagesBody = {}
  const all = { model, ...settings }
  writeSampling(body, all, { rules: rulesOf(model), isThinking }, report, () => false)
  writeStop(body, all, report, () => false)
  dropUnknown(all, report, () => false)
  const { dropped, changed } = report.toReport({})
  return { body, dropped: dropped.map(({ name }) => name), changed: changed.map(({ name }) => name) }
}

describe('sampling', () => {
  it('goes both ways for models before 4.1', () => {
    expect(written({ temperature: 0.1, topP: 0.9 }, 'claude-sonnet-4-0')).toEqual({
      body: { temperature: 0.1, top_p: 0.9 },
      dropped: [],
      changed: [],
    })
  })

  it('goes one way for models up to 4.6', () => {
    expect(written({ temperature: 0, topP: 0.9 })).toEqual({ body: { temperature: 0 }, dropped: ['top_p'], changed: [] })
    expect(written({ topP: 0.9 })).toEqual({ body: { top_p: 0.9 }, dropped: [], changed: [] })
  })

  it('goes no way for newer ones, nor while a model thinks', () => {
    expect(written({ temperature: 1, topP: 1 }, 'claude-opus-4-7')).toEqual({ body: {}, dropped: ['temperature', 'top_p'], changed: [] })
    expect(written({ temperature: 1 }, 'claude-sonnet-4-5', true)).toEqual({ body: {}, dropped: ['temperature'], changed: [] })
  })

  it('is no hotter than Anthropic takes it', () => {
    expect(written({ temperature: 1.7 })).toEqual({ body: { temperature: 1 }, dropped: [], changed: ['temperature'] })
  })
})

describe('stop sequences', () => {
  it('are a list', () => {
    expect(written({ stop: 'END' }).body).toEqual({ stop_sequences: ['END'] })
    expect(written({ stop: ['a', 'b'] }).body).toEqual({ stop_sequences: ['a', 'b'] })
  })

  it('of white space alone are left out', () => {
    expect(written({ stop: ['\n', 'x'] })).toEqual({ body: { stop_sequences: ['x'] }, dropped: [], changed: ['stop'] })
    expect(written({ stop: '\n\n' })).toEqual({ body: {}, dropped: ['stop'], changed: [] })
    expect(written({ stop: [] })).toEqual({ body: {}, dropped: [], changed: [] })
  })
})

it('tells of every setting that the Messages API has no word for', () => {
  const settings = { frequencyPenalty: 0, presencePenalty: 1, seed: 0, logprobs: false, topLogprobs: 2, api: 'responses' } as const
  expect(written(settings)).toEqual({
    body: {},
    dropped: ['frequency_penalty', 'presence_penalty', 'seed', 'logprobs', 'top_logprobs', 'api'],
    changed: [],
  })
})

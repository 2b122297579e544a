import type { ModelSettings, ResponseFormat, Tool } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { createReportBuilder } from '../../dialect/settings-report.ts'
import { rulesOf } from '../rules-of.ts'
import type { MessagesBody } from '../wire.ts'
import { writeTools } from './definitions.ts'
import { toOutputFormat } from './output-format.ts'

function written(settings: Partial<ModelSettings>, model = 'claude-sonnet-4-5', isThinking = false) {
  const report = createReportBuilder()
  const body: MessagesBody = {}
  const problem = writeTools(body, { model, ...settings }, { rules: rulesOf(model), isThinking }, report)
  const { dropped, changed } = report.toReport({})
  return { body, problem, dropped: dropped.map(({ name }) => name), changed: changed.map(({ name }) => name) }
}

const tool = (fields: object = {}): Tool => ({ type: 'function', function: { name: 'f', ...fields } })

describe('tools', () => {
  it('have an input schema, also where none is given', () => {
    const parameters = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], $defs: {} }
    expect(written({ tools: [tool({ description: 'd', parameters })] }).body).toEqual({
      tools: [{ name: 'f', description: 'd', input_schema: parameters }],
    })
    expect(written({ tools: [tool()] }).body).toEqual({ tools: [{ name: 'f', input_schema: { type: 'object' } }] })
    expect(written({ tools: [tool({ parameters: { properties: {} } })] }).body).toEqual({
      tools: [{ name: 'f', input_schema: { type: 'object', properties: {} } }],
    })
  })

  it('are held to their schema where the model can be', () => {
    expect(written({ tools: [tool({ strict: true })] }).body).toMatchObject({ tools: [{ strict: true }] })
    const old = written({ tools: [tool({ strict: true })] }, 'claude-sonnet-4-0')
    expect(old.dropped).toEqual(['tools[0].function.strict'])
    expect(old.body.tools).toEqual([{ name: 'f', input_schema: { type: 'object' } }])
  })

  it('of the provider pass as they are', () => {
    const own = { type: 'web_search_20250305', name: 'web_search', max_uses: 2 }
    expect(written({ tools: [own] }).body).toEqual({ tools: [own] })
  })

  it('that cannot be sent are refused', () => {
    expect(written({ tools: [tool({ name: 'a b' })] }).problem).toMatchObject({ code: 'invalid_tools' })
  })
})

describe('tool choice', () => {
  const f = { type: 'function', function: { name: 'f' } } as const

  it.each([
    ['auto', { type: 'auto' }],
    ['none', { type: 'none' }],
    ['required', { type: 'any' }],
    [f, { type: 'tool', name: 'f' }],
  ] as const)('%j is %j', (toolChoice, choice) => {
    expect(written({ tools: [tool()], toolChoice })).toMatchObject({ body: { tool_choice: choice }, changed: [] })
  })

  it('forces no model that thinks, and none that cannot be forced', () => {
    for (const [model, isThinking] of [
      ['claude-sonnet-4-5', true],
      ['claude-opus-4-8', true],
      ['claude-opus-5-5', false],
    ] as const) {
      expect(written({ tools: [tool()], toolChoice: f }, model, isThinking)).toMatchObject({
        body: { tool_choice: { type: 'auto' } },
        changed: ['tool_choice'],
      })
      expect(written({ tools: [tool()], toolChoice: 'none' }, model, isThinking)).toMatchObject({
        body: { tool_choice: { type: 'none' } },
        changed: [],
      })
    }
    expect(written({ tools: [tool()], toolChoice: f }, 'claude-opus-5', true).body.tool_choice).toEqual({ type: 'tool', name: 'f' })
  })

  it('without tools is dropped', () => {
    expect(written({ tools: [], toolChoice: 'auto' })).toEqual({ body: {}, problem: null, dropped: ['tool_choice'], changed: [] })
  })
})

describe('response format', () => {
  const formatted = (format: ResponseFormat, model = 'claude-sonnet-4-5') => {
    const report = createReportBuilder()
    const output = toOutputFormat(format, rulesOf(model), report)
    const { dropped, changed } = report.toReport({})
    return { output, told: [...dropped, ...changed].map(({ name }) => name) }
  }
  const schema = { type: 'object', properties: {}, additionalProperties: false }

  it('is a schema', () => {
    expect(formatted({ type: 'json_schema', jsonSchema: { name: 'n', schema, strict: true } })).toEqual({
      output: { type: 'json_schema', schema },
      told: [],
    })
  })

  it('tells what else it was asked to be', () => {
    expect(formatted({ type: 'text' })).toEqual({ output: null, told: [] })
    expect(formatted({ type: 'json_object' })).toEqual({ output: null, told: ['response_format'] })
    expect(formatted({ type: 'json_schema', jsonSchema: { name: 'n' } })).toEqual({ output: null, told: ['response_format'] })
    expect(formatted({ type: 'json_schema', jsonSchema: { name: 'n', schema } }, 'claude-3-haiku-20240307')).toEqual({
      output: null,
      told: ['response_format'],
    })
    expect(formatted({ type: 'json_schema', jsonSchema: { name: 'n', schema, description: 'd', strict: false } })).toEqual({
      output: { type: 'json_schema', schema },
      told: ['response_format.json_schema.description', 'response_format.json_schema.strict'],
    })
  })
})

import type { ErrorDetail, ModelSettings, SettingsReport } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { createReportBuilder } from '../dialect/settings-report.ts'
import { writeDefinitions } from './definitions.ts'
import { DEFAULT_TOOL_LIMITS } from './tool-limits.ts'
import type { ResponsesBody } from './wire.ts'

interface Written extends SettingsReport {
  readonly body: ResponsesBody
  readonly problem: ErrorDetail | null
}

function written(settings: Partial<ModelSettings>): Written {
  const body: ResponsesBody = {}
  const report = createReportBuilder()
  const problem = writeDefinitions(body, { model: 'm', ...settings }, { limits: DEFAULT_TOOL_LIMITS, report, notes: [] })
  return { body, problem, ...report.toReport(body) }
}

const lookup = {
  type: 'function',
  function: { name: 'lookup', description: 'd', parameters: { type: 'object', properties: {} }, strict: true },
}

describe('definitions for the Responses API', () => {
  it('are flat: a function’s fields stand beside its type', () => {
    expect(written({ tools: [lookup] }).body.tools).toEqual([
      { type: 'function', name: 'lookup', description: 'd', parameters: { type: 'object', properties: {} }, strict: true },
    ])
  })

  it('let custom tools and the provider’s own pass as they are', () => {
    const tools = [
      { type: 'custom', name: 'shell', format: { type: 'text' } },
      { type: 'web_search', search_context_size: 'low' },
    ]
    expect(written({ tools }).body.tools).toEqual(tools)
  })

  it('choose a tool by its name alone', () => {
    expect(written({ tools: [lookup], toolChoice: 'required' }).body.tool_choice).toBe('required')
    expect(written({ tools: [lookup], toolChoice: { type: 'function', function: { name: 'lookup' } } }).body.tool_choice).toEqual({
      type: 'function',
      name: 'lookup',
    })
  })

  it('drop a choice among no tools, and say so', () => {
    expect(written({ toolChoice: 'auto' })).toMatchObject({ body: {}, dropped: [{ name: 'tool_choice' }] })
    expect(written({ tools: [], toolChoice: 'auto' }).body).toEqual({})
  })

  it('write the response format as a format of the text', () => {
    expect(written({ responseFormat: { type: 'json_object' } }).body).toEqual({ text: { format: { type: 'json_object' } } })
    expect(written({ responseFormat: { type: 'text' } }).body).toEqual({ text: { format: { type: 'text' } } })
    const jsonSchema = { name: 's', description: 'd', schema: { type: 'object' }, strict: false }
    expect(written({ responseFormat: { type: 'json_schema', jsonSchema } }).body.text).toEqual({
      format: { type: 'json_schema', ...jsonSchema },
    })
    expect(written({ responseFormat: { type: 'json_schema', jsonSchema: { name: 's' } } }).body.text).toEqual({
      format: { type: 'json_schema', name: 's' },
    })
  })

  it('ES3 are refused before anything is sent where they cannot be right', () => {
    const twice = written({ tools: [lookup, lookup] })
    expect(twice.problem).toMatchObject({ code: 'invalid_tools', message: expect.stringContaining('lookup') })
    expect(written({ responseFormat: { type: 'json_schema', jsonSchema: { name: 'a b' } } }).problem).toMatchObject({
      code: 'invalid_response_schema',
    })
  })
})

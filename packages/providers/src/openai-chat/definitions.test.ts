import type { ModelSettings, Tool } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { writeDefinitions } from './definitions.ts'
import { createReportBuilder } from '../dialect/settings-report.ts'
import type { ChatBody } from './wire.ts'

function write(settings: Partial<ModelSettings>) {
  const body: ChatBody = {}
  const report = createReportBuilder()
  const error = writeDefinitions(body, { model: 'm', ...settings }, report)
  return { body, error, dropped: report.toReport({}).dropped }
}

const tool = (definition: object): Tool => ({ type: 'function', function: definition })
const weather = tool({
  name: 'get_weather',
  description: 'W',
  parameters: { type: 'object', properties: { city: { type: 'string' } } },
  strict: true,
})

describe('writeDefinitions: tools', () => {
  it('pass as they are, those of a provider’s own type unchecked', () => {
    const tools = [weather, { type: 'web_search_preview', anything: [1] }]
    expect(write({ tools, toolChoice: 'required' })).toEqual({ body: { tools, tool_choice: 'required' }, error: null, dropped: [] })
  })

  it.each([[[]], [undefined]])('that are none take the choice among them along (%o)', (tools) => {
    const { body, error, dropped } = write({ ...(tools === undefined ? {} : { tools }), toolChoice: 'auto' })
    expect(body).toEqual({})
    expect(error).toBeNull()
    expect(dropped).toEqual([{ name: 'tool_choice', reason: expect.stringContaining('no tools') }])
  })

  it('may be chosen by name', () => {
    const toolChoice = { type: 'function', function: { name: 'get_weather' } } as const
    expect(write({ tools: [weather], toolChoice }).body.tool_choice).toEqual(toolChoice)
  })

  it.each<readonly [string, Partial<ModelSettings>, string]>([
    ['without a type', { tools: [{} as Tool] }, 'tools[0].type'],
    ['without a function', { tools: [weather, { type: 'function' }] }, 'tools[1].function'],
    ['without a name', { tools: [tool({})] }, 'tools[0].function.name'],
    ['with a space in the name', { tools: [tool({ name: 'get weather' })] }, 'tools[0].function.name'],
    ['with too long a name', { tools: [tool({ name: 'x'.repeat(65) })] }, 'tools[0].function.name'],
    ['of one name', { tools: [weather, weather] }, 'tools[1].function.name'],
    ['with parameters that are no schema', { tools: [tool({ name: 'f', parameters: 'x' })] }, 'tools[0].function.parameters'],
    [
      'with parameters that are no object',
      { tools: [tool({ name: 'f', parameters: { type: 'array' } })] },
      'tools[0].function.parameters.type',
    ],
    [
      'with a broken schema inside',
      { tools: [tool({ name: 'f', parameters: { type: 'object', properties: { a: { type: 'text' } } } })] },
      'tools[0].function.parameters.properties.a.type',
    ],
    [
      'that are not among those chosen from',
      { tools: [weather], toolChoice: { type: 'function', function: { name: 'other' } } },
      'tool_choice.function.name',
    ],
  ])('%s are refused with the place', (_, settings, path) => {
    const { body, error } = write(settings)
    expect(error).toMatchObject({
      code: 'invalid_tools',
      message: expect.stringContaining(`${path}: `),
      meta: { path, issues: [{ path }] },
    })
    expect(body).toEqual({})
  })
})

describe('writeDefinitions: response format', () => {
  it.each([[{ type: 'text' }], [{ type: 'json_object' }]] as const)('%o passes', (responseFormat) => {
    expect(write({ responseFormat }).body).toEqual({ response_format: responseFormat })
  })

  it('is spelled as the wire has it, and the schema is not touched', () => {
    const schema = { type: 'object', properties: { camelCase: { type: ['string', 'null'] } }, additionalProperties: false }
    expect(
      write({ responseFormat: { type: 'json_schema', jsonSchema: { name: 'n', description: 'd', schema, strict: true } } }).body,
    ).toEqual({
      response_format: { type: 'json_schema', json_schema: { name: 'n', description: 'd', schema, strict: true } },
    })
    expect(write({ responseFormat: { type: 'json_schema', jsonSchema: { name: 'n' } } }).body).toEqual({
      response_format: { type: 'json_schema', json_schema: { name: 'n' } },
    })
  })

  it.each([
    ['a name with a space', { name: 'a b' }, 'name'],
    ['a schema of no known type', { name: 'n', schema: { type: 'record' } }, 'schema.type'],
    [
      'a broken schema inside',
      { name: 'n', schema: { type: 'object', properties: { a: { required: 'b' } } } },
      'schema.properties.a.required',
    ],
  ])('with %s is refused with the place', (_, jsonSchema, place) => {
    const path = `response_format.json_schema.${place}`
    expect(write({ responseFormat: { type: 'json_schema', jsonSchema } }).error).toMatchObject({
      code: 'invalid_response_schema',
      message: expect.stringContaining(path),
      meta: { path },
    })
  })
})

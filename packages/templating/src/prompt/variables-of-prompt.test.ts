import { describe, expect, it } from 'vitest'
import { variablesOfPrompt } from './variables-of-prompt.ts'

describe('variablesOfPrompt', () => {
  it('lists the variables of all texts in order of first use, each with the text it was found in', () => {
    const { variables, problems } = variablesOfPrompt({
      format: 'curly',
      messages: [
        { role: 'system', content: '{{b}} {{ user.name }}', name: '{{not}}' },
        { role: 'assistant', content: null },
        { role: 'user', content: [{ type: 'text', text: '{{a}} {{b}}' }] },
      ],
      responseFormat: { type: 'json_schema', jsonSchema: { name: 'n', schema: { '{{k}}': '{{a}}' } } },
    })
    expect(problems).toEqual([])
    expect(variables.map(({ name, path, location, span }) => [name, path, location, span.offset])).toEqual([
      ['b', '', 'messages[0].content', 0],
      ['user', 'name', 'messages[0].content', 6],
      ['a', '', 'messages[2].content[0].text', 0],
      ['k', '', 'response_format.json_schema.schema.{{k}}', 0],
    ])
  })

  it('names each text that cannot be read, and lists the variables of the others', () => {
    const { variables, problems } = variablesOfPrompt({
      format: 'fstring',
      messages: [
        { role: 'system', content: 'a {' },
        { role: 'user', content: '{x}' },
        { role: 'user', content: '{y.z}' },
      ],
    })
    expect(variables.map(({ name }) => name)).toEqual(['x'])
    expect(problems.map(({ location, problem }) => [location, problem.code])).toEqual([
      ['messages[0].content', 'template_syntax'],
      ['messages[2].content', 'template_forbidden'],
    ])
  })

  it('answers a response format that is nested beyond measure', () => {
    const schema = JSON.parse(`${'[{"a":'.repeat(20_000)}1${'}]'.repeat(20_000)}`) as readonly unknown[]
    const responseFormat = { type: 'json_schema', jsonSchema: { name: 'n', schema: { a: schema } } } as const
    expect(variablesOfPrompt({ format: 'curly', messages: [], responseFormat }).problems).toMatchObject([
      { location: 'response_format', problem: { code: 'template_limit' } },
    ])
  })
})

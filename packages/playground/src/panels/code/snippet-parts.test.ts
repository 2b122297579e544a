import { describe, expect, it } from 'vitest'
import { askedByRun, type AskedRequest, inputsIn, modeOf, promptOf, textsIn } from './asked-request.ts'
import { snippetParts, targetOf } from './snippet-parts.ts'

const body = {
  ag_config: {
    prompt: {
      messages: [
        { role: 'user', content: 'Translate {{text}} to {{language}}.' },
        { role: 'assistant', content: null, tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }] },
      ],
      template_format: 'curly',
      llm_config: {
        model: 'm',
        response_format: { type: 'json_schema', json_schema: { name: 'n', schema: { properties: { fooBar: { const: '{{text}}' } } } } },
      },
    },
  },
  inputs: JSON.parse('{"text": "Hello", "__proto__": "inert", "user": {"name": "Ann"}}') as Record<string, unknown>,
} as const satisfies AskedRequest['body']
const asked: AskedRequest = { url: 'https://s.test/services/completion/test?project_id=p', body }
const filled = { language: 'curl', shape: 'filled', stream: true } as const

describe('what a run asked with', () => {
  it('is known where it is a request of ours', () => {
    expect(askedByRun({ request: { url: 'u', body } })).toEqual({ url: 'u', body })
    expect(askedByRun({ request: null })).toBeNull()
    for (const other of [null, 'text', [], {}, { ag_config: { prompt: { messages: [] } }, inputs: {} }, { model: 'm', messages: [] }])
      expect(askedByRun({ request: { url: 'u', body: other } })).toBeNull()
  })

  it('is a chat’s where it holds a conversation', () => {
    expect(modeOf(body)).toBe('completion')
    expect(modeOf({ ...body, messages: [] })).toBe('chat')
  })

  it('gives the prompt back as the engines take it, schemas untouched', () => {
    const { format, messages, responseFormat } = promptOf(body)
    expect(format).toBe('curly')
    expect(messages[1]?.toolCalls?.[0]?.function.name).toBe('f')
    expect(responseFormat).toMatchObject({ type: 'json_schema', jsonSchema: { schema: { properties: { fooBar: { const: '{{text}}' } } } } })
  })

  it('gives its values, and empty texts for variables without one', () => {
    const inputs = inputsIn(body, ['text', 'language', 'toString'])
    expect(Object.getPrototypeOf(inputs)).toBeNull()
    expect(Object.entries(inputs)).toEqual([
      ['text', 'Hello'],
      ['language', ''],
      ['toString', ''],
      ['__proto__', 'inert'],
      ['user', { name: 'Ann' }],
    ])
  })

  it('tells all its texts, wherever they are', () => {
    expect([...textsIn({ a: ['x', { b: 'y' }], c: 1, d: null })]).toEqual(['x', 'y'])
  })
})

describe('the request behind a program', () => {
  it('is what was asked where it is filled', () => {
    expect(snippetParts(asked, filled)).toEqual({ asked, parameters: [], fixed: [] })
  })

  it('has a marker in the place of every variable where it is a function', () => {
    const { asked: marked, parameters, fixed } = snippetParts(asked, { ...filled, shape: 'function' })
    expect(parameters.map(({ name, value }) => [name, value])).toEqual([
      ['text', 'Hello'],
      ['language', ''],
    ])
    expect(fixed).toEqual([])
    expect(marked.url).toBe(asked.url)
    for (const { name, marker } of parameters) expect(marked.body.inputs[name]).toBe(marker)
    expect(marked.body.inputs['user']).toEqual({ name: 'Ann' })
  })

  it('takes every text as an argument where our service renders it', () => {
    const { parameters, fixed } = snippetParts(asked, { language: 'service-fetch', shape: 'function', stream: true })
    expect(parameters.map(({ name }) => name)).toEqual(['text', 'language', '__proto__'])
    expect(fixed).toEqual([{ name: 'user', reason: 'structured' }])
  })

  it('goes to the service or to a provider', () => {
    expect(targetOf({ language: 'service-curl' })).toBe('service')
    expect(targetOf({ language: 'typescript-fetch' })).toBe('provider')
  })
})

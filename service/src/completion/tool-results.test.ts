import type { ToolCall, ToolMock } from '@vitrine/contracts'
import { createTemplateCache, loadFormat } from '@vitrine/templating'
import { beforeAll, describe, expect, it } from 'vitest'
import { answerCalls, refuseToolLoop } from './tool-results.ts'

beforeAll(() => loadFormat('jinja2'))

const templates = createTemplateCache(10)
const called = (name: string, text: string, id = 'call_1'): ToolCall => ({ id, type: 'function', function: { name, arguments: text } })
const answered = (mock: ToolMock, text = '{}') => answerCalls([called('f', text)], { results: { f: mock } }, templates)

describe('answerCalls', () => {
  it('gives a text as it is, whatever the arguments are', () => {
    expect(answered({ type: 'text', text: '{{ x }} $& ' }, '{"broken')).toEqual([{ id: 'call_1', name: 'f', content: '{{ x }} $& ' }])
  })

  it.each([
    [{ a_b: 1, aB: [null] }, '{"a_b":1,"aB":[null]}'],
    ['text', '"text"'],
    [null, 'null'],
    [undefined, 'null'],
  ])('gives a value as JSON: %j', (value, content) => {
    expect(answered({ type: 'json', value })).toMatchObject([{ content }])
  })

  it.each([
    ['{{ a + b }}', '{"a": 2, "b": 40}', '42'],
    ['{"city": "{{ city | upper }}"}', '{"city":"Bern"}', '{"city": "BERN"}'],
    ['{{ id }}', '{"id": 12345678901234567890}', '12345678901234567890'],
    ['nothing needed', '', 'nothing needed'],
  ])('makes a text of the arguments: %s', (template, text, content) => {
    expect(answered({ type: 'template', template }, text)).toEqual([{ id: 'call_1', name: 'f', content }])
  })

  it('leaves what stands in the arguments unread', () => {
    expect(answered({ type: 'template', template: '{{ a }}' }, '{"a":"{{ 7 * 7 }}"}')).toMatchObject([{ content: '{{ 7 * 7 }}' }])
  })

  it.each([
    ['{"a":', 'not a JSON object'],
    ['[1]', 'not a JSON object'],
    ['{"b": 1}', 'a'],
  ])('tells the model what is wrong with its arguments: %s', (text, word) => {
    expect(answered({ type: 'template', template: '{{ a + 1 }}' }, text)).toEqual([
      { id: 'call_1', name: 'f', content: expect.stringContaining(word), failed: true },
    ])
  })

  it('answers all calls in their order, the same tool twice', () => {
    const results = { f: { type: 'template', template: '{{ n }}' }, g: { type: 'text', text: 'g' } } as const
    const calls = [called('f', '{"n":1}', 'a'), called('g', '{}', 'b'), called('f', '{"n":2}', 'c')]
    expect(answerCalls(calls, { results }, templates)).toEqual([
      { id: 'a', name: 'f', content: '1' },
      { id: 'b', name: 'g', content: 'g' },
      { id: 'c', name: 'f', content: '2' },
    ])
  })

  it.each(['h', 'toString', '__proto__'])('leaves an answer to the caller where a call has no result: %s', (name) => {
    const results = { f: { type: 'text', text: '' } } as const
    expect(answerCalls([called('f', '{}'), called(name, '{}')], { results }, templates)).toBeNull()
  })

  it('has nothing to do where nothing was called', () => {
    expect(answerCalls([], { results: {} }, templates)).toBeNull()
  })
})

describe('refuseToolLoop', () => {
  it('finds a template that cannot be read before anybody is asked, and says where', () => {
    const refused = refuseToolLoop({ results: { f: { type: 'template', template: '{{ a' } } }, templates)
    expect(refused?.error).toMatchObject({
      code: 'invalid_tools',
      message: expect.stringContaining('tool f'),
      meta: { path: 'ag_config.prompt.llm_config.tool_loop.results.f.template' },
    })
  })

  it.each([undefined, { results: {} }, { results: { f: { type: 'text', text: '{{ a' } } } as const])('has nothing against %j', (loop) => {
    expect(refuseToolLoop(loop, templates)).toBeNull()
  })
})

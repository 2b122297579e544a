import { describe, expect, it } from 'vitest'
import { unknownSettings } from './unknown-settings.ts'

const body = (llm: object, prompt: object = {}, config: object = {}, top: object = {}) => ({
  ag_config: { prompt: { messages: [], llm_config: { model: 'm', ...llm }, ...prompt }, ...config },
  ...top,
})

describe('what reaches no provider', () => {
  it('is listed by the name that the caller knows', () => {
    expect(unknownSettings(body({ foo: 1, n: 2 }, { bar: 1 }, { environment: 'x' }))).toEqual([
      { name: 'ag_config.environment', reason: 'unknown' },
      { name: 'prompt.bar', reason: 'unknown' },
      { name: 'foo', reason: 'unknown' },
      { name: 'n', reason: 'unknown' },
    ])
  })

  it('is listed in messages and history too', () => {
    const odd = { role: 'user', content: 'a', audio: { id: 1 } }
    expect(unknownSettings(body({}, { messages: [odd] }, {}, { messages: [{ role: 'user' }, odd] }))).toEqual([
      { name: 'prompt.messages[0].audio', reason: 'unknown' },
      { name: 'messages[1].audio', reason: 'unknown' },
    ])
  })

  it('is not what the contract knows, nor what is null', () => {
    expect(unknownSettings(body({ temperature: 1, foo: null }, { input_keys: ['a'], template_format: 'curly' }))).toEqual([])
  })

  it('is a choice among no tools, with the reason', () => {
    const dropped = [{ name: 'tool_choice', reason: 'there are no tools to choose from' }]
    expect(unknownSettings(body({ tool_choice: 'auto' }))).toEqual(dropped)
    expect(unknownSettings(body({ tool_choice: 'auto', tools: [] }))).toEqual(dropped)
    expect(unknownSettings(body({ tool_choice: 'auto', tools: [{ type: 'x' }] }))).toEqual([])
  })

  it('is found under inherited names as well', () => {
    const given: unknown = JSON.parse('{"ag_config":{"prompt":{"llm_config":{"__proto__":{"a":1},"constructor":2}}}}')
    expect(unknownSettings(given).map(({ name }) => name)).toEqual(['__proto__', 'constructor'])
  })

  it('is nothing in a body that is no request', () => {
    for (const given of [null, [], 'a', {}, { ag_config: [] }, { ag_config: { prompt: 5 } }]) expect(unknownSettings(given)).toEqual([])
  })
})

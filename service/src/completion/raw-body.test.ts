import { describe, expect, it } from 'vitest'
import { formatIn, messagesIn, settingsIn } from './raw-body.ts'

describe('the body of a raw run', () => {
  it.each([
    [
      { temperature: 0, top_p: 0.5, seed: 7, max_tokens: 5 },
      { temperature: 0, topP: 0.5, seed: 7, maxTokens: 5 },
    ],
    [{ max_completion_tokens: 6, max_tokens: 5 }, { maxTokens: 6 }],
    [{ max_output_tokens: 4 }, { maxTokens: 4 }],
    [{ temperature: 'hot', max_tokens: null }, {}],
  ])('asks with %j for %j', (body, settings) => {
    expect(settingsIn('m', body)).toEqual({ model: 'm', ...settings })
  })

  it.each([
    [{ response_format: { type: 'json_schema' } }, true],
    [{ text: { format: { type: 'json_object' } } }, true],
    [{ output_config: { format: { type: 'json_schema' } } }, true],
    [{ output_format: { type: 'json_schema' } }, true],
    [{ response_format: { type: 'text' } }, false],
    [{ text: 'json_object', response_format: null }, false],
    [{}, false],
  ])('%j asks for JSON: %s', (body, isJson) => {
    expect(formatIn(body) !== undefined).toBe(isJson)
  })

  it('holds a conversation in the words of any dialect', () => {
    const user = { role: 'user', content: 'Hi' }
    expect(messagesIn({ messages: [user, { role: 'assistant', content: null }, 'nonsense', { role: 'robot', content: 'x' }] })).toEqual([
      user,
    ])
    expect(messagesIn({ input: 'Hi', instructions: 'Be kind.' })).toEqual([{ role: 'system', content: 'Be kind.' }, user])
    expect(messagesIn({ input: [{ role: 'user', content: [{ type: 'input_text', text: 'Hi' }] }, { type: 'reasoning' }] })).toEqual([
      { role: 'user', content: '[{"type":"input_text","text":"Hi"}]' },
    ])
    expect(messagesIn({ system: 'Be kind.', messages: [user] })).toEqual([{ role: 'system', content: 'Be kind.' }, user])
    expect(messagesIn({})).toEqual([])
  })
})

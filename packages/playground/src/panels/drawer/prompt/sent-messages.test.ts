import { describe, expect, it } from 'vitest'
import { askedBasis, isExactly, sentMessages, sentSettings } from './sent-messages.ts'

const body = {
  ag_config: {
    prompt: {
      messages: [
        { role: 'system', content: 'Sort {{x}}' },
        { role: 'assistant', content: null, tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }] },
        { role: 'nobody', content: '' },
      ],
      template_format: 'jinja2',
      llm_config: { model: 'm' },
    },
  },
  inputs: JSON.parse('{"x": "1", "__proto__": "p"}') as unknown,
  messages: [{ role: 'user', content: 'before' }],
}
const wire = (text: string) => ({
  wire: [
    {
      attempt: 1,
      request: { method: 'POST', url: '', headers: {}, body: text },
      times: { queued: 0, connected: null, firstByte: null, firstToken: null, end: null },
    },
  ],
})

const one = (role: string, text: string) => [{ role, text }]

describe('askedBasis', () => {
  it('reads what the service was asked with', () => {
    const basis = askedBasis({ request: { url: '', body } })
    expect(basis).toMatchObject({ format: 'jinja2', history: [{ role: 'user', content: 'before' }] })
    expect(basis?.messages).toHaveLength(2)
    expect(basis?.messages[1]?.toolCalls?.[0]?.function.name).toBe('f')
    expect(Object.keys(basis?.inputs ?? {})).toEqual(['x', '__proto__'])
  })
  it('is nothing for a case that never ran, and for a body that is none of ours', () => {
    expect(askedBasis({ request: null })).toBeNull()
    expect(askedBasis({ request: { url: '', body: 'text' } })).toBeNull()
  })
})

describe('sentMessages', () => {
  it('reads the body that went out, parts joined', () => {
    const messages = [
      { role: 'developer', content: 'a' },
      { role: 'user', content: [{ type: 'text', text: 'b' }, { type: 'image_url' }, { type: 'text', text: 'c' }] },
      { role: 'assistant', content: null },
    ]
    expect(sentMessages(wire(JSON.stringify({ messages })))).toEqual([
      { role: 'developer', text: 'a' },
      { role: 'user', text: 'b\nc' },
      { role: 'assistant', text: '' },
    ])
  })
  it.each(['nope', '{}', '[]', '{"messages": 1}'])('is not known from %s', (text) => {
    expect(sentMessages(wire(text))).toBeNull()
  })
  it('is not known without a wire', () => {
    expect(sentMessages({ wire: [] })).toBeNull()
  })
})

describe('isExactly', () => {
  it('takes the two names of instructions for one', () => {
    expect(isExactly(one('developer', 'a'), one('system', 'a'))).toBe(true)
  })
  it('notices every other difference', () => {
    expect(isExactly(one('user', 'a'), one('system', 'a'))).toBe(false)
    expect(isExactly(one('user', 'a'), one('user', 'a '))).toBe(false)
    expect(isExactly([], one('user', 'a'))).toBe(false)
  })
})

describe('sentSettings', () => {
  it('writes values as they went out', () => {
    expect(sentSettings({ sent: { model: 'm', stop: ['a'], stream: true }, dropped: [], changed: [] })).toEqual([
      ['model', 'm'],
      ['stop', '["a"]'],
      ['stream', 'true'],
    ])
  })
})

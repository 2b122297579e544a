import { describe, expect, it } from 'vitest'
import { readChatRequest } from '../request/read-chat-request.ts'
import { composeAnswer, type ComposedAnswer } from './compose-answer.ts'

const compose = (body: object): ComposedAnswer => {
  const read = readChatRequest({ model: 'writer', ...body })
  if (!read.ok) throw new Error(read.error.message)
  return composeAnswer(read.request)
}
const said = (content: string): object[] => [{ role: 'user', content }]
const tool = (name: string, description: string, properties: object, required: string[] = Object.keys(properties)): object => ({
  type: 'function',
  function: { name, description, parameters: { type: 'object', properties, required } },
})
const tools = [
  tool('get_weather', 'Get the current weather for a city', { city: { type: 'string' }, unit: { enum: ['celsius', 'fahrenheit'] } }, [
    'city',
  ]),
  tool('add_numbers', 'Adds two numbers', { a: { type: 'number' }, b: { type: 'number' } }),
  tool('send_email', 'Send an e-mail', { to: { type: 'string', description: 'e-mail address' }, body: { type: 'string' } }),
]
const called = (body: object): unknown => compose(body).answer.toolCalls?.map((call) => [call.name, JSON.parse(call.arguments)])

const json = (content: string, system = ''): unknown => {
  const messages = [{ role: 'system', content: system }, ...said(content)]
  return JSON.parse(compose({ messages, response_format: { type: 'json_object' } }).answer.text ?? '')
}

describe('tools', () => {
  it.each<[string, string, object]>([
    ['What is the weather in Paris?', 'get_weather', { city: 'Paris' }],
    ['Will it rain in New York? In fahrenheit please.', 'get_weather', { city: 'New York', unit: 'fahrenheit' }],
    ['Add 2 and 3.5', 'add_numbers', { a: 2, b: 3.5 }],
    ['Send an email to bob@x.io saying hello there', 'send_email', { to: 'bob@x.io', body: 'hello there' }],
    ['Use get_weather for a trip to Oslo', 'get_weather', { city: 'Oslo' }],
  ])('calls the tool that %j asks for', (text, name, args) => {
    expect(called({ messages: said(text), tools })).toEqual([[name, args]])
  })

  it.each([['Hello there'], ['Count the words in "one two"'], ['Tell me a joke']])('calls none for %j', (text) => {
    expect(called({ messages: said(text), tools })).toBeUndefined()
  })

  it('says what is missing rather than making it up', () => {
    expect(compose({ messages: said('What is the weather like?'), tools }).answer.text).toContain('“city”')
  })

  it('calls when it must, the named one where one is named, and never when it must not', () => {
    expect(called({ messages: said('hi'), tools, tool_choice: 'required' })).toEqual([['get_weather', { city: '' }]])
    const named = { type: 'function', function: { name: 'add_numbers' } }
    expect(called({ messages: said('weather in Paris, 4 and 5'), tools, tool_choice: named })).toEqual([['add_numbers', { a: 4, b: 5 }]])
    expect(called({ messages: said('What is the weather in Paris?'), tools, tool_choice: 'none' })).toBeUndefined()
  })

  const asked = [
    ...said('What is the weather in Paris?'),
    {
      role: 'assistant',
      content: null,
      tool_calls: [{ id: 'c1', type: 'function', function: { name: 'get_weather', arguments: '{"city":"Paris"}' } }],
    },
  ]
  it.each([
    ['{"temperature":21,"sky":"clear"}', 'According to get_weather: temperature: 21, sky: clear'],
    ['["a", 2]', 'According to get_weather: a, 2'],
    ['It is raining.', 'According to get_weather: It is raining.'],
    ['', 'According to get_weather: '],
  ])('answers with the result %j', (content, text) => {
    expect(compose({ messages: [...asked, { role: 'tool', tool_call_id: 'c1', content }], tools }).answer.text).toBe(text)
  })

  it('fills a schema from the result', () => {
    const schema = {
      type: 'object',
      properties: { temperature: { type: 'number' }, sky: { type: 'string' } },
      required: ['temperature', 'sky'],
    }
    const messages = [...asked, { role: 'tool', tool_call_id: 'c1', content: '{"temperature":21,"sky":"clear"}' }]
    const { answer } = compose({ messages, tools, response_format: { type: 'json_schema', json_schema: { name: 'w', schema } } })
    expect(answer.text).toBe('{"temperature":21,"sky":"clear"}')
  })

  it('calls again for a new question after an old result', () => {
    const messages = [
      ...asked,
      { role: 'tool', tool_call_id: 'c1', content: 'sunny' },
      { role: 'assistant', content: 'Sunny.' },
      ...said('And the weather in Rome?'),
    ]
    expect(called({ messages, tools })).toEqual([['get_weather', { city: 'Rome' }]])
  })
})

describe('JSON without a schema', () => {
  it.each<[string, string, unknown]>([
    [
      'Extract name, email and age as JSON from: "I am Bob Miller, 42 years old, bob@x.io"',
      '',
      { name: 'Bob Miller', email: 'bob@x.io', age: 42 },
    ],
    [
      'I hate this broken toaster',
      'Reply in JSON like {"sentiment": "positive|negative", "is_broken": true}',
      { sentiment: 'negative', is_broken: true },
    ],
    ['a@b.co and c@d.org', 'Return JSON with the keys emails and phone.', { emails: ['a@b.co', 'c@d.org'], phone: null }],
    ['Count the words in "a b". Answer as a JSON object.', '', { answer: '2 words' }],
  ])('%j', (user, system, value) => {
    expect(json(user, system)).toEqual(value)
  })
})

describe('log probabilities', () => {
  it('mark where in the JSON a choice was made', () => {
    const schema = { type: 'object', properties: { mood: { enum: ['positive', 'negative'] } }, required: ['mood'] }
    const { answer } = compose({
      messages: said('I love it'),
      response_format: { type: 'json_schema', json_schema: { name: 'm', schema } },
    })
    const [point] = answer.choicePoints ?? []
    expect(answer.text?.slice(point?.at)).toBe('positive"}')
    expect(point?.options.map(({ text }) => text)).toEqual(['positive', 'negative'])
    expect(point?.options.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1)
  })
})

describe('input made to be slow', () => {
  const patterns = [
    'a',
    'A ',
    '"',
    '“',
    'a:',
    '- ',
    '(',
    'Aa ',
    '1,',
    '1 ',
    'a, ',
    '<a>',
    '\n',
    ' ',
    'a@',
    'a.',
    'A-',
    'how many ',
    'is this or ',
    '+1 ',
    '```',
    'x/',
    'a or ',
    'order ',
    "'a ",
    '1-',
    '{"a"',
    '- a: b\n',
    'please ',
    '5 May ',
    'A1',
    '你好',
  ]
  const schema = {
    type: 'object',
    properties: Object.fromEntries(
      ['name', 'order_number', 'city', 'phone', 'total', 'age', 'summary', 'is_new'].map((name) => [name, {}]),
    ),
  }

  it.each(patterns)('%j, repeated, is read in reasonable time', (pattern) => {
    const text = pattern.repeat(Math.ceil(30_000 / pattern.length))
    const start = performance.now()
    compose({ messages: [{ role: 'system', content: `Classify as a or b: ${text}` }, ...said(text)] })
    compose({ messages: said(text), response_format: { type: 'json_schema', json_schema: { name: 'x', schema } } })
    compose({ messages: said(`Sort: ${text}`) })
    expect(performance.now() - start).toBeLessThan(3000)
  })
})

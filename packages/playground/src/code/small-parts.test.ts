import { describe, expect, it } from 'vitest'
import { identifiersFor } from './identifiers.ts'
import { readJson } from './json/read-json.ts'
import type { JsonNode } from './json/json-node.ts'
import { keyVariableOf } from './key-variable.ts'
import { anthropicVersionOf, readHeaders } from './request-headers.ts'
import { withStreaming } from './with-streaming.ts'

const named = (...names: readonly string[]) => names.map((name) => ({ name, marker: '', value: '' }))

describe('names of parameters', () => {
  it.each([
    ['text', 'text'],
    ['user.name', 'user_name'],
    ['größe', 'grosse'],
    ['a-b c', 'a_b_c'],
    ['1st', 'value_1st'],
    ['日本', 'value'],
    ['_x_', 'x'],
    ['', 'value'],
    ['class', 'class_2'],
  ])('%j becomes %s', (name, as) => {
    const { names, notes } = identifiersFor(named(name), new Set(['class']))
    expect(names).toEqual([as === 'grosse' ? 'gro_e' : as])
    expect(notes).toEqual(names[0] === name ? [] : [{ code: 'renamed', name, as: names[0] }])
  })

  it('are each there once, however alike their origins', () => {
    expect(identifiersFor(named('a.b', 'a-b', 'a_b', 'A_B', 'é', 'e'), new Set()).names).toEqual([
      'a_b',
      'a_b_2',
      'a_b_3',
      'A_B',
      'e',
      'e_2',
    ])
    expect(identifiersFor(named('PATH', 'path', 'Text'), new Set(['path']), (name) => name.toLowerCase()).names).toEqual([
      'path_2',
      'path_3',
      'text',
    ])
  })
})

describe('a key’s variable', () => {
  it.each([
    ['openai', 'OPENAI_API_KEY'],
    ['anthropic', 'ANTHROPIC_API_KEY'],
    ['google', 'GEMINI_API_KEY'],
    ['my-provider.2', 'MY_PROVIDER_2_API_KEY'],
    ['2nd', 'PROVIDER_2ND_API_KEY'],
    ['constructor', 'CONSTRUCTOR_API_KEY'],
    ['$(rm -rf)', 'RM_RF_API_KEY'],
    ['', 'PROVIDER_API_KEY'],
  ])('of %j is %s', (provider, variable) => {
    expect(keyVariableOf(provider)).toBe(variable)
  })
})

describe('headers', () => {
  it('are those that somebody chose', () => {
    expect(
      readHeaders({
        Authorization: '***',
        'content-type': 'application/json',
        'X-Stainless-Lang': 'js',
        'user-agent': 'x',
        'x-client-request-id': 'r1',
        'x-title': 'Ours',
        'x-token': '***',
        cookie: 'c',
      }),
    ).toEqual({ own: [['x-title', 'Ours']], secret: ['x-token'], key: 'authorization' })
  })

  it('say what the key travels in', () => {
    expect(readHeaders({}).key).toBeNull()
    expect(readHeaders({ 'x-api-key': '***' }).key).toBe('x-api-key')
    expect(readHeaders({ 'api-key': 'a', authorization: 'b' }).key).toBe('authorization')
  })

  it('keep an API’s version only where it is not the usual one', () => {
    expect(readHeaders({ 'anthropic-version': '2023-06-01' }).own).toEqual([])
    const { own } = readHeaders({ 'anthropic-version': '2030-01-01' })
    expect(own).toEqual([['anthropic-version', '2030-01-01']])
    expect([anthropicVersionOf(own), anthropicVersionOf([])]).toEqual(['2030-01-01', '2023-06-01'])
  })
})

describe('streaming', () => {
  const body = (text: string): Extract<JsonNode, { readonly kind: 'object' }> => {
    const node = readJson(text, [])
    if (node?.kind !== 'object') throw new Error('not an object')
    return node
  }

  it('leaves a body alone that asks for it already, or that does not', () => {
    const streaming = body('{"stream": true, "stream_options": {"include_usage": false}}')
    expect(withStreaming(streaming, 'chat', true)).toBe(streaming)
    const whole = body('{"stream": false}')
    expect(withStreaming(whole, 'chat', false)).toBe(whole)
  })

  it('asks for it as each API is asked, chat completions for their usage too', () => {
    expect(withStreaming(body('{"a": 1, "stream": false}'), 'chat', true)).toEqual(
      body('{"a": 1, "stream": true, "stream_options": {"include_usage": true}}'),
    )
    expect(withStreaming(body('{"a": 1}'), 'messages', true)).toEqual(body('{"a": 1, "stream": true}'))
    expect(withStreaming(body('{"a": 1}'), 'responses', true)).toEqual(body('{"a": 1, "stream": true}'))
  })

  it('takes it away with everything that belongs to it', () => {
    expect(withStreaming(body('{"stream": true, "a": 1, "stream_options": {}}'), 'chat', false)).toEqual(body('{"a": 1}'))
  })
})

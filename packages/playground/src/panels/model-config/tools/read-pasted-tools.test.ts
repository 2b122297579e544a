import type { Tool } from '@vitrine/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Pasted, readPastedTools } from './read-pasted-tools.ts'

const schema = { type: 'object', properties: { city: { type: 'string' } } }
const OURS: Tool = { type: 'function', function: { name: 'weather', description: 'Says it.', parameters: schema } }
const read = (value: unknown, tools: readonly Tool[] = []): Pasted => readPastedTools(JSON.stringify(value), { tools })
const toolsIn = (value: unknown, tools: readonly Tool[] = []) => {
  const pasted = read(value, tools)
  return pasted.ok ? pasted.tools.map(({ tool }) => tool) : pasted
}

describe('tools that are pasted', () => {
  it.each([
    ['of chat completions', [OURS]],
    ['of Responses', [{ type: 'function', name: 'weather', description: 'Says it.', parameters: schema }]],
    ['of Anthropic', [{ name: 'weather', description: 'Says it.', input_schema: schema }]],
    ['of Anthropic, typed', [{ type: 'custom', name: 'weather', description: 'Says it.', input_schema: schema }]],
    ['of the older functions', { functions: [{ name: 'weather', description: 'Says it.', parameters: schema }] }],
    ['of a whole request', { model: 'x', messages: [], tools: [OURS] }],
    ['that are one', OURS],
  ])('%s become ours', (_, value) => {
    expect(toolsIn(value)).toEqual([OURS])
  })

  it('keep strictness, and lose nulls', () => {
    expect(toolsIn([{ type: 'function', name: 'a', description: null, parameters: null, strict: true }])).toEqual([
      { type: 'function', function: { name: 'a', strict: true } },
    ])
  })

  it('stay as they are where they belong to a provider', () => {
    const others = [
      { type: 'web_search_20250305', name: 'web_search', max_uses: 5 },
      { type: 'custom', name: 'shell', format: { type: 'grammar' } },
    ]
    expect(toolsIn(others)).toEqual(others)
  })

  it('say what has no meaning here', () => {
    const pasted = read([{ name: 'a', input_schema: schema, cache_control: { type: 'ephemeral' } }])
    expect(pasted.ok && pasted.tools[0]?.leftOut).toEqual(['cache_control'])
    const beside = read([{ type: 'function', function: { name: 'a', more: 1 }, defer: true }])
    expect(beside.ok && beside.tools[0]?.leftOut).toEqual(['defer', 'more'])
  })

  it('get another name where theirs is taken, among themselves too', () => {
    const pasted = read([OURS, OURS], [OURS])
    expect(pasted.ok && pasted.tools.map(({ tool, renamedFrom }) => [tool.type === 'function' && tool['function'], renamedFrom])).toEqual([
      [expect.objectContaining({ name: 'weather_2' }), 'weather'],
      [expect.objectContaining({ name: 'weather_3' }), 'weather'],
    ])
  })

  it('are refused with the place of what is wrong', () => {
    expect(readPastedTools('[\n  {"name": }\n]', {})).toMatchObject({ ok: false, fault: 'json', line: 2, column: 12 })
    expect(read([OURS, { name: 'b', input_schema: 'text' }])).toEqual({ ok: false, fault: 'item', number: 2 })
    expect(read([{ description: 'nameless' }])).toEqual({ ok: false, fault: 'item', number: 1 })
    expect(read('weather')).toEqual({ ok: false, fault: 'item', number: 1 })
    expect(read([])).toEqual({ ok: false, fault: 'none' })
    expect(
      read(
        Array.from({ length: 128 }, () => OURS),
        [OURS],
      ),
    ).toEqual({ ok: false, fault: 'many' })
    expect(readPastedTools(' '.repeat(1_000_001), {})).toEqual({ ok: false, fault: 'long' })
  })

  it('take a name like any other where it is one that every object has', () => {
    expect(readPastedTools('[{"name": "__proto__", "input_schema": {"__proto__": {"polluted": true}}}]', {}).ok).toBe(true)
    expect({}).not.toHaveProperty('polluted')
  })

  it('never throw, whatever the text is', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => typeof readPastedTools(text, {}).ok === 'boolean'))
  })
})

import type { Model, Tool } from '@vitrine/contracts'
import { findModel } from '@vitrine/model-catalog'
import { describe, expect, it } from 'vitest'
import { isFunctionTool } from './function-tool.ts'
import { nameFault, toolFaults } from './tool-faults.ts'
import { choiceRefusal, knowsNoStrict, toolsRefusal } from './tool-locks.ts'

const tool = (name: string, parameters?: Readonly<Record<string, unknown>>): Tool => ({
  type: 'function',
  function: { name, ...(parameters && { parameters }) },
})

describe('what is wrong with a tool', () => {
  it('is a name that no provider takes, or that another one has', () => {
    expect(nameFault('get_weather-2', [])).toBeNull()
    for (const name of ['', 'two words', 'ä', 'x'.repeat(65)]) expect(nameFault(name, [])).toBe('name')
    expect(toolFaults([tool('a'), tool('b'), tool('a')], 2)).toEqual(['twice'])
    expect(toolFaults([tool('a'), tool('b'), tool('a')], 1)).toEqual([])
  })

  it('is a schema that is none, or none of an object', () => {
    expect(toolFaults([tool('a', { type: 'objekt' })], 0)).toEqual(['schema'])
    expect(toolFaults([tool('a', { type: 'array', items: {} })], 0)).toEqual(['arguments'])
    expect(toolFaults([tool('a', { type: 'object', properties: { city: { type: 'string' } } })], 0)).toEqual([])
  })

  it('is nothing in what belongs to a provider', () => {
    expect(toolFaults([{ type: 'web_search' }, { type: 'web_search' }], 0)).toEqual([])
    expect(isFunctionTool({ type: 'function' })).toBe(false)
    for (const odd of [{ description: 5 }, { parameters: [] }, { parameters: 'x' }, { strict: 'yes' }])
      expect(isFunctionTool({ type: 'function', function: { name: 'a', ...odd } })).toBe(false)
    expect(
      toolFaults([JSON.parse('{"type":"function","function":{"name":"a","description":null,"parameters":null,"strict":null}}')], 0),
    ).toEqual([])
  })
})

describe('a lock', () => {
  const model = (id: string): Model | null => findModel(id)

  it('says why a model takes no tools', () => {
    expect(toolsRefusal({ model: 'demo/echo' }, model('demo/echo'))).toMatch(/cannot call tools/)
    expect(toolsRefusal({ model: 'demo/writer' }, model('demo/writer'))).toBeNull()
    expect(toolsRefusal({ model: 'any' }, null)).toBeNull()
  })

  it('says why a model cannot be made to call one', () => {
    const facts = model('demo/thinker')
    const forced = facts && { ...facts, forcedTools: { refusedWhileThinking: 'not while it thinks' } }
    expect(choiceRefusal({ model: 'm' }, forced, 'required')).toBe('not while it thinks')
    expect(choiceRefusal({ model: 'm', thinking: { type: 'disabled' } }, forced, 'required')).toBeNull()
    expect(choiceRefusal({ model: 'm' }, forced, 'none')).toBeNull()
  })

  it('stands on strictness only where a model is known to hold to no schema', () => {
    expect([knowsNoStrict(model('demo/echo')), knowsNoStrict(model('demo/writer')), knowsNoStrict(null)]).toEqual([true, false, false])
  })
})

import type { ModelSettings, Tool } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { withSettings } from '../with-settings.ts'
import {
  addTools,
  duplicateTool,
  freeName,
  mockOf,
  moveTool,
  newTool,
  removeTool,
  renameTool,
  toolsOf,
  withMock,
  withRounds,
} from './edited-tools.ts'
import { functionNames, toolName } from './function-tool.ts'

const tool = (name: string): Tool => ({ type: 'function', function: { name }, cache: 'kept' })
const SEARCH: Tool = { type: 'web_search', max_uses: 2 }
const text = (said: string) => ({ type: 'text', text: said }) as const
const settingsOf = (rest: Partial<ModelSettings> = {}): ModelSettings => ({ model: 'm', tools: [tool('a'), SEARCH, tool('b')], ...rest })
type Edit = (settings: ModelSettings) => Parameters<typeof withSettings>[1]
const after = (edit: Edit, settings = settingsOf()): ModelSettings => withSettings(settings, edit(settings))
const names = (settings: ModelSettings) => toolsOf(settings).map(toolName)

describe('the list of tools', () => {
  it('is added to, with a name that is free', () => {
    const first = after((settings) => addTools(settings, [newTool(toolsOf(settings))]), { model: 'm' })
    const second = after((settings) => addTools(settings, [newTool(toolsOf(settings))]), first)
    expect(functionNames(toolsOf(second))).toEqual(['new_tool', 'new_tool_2'])
  })

  it('is moved in, up to its ends', () => {
    expect(names(after((settings) => moveTool(settings, 0, 1)))).toEqual(['web_search', 'a', 'b'])
    expect(after((settings) => moveTool(settings, 0, -1))).toEqual(settingsOf())
    expect(after((settings) => moveTool(settings, 2, 3))).toEqual(settingsOf())
  })

  it('takes a copy under a free name, with the same result, below the tool', () => {
    const mocked = settingsOf({ toolLoop: { results: { a: text('1') } } })
    const copied = after((settings) => duplicateTool(settings, 0), mocked)
    expect(names(copied)).toEqual(['a', 'a_2', 'web_search', 'b'])
    expect(mockOf(copied, 'a_2')).toEqual(text('1'))
    expect(toolsOf(copied)[1]).toHaveProperty('cache', 'kept')
    expect(names(after((settings) => duplicateTool(settings, 1)))).toEqual(['a', 'web_search', 'web_search', 'b'])
  })

  it('loses with a tool what is said of it, and with the last one everything', () => {
    const said = settingsOf({
      toolChoice: { type: 'function', function: { name: 'a' } },
      toolLoop: { maxRounds: 3, results: { a: text('1'), b: text('2') } },
    })
    const without = after((settings) => removeTool(settings, 0), said)
    expect(without).toEqual({ model: 'm', tools: [SEARCH, tool('b')], toolLoop: { maxRounds: 3, results: { b: text('2') } } })
    expect(after((settings) => removeTool(settings, 0), { ...said, tools: [tool('a')] })).toEqual({ model: 'm' })
  })

  it('keeps what is said of a tool while another one has its name', () => {
    const twice = settingsOf({ tools: [tool('a'), tool('a')], toolLoop: { results: { a: text('1') } } })
    expect(
      mockOf(
        after((settings) => removeTool(settings, 0), twice),
        'a',
      ),
    ).toEqual(text('1'))
  })
})

describe('a new name', () => {
  it('is that of the result and of the choice too', () => {
    const said = settingsOf({
      toolChoice: { type: 'function', function: { name: 'a' } },
      toolLoop: { maxRounds: 2, results: { a: text('1') } },
    })
    const renamed = after((settings) => renameTool(settings, 0, 'look'), said)
    expect(names(renamed)).toEqual(['look', 'web_search', 'b'])
    expect(renamed.toolChoice).toEqual({ type: 'function', function: { name: 'look' } })
    expect(renamed.toolLoop).toEqual({ maxRounds: 2, results: { look: text('1') } })
  })

  it('leaves its result to the other tool of the old one', () => {
    const twice = settingsOf({ tools: [tool('a'), tool('a')], toolLoop: { results: { a: text('1') } } })
    const renamed = after((settings) => renameTool(settings, 1, 'c'), twice)
    expect([mockOf(renamed, 'a'), mockOf(renamed, 'c')]).toEqual([text('1'), text('1')])
  })

  it('takes no result over from a tool that is gone', () => {
    const said = settingsOf({ toolLoop: { results: { gone: text('old'), a: text('1') } } })
    const renamed = after((settings) => renameTool(settings, 0, 'gone'), said)
    expect(renamed.toolLoop?.results).toEqual({ gone: text('old'), a: text('1') })
  })

  it('can be any, also one that every object has', () => {
    const said = settingsOf({ toolLoop: { results: { a: text('1') } } })
    const renamed = after((settings) => renameTool(settings, 0, '__proto__'), said)
    expect(mockOf(renamed, '__proto__')).toEqual(text('1'))
    expect(mockOf(settingsOf({ toolLoop: { results: {} } }), 'constructor')).toBeNull()
  })

  it('is the wanted one where it is free, else it with the next number', () => {
    expect(freeName('a', ['b'])).toBe('a')
    expect(freeName('a', ['a', 'a_2'])).toBe('a_3')
    expect(freeName('a_2', ['a_2'])).toBe('a_3')
    expect(freeName('x'.repeat(64), ['x'.repeat(64)]).length).toBeLessThanOrEqual(64)
  })
})

describe('results', () => {
  it('are none where a file holds something else in their place, and it is kept', () => {
    const results = Object.fromEntries(
      ['text', 5, null, { type: 'json' }, { type: 'text', text: 1 }, { type: 'other' }].map((held, at) => [`${at}`, held]),
    )
    const odd = settingsOf({ toolLoop: JSON.parse(JSON.stringify({ results })) })
    for (const name of Object.keys(results)) expect(mockOf(odd, name)).toBeNull()
    expect(Object.keys(after((settings) => withMock(settings, 'a', text('1')), odd).toolLoop?.results ?? {})).toHaveLength(7)
  })

  it('come and go by name, and the loop goes with the last where nothing else is said of it', () => {
    const mocked = after((settings) => withMock(settings, 'a', text('1')))
    expect(mocked.toolLoop).toEqual({ results: { a: text('1') } })
    expect(after((settings) => withMock(settings, 'a', null), mocked)).not.toHaveProperty('toolLoop')
    const counted = after((settings) => withRounds(settings, 7), mocked)
    expect(counted.toolLoop).toEqual({ maxRounds: 7, results: { a: text('1') } })
    expect(after((settings) => withRounds(settings, null), counted)).toEqual(mocked)
  })
})

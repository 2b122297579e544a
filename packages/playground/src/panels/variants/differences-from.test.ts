import { describe, expect, it } from 'vitest'
import { differencesFrom } from './differences-from.ts'

describe('differencesFrom', () => {
  it('finds nothing where everything is alike, however it is written', () => {
    expect(
      differencesFrom(
        { model: 'm', thinking: { type: 'enabled', budgetTokens: 5 } },
        { model: 'm', thinking: { budgetTokens: 5, type: 'enabled' } },
      ),
    ).toEqual([])
  })

  it('names what is other, what is set here alone and what is not set any more, in the order of the panel', () => {
    expect(differencesFrom({ model: 'a', seed: 1, temperature: 0 }, { model: 'b', temperature: 0.5, topP: 1 })).toEqual([
      { name: 'model', here: 'b', first: 'a' },
      { name: 'temperature', here: '0.5', first: '0' },
      { name: 'topP', here: '1', first: null },
      { name: 'seed', here: null, first: '1' },
    ])
  })

  it('looks into structures, and shows no more of them than fits a line', () => {
    const tool = (name: string) => ({ type: 'function' as const, function: { name, description: 'x'.repeat(200) } })
    const [difference] = differencesFrom({ model: 'm', tools: [tool('a')] }, { model: 'm', tools: [tool('b')] })
    expect(difference?.name).toBe('tools')
    expect(difference?.here).toHaveLength(80)
    expect(difference?.here?.endsWith('…')).toBe(true)
  })
})

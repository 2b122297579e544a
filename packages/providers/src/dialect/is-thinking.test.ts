import type { Model, ModelSettings, ParameterFact, ParameterName } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { isThinking } from './is-thinking.ts'

const facts = (
  parameters: Partial<Record<ParameterName, ParameterFact>>,
  thinking?: { readonly modes: readonly ('budget' | 'adaptive' | 'effort')[]; readonly byDefault?: boolean },
): Model => ({
  id: 'p/m',
  name: 'm',
  provider: 'p',
  displayName: 'M',
  contextTokens: null,
  maxOutputTokens: null,
  price: null,
  capabilities: null,
  parameters,
  ...(thinking === undefined ? {} : { thinking }),
})
const asked = (settings: Partial<ModelSettings>): ModelSettings => ({ model: 'p/m', ...settings })
const effort = { reasoningEffort: { values: ['low', 'high'], default: 'high' } }

describe('isThinking', () => {
  it.each([
    [{ thinking: { type: 'enabled' } }, true],
    [{ thinking: { type: 'disabled' }, reasoningEffort: 'high' }, false],
    [{ reasoningEffort: 'low' }, true],
    [{ reasoningEffort: 'none' }, false],
  ] as const)('is what the call says: %j', (settings, expected) => {
    expect(isThinking(asked(settings), facts(effort, { modes: ['budget'], byDefault: !expected }))).toBe(expected)
  })

  it('is what the model does by itself, whatever its effort would be', () => {
    expect(isThinking(asked({}), facts(effort, { modes: ['budget'], byDefault: false }))).toBe(false)
    expect(isThinking(asked({}), facts({}, { modes: ['adaptive'], byDefault: true }))).toBe(true)
  })

  it('is told by the defaults of its parameters where nothing else is known', () => {
    expect(isThinking(asked({}), facts(effort))).toBe(true)
    expect(isThinking(asked({}), facts({ thinking: { default: 'disabled' } }))).toBe(false)
  })

  it('is taken not to be where nothing is known', () => {
    expect([isThinking(asked({}), null), isThinking(asked({}), facts({}))]).toEqual([false, false])
  })
})

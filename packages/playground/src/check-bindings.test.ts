import { atom, createStore } from 'jotai'
import { describe, expect, it } from 'vitest'
import { BindingsError } from './bindings-error.ts'
import type { PlaygroundBindings } from './bindings.ts'
import { stateOf } from './check-bindings.ts'
import type { PlaygroundState } from './state/playground-state.ts'

const state = { store: createStore() } as PlaygroundState

const bindings: PlaygroundBindings = {
  isStateless: true,
  schemaAtom: atom(null),
  uriInfoAtom: atom({ runtimePrefix: '/services', routePath: 'completion' }),
  draftPromptAtom: atom({
    sessionId: 's',
    mode: 'completion' as const,
    messages: [],
    llmConfig: { model: 'demo/writer' },
    templateFormat: 'curly' as const,
    variables: [],
  }),
  loadableId: 'l',
  updatePrompt: () => undefined,
  execute: async () => undefined,
}

const codeOf = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof BindingsError) return error.code
    throw error
  }
  return 'none'
}

describe('stateOf', () => {
  it('gives the state of bindings that speak this contract', () => {
    expect(stateOf({ ...bindings, state })).toBe(state)
    expect(stateOf({ ...bindings, state, contract: '1.7' })).toBe(state)
  })
  it('refuses another major version, in words', () => {
    const other = { ...bindings, state, contract: '2.0' } as unknown as PlaygroundBindings
    expect(codeOf(() => stateOf(other))).toBe('contract_mismatch')
    expect(() => stateOf(other)).toThrow('2.0')
  })
  it('refuses bindings without a state', () => {
    expect(codeOf(() => stateOf(bindings))).toBe('state_missing')
  })
})

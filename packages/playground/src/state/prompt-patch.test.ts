import { describe, expect, it } from 'vitest'
import { patchOf } from './prompt-patch.ts'
import type { EnhancedPrompt } from './prompt.ts'

const PROMPT: EnhancedPrompt = {
  sessionId: 's',
  mode: 'completion',
  messages: [],
  llmConfig: { model: 'm', temperature: 1 },
  templateFormat: 'curly',
  variables: [],
}

describe('patchOf', () => {
  it('is the prompt itself where nothing changes', () => {
    expect(patchOf(PROMPT, {}).after).toBe(PROMPT)
    expect(patchOf(PROMPT, { variables: ['x'] }).after).toBe(PROMPT)
    expect(patchOf(PROMPT, { llmConfig: { model: 'm', temperature: 1 } }).after).toBe(PROMPT)
  })

  it('names a step by what it changes', () => {
    expect(patchOf(PROMPT, { mode: 'chat' }).label).toBe('mode')
    expect(patchOf(PROMPT, { templateFormat: 'jinja2' }).label).toBe('format')
    expect(patchOf(PROMPT, { llmConfig: { model: 'n', temperature: 1 } }).label).toBe('settings')
    expect(patchOf(PROMPT, { mode: 'chat', templateFormat: 'jinja2' }).label).toBe('prompt')
  })

  it('joins the steps of a slider, and of nothing that is chosen', () => {
    expect(patchOf(PROMPT, { llmConfig: { model: 'm', temperature: 0.5 } }).joinKey).toBe('setting temperature')
    expect(patchOf(PROMPT, { llmConfig: { model: 'm' } }).joinKey).toBe('setting temperature')
    expect(patchOf(PROMPT, { llmConfig: { model: 'n', temperature: 1 } }).joinKey).toBeUndefined()
    expect(patchOf(PROMPT, { llmConfig: { model: 'm', temperature: 2, seed: 1 } }).joinKey).toBeUndefined()
    expect(patchOf(PROMPT, { mode: 'chat' }).joinKey).toBeUndefined()
  })
})

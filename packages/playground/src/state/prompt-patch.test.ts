import type { ResponseFormat } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { patchOf } from './prompt-patch.ts'
import type { EnhancedPrompt } from './prompt.ts'

type JsonSchema = Extract<ResponseFormat, { readonly type: 'json_schema' }>['jsonSchema']

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

  it('joins what is typed into a schema, its name and its text apart, and not what is chosen beside it', () => {
    const formatted = (jsonSchema: JsonSchema): EnhancedPrompt => ({
      ...PROMPT,
      llmConfig: { model: 'm', responseFormat: { type: 'json_schema', jsonSchema } },
    })
    const schema = {}
    const before = formatted({ name: 'a', schema })
    const keyOf = (jsonSchema: JsonSchema) => patchOf(before, formatted(jsonSchema)).joinKey
    const ofSchema = keyOf({ name: 'a', schema: { type: 'object' } })
    expect(ofSchema).toBeDefined()
    expect(keyOf({ name: 'a', schema: { type: 'array' } })).toBe(ofSchema)
    expect(keyOf({ name: 'ab', schema })).not.toBe(ofSchema)
    expect(keyOf({ name: 'a', schema, strict: true })).toBeUndefined()
    expect(patchOf(before, { llmConfig: { model: 'm', responseFormat: { type: 'text' } } }).joinKey).toBeUndefined()
    expect(patchOf(PROMPT, before).joinKey).toBeUndefined()
  })

  it('joins typing into one check, and nothing else that is done to checks', () => {
    const isJson = { type: 'is-json' } as const
    const first: EnhancedPrompt = { ...PROMPT, checks: [{ type: 'contains', value: 'a' }, isJson] }
    expect(patchOf(first, { checks: [{ type: 'contains', value: 'ab' }, isJson] })).toMatchObject({ label: 'checks', joinKey: 'check 0' })
    expect(patchOf(first, { checks: [isJson] })).not.toHaveProperty('joinKey')
    expect(patchOf(first, { checks: [{ type: 'equals', value: 'a' }, isJson] })).not.toHaveProperty('joinKey')
    expect(patchOf(PROMPT, { checks: [isJson] })).not.toHaveProperty('joinKey')
  })
})

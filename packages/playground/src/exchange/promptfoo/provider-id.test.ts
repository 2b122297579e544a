import { describe, expect, it } from 'vitest'
import { modelOfProvider, providerOfModel } from './provider-id.ts'

describe('a provider of a configuration', () => {
  it.each<readonly [string, string]>([
    ['openai:gpt-4o', 'openai/gpt-4o'],
    ['openai:chat:gpt-4o', 'openai/gpt-4o'],
    ['openai:chat:ft:gpt-4o:acme::1', 'openai/ft:gpt-4o:acme::1'],
    ['anthropic:claude-sonnet-4-5', 'anthropic/claude-sonnet-4-5'],
    ['anthropic:messages:claude-sonnet-4-5', 'anthropic/claude-sonnet-4-5'],
    ['google:gemini-2.5-pro', 'google/gemini-2.5-pro'],
    ['openrouter:meta-llama/llama-3', 'openrouter/meta-llama/llama-3'],
    ['litellm:chat:x', 'litellm/x'],
    ['openai:chat:demo/writer', 'demo/writer'],
  ])('%s asks %s', (id, model) => {
    expect(modelOfProvider(id)).toEqual({ kind: 'model', model })
  })

  it('keeps that a model is asked by the Responses API', () => {
    expect(modelOfProvider('openai:responses:gpt-5')).toEqual({ kind: 'model', model: 'openai/gpt-5', api: 'responses' })
    expect(providerOfModel('openai/gpt-5', 'responses')).toBe('openai:responses:gpt-5')
  })

  it.each<readonly [string, string]>([
    ['exec: python chain.py', 'runs-code'],
    ['python:provider.py', 'runs-code'],
    ['file://provider.js', 'runs-code'],
    ['./provider.mjs', 'runs-code'],
    ['https://example.org/v1', 'calls-out'],
    ['webhook:https://example.org', 'calls-out'],
    ['http', 'calls-out'],
    ['openai:embedding:text-embedding-3', 'unknown'],
    ['openai:image:dall-e-3', 'unknown'],
    ['ollama:chat:llama3', 'unknown'],
    ['openai:', 'unknown'],
    ['', 'unknown'],
    ['__proto__:x', 'unknown'],
  ])('%s is %s', (id, kind) => {
    expect(modelOfProvider(id)).toEqual({ kind })
  })

  it.each<readonly [string, string]>([
    ['openai/gpt-4o', 'openai:chat:gpt-4o'],
    ['gpt-4o', 'openai:chat:gpt-4o'],
    ['claude-sonnet-4-5', 'anthropic:messages:claude-sonnet-4-5'],
    ['anthropic/claude-sonnet-4-5', 'anthropic:messages:claude-sonnet-4-5'],
    ['openrouter/meta-llama/llama-3', 'openrouter:meta-llama/llama-3'],
    ['demo/writer', 'openai:chat:demo/writer'],
    ['my/own-model', 'openai:chat:my/own-model'],
  ])('for the model %s is %s', (model, id) => {
    expect(providerOfModel(model)).toBe(id)
  })

  it.each([
    'openai/gpt-4o',
    'anthropic/claude-x',
    'google/g',
    'mistral/m',
    'deepseek/d',
    'xai/grok',
    'groq/q',
    'openrouter/a/b',
    'litellm/x',
    'demo/echo',
  ])('brings back %s', (model) => {
    expect(modelOfProvider(providerOfModel(model))).toEqual({ kind: 'model', model })
  })
})

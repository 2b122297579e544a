import type { Message, Model } from '@vitrine/contracts'
import { findModel } from '@vitrine/model-catalog'
import { describe, expect, it } from 'vitest'
import { checkCapabilities } from './check-capabilities.ts'
import { chooseModel, secretMissing } from './choose-model.ts'
import { readRunOptions } from './run-options.ts'
import { estimateTokens } from './estimate-tokens.ts'

describe('chooseModel', () => {
  it.each([
    ['demo/echo', [], 'demo', 'echo'],
    ['gpt-4o-mini', ['openai'], 'openai', 'gpt-4o-mini'],
    ['openai/gpt-4o-mini', ['openai'], 'openai', 'gpt-4o-mini'],
    ['openai/ft:own', ['openai'], 'openai', 'ft:own'],
    ['gpt-4o-mini', ['litellm'], 'litellm', 'gpt-4o-mini'],
    ['my-local-model', ['litellm'], 'litellm', 'my-local-model'],
    ['litellm/x', ['litellm'], 'litellm', 'x'],
  ])('gives %s with %j to %s', (name, providers, provider, model) => {
    expect(chooseModel(name, new Set(providers))).toMatchObject({ ok: true, provider, model })
  })

  it('tells an unknown model from a missing key', () => {
    expect(chooseModel('gpt-4o-mini', new Set())).toMatchObject({
      error: {
        code: 'secret_missing',
        message: expect.stringContaining('OPENAI_API_KEY'),
        meta: { provider: 'openai', settings: ['OPENAI_API_KEY'] },
      },
    })
    expect(chooseModel('gtp-4o-mini', new Set(['openai']))).toMatchObject({
      error: {
        code: 'unknown_model',
        message: expect.stringContaining('Did you mean'),
        meta: { candidates: expect.arrayContaining(['openai/gpt-4o-mini']) },
      },
    })
    expect(chooseModel('zzzzzzzzzz', new Set())).toMatchObject({
      error: { code: 'unknown_model', message: expect.stringContaining('/services/models') },
    })
  })

  it.each([
    ['gemini key', 'google', 'GOOGLE_API_KEY or GEMINI_API_KEY'],
    ['gateway', 'litellm', 'LITELLM_BASE_URL'],
    ['local server', 'ollama', 'OLLAMA_BASE_URL'],
    ['provider nobody here speaks to', 'bedrock', 'LITELLM_BASE_URL to a gateway'],
  ])('says what to set for a %s', (_, provider, advice) => {
    expect(secretMissing(provider)).toMatchObject({
      error: { code: 'secret_missing', message: expect.stringContaining(`Set ${advice}`), meta: { provider } },
    })
  })

  it.each([
    ['ollama/llama3.2:3b', [], [], 'ollama', 'llama3.2:3b'],
    ['ollama/llama3.2:3b', ['litellm'], [], 'litellm', 'ollama/llama3.2:3b'],
    ['ollama/llama3.2:3b', ['litellm'], ['ollama'], 'ollama', 'llama3.2:3b'],
    ['ollama/llama3.2:3b', ['litellm', 'ollama'], [], 'ollama', 'llama3.2:3b'],
    ['lmstudio/a/b', ['openai'], [], 'lmstudio', 'a/b'],
    ['some/unknown', ['litellm', 'ollama'], [], 'litellm', 'some/unknown'],
  ])('gives %s with %j set up and %j answering to %s', (name, usable, answering, provider, model) => {
    expect(chooseModel(name, new Set(usable), { answering: new Set(answering) })).toMatchObject({ ok: true, provider, model, facts: null })
  })

  it('takes the bare name of a local server for no model', () => {
    expect(chooseModel('ollama/', new Set(['openai']))).toMatchObject({ error: { code: 'unknown_model' } })
  })
})

describe('checkCapabilities', () => {
  const known = findModel('openai/gpt-4o-mini')
  if (known?.capabilities == null) throw new Error('the catalogue knows this model')
  const plain: Model = {
    ...known,
    capabilities: { ...known.capabilities, vision: false, tools: false, jsonSchema: false, files: false, audio: false },
  }
  const picture: Message = {
    role: 'user',
    content: [
      { type: 'text', text: 'x' },
      { type: 'image_url', imageUrl: { url: 'https://x/y.png' } },
    ],
  }

  it('refuses what the model is known not to take', () => {
    const tools = [{ type: 'function' as const, function: { name: 'f' } }]
    expect(checkCapabilities([], { model: 'm', tools }, plain)).toMatchObject({
      error: { code: 'unsupported_parameter', meta: { parameter: 'tools' } },
    })
    expect(checkCapabilities([], { model: 'm', responseFormat: { type: 'json_schema', jsonSchema: { name: 'n' } } }, plain)).toMatchObject({
      error: { meta: { parameter: 'response_format' } },
    })
    expect(checkCapabilities([picture], { model: 'm' }, plain)).toMatchObject({
      error: { code: 'unsupported_parameter', meta: { parameter: 'image_url', location: 'messages[0].content[1]' } },
    })
  })

  it('refuses nothing of what it does not know', () => {
    expect(checkCapabilities([picture], { model: 'm' }, null)).toBeNull()
    expect(checkCapabilities([picture], { model: 'm' }, { ...plain, capabilities: null })).toBeNull()
  })

  it('lets single parameters through, which the adapter reports', () => {
    expect(checkCapabilities([], { model: 'm', temperature: 1 }, plain)).toBeNull()
  })
})

const read = (headers: Record<string, string>) => readRunOptions(new Headers(headers), 120_000)

describe('readRunOptions', () => {
  it('has defaults', () => {
    expect(read({})).toEqual({ ok: true, options: { wire: 'none', deadlineMs: 120_000, runId: null, rowId: null } })
  })

  it('lets a caller shorten the deadline, not lengthen it', () => {
    expect(read({ 'x-vitrine-deadline-ms': '500' })).toMatchObject({ options: { deadlineMs: 500 } })
    expect(read({ 'x-vitrine-deadline-ms': '999999999' })).toMatchObject({ options: { deadlineMs: 120_000 } })
  })

  it.each([
    { 'x-vitrine-deadline-ms': '0' },
    { 'x-vitrine-deadline-ms': '-5' },
    { 'x-vitrine-deadline-ms': 'soon' },
    { 'x-vitrine-wire': 'everything' },
    { 'x-vitrine-run': 'x'.repeat(129) },
    { 'x-vitrine-row': 'a b' },
  ])('refuses %o', (headers) => {
    expect(read(headers)).toMatchObject({ error: { code: 'invalid_request' } })
  })
})

const estimated = (content: string) => estimateTokens([{ role: 'user', content }], { model: 'm' })

describe('estimateTokens', () => {
  it('grows with the text, and counts wide writing by the sign', () => {
    expect(estimated('four')).toBe(8)
    expect(estimated('x'.repeat(400))).toBe(107)
    expect(estimated('你好世界')).toBe(11)
  })

  it('counts tools and schemas, not pictures', () => {
    const picture: Message = {
      role: 'user',
      content: [{ type: 'image_url', imageUrl: { url: `data:image/png;base64,${'A'.repeat(10_000)}` } }],
    }
    expect(estimateTokens([picture], { model: 'm' })).toBeLessThan(10)
    expect(estimateTokens([], { model: 'm', tools: [{ type: 'function', function: { name: 'look_up' } }] })).toBeGreaterThan(10)
  })
})

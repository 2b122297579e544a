import { describe, expect, it } from 'vitest'
import { normalizeBaseUrl } from './base-url.ts'
import { DIALECTS, PROVIDER_DEFINITIONS } from './registry.ts'

describe('the registry', () => {
  it('names every dialect as the dialect names itself', () => {
    for (const [name, dialect] of Object.entries(DIALECTS)) expect(dialect.name).toBe(name)
  })

  it('defines providers once each, with a dialect that exists and an address in normal form', () => {
    const ids = PROVIDER_DEFINITIONS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(['openai', 'openrouter', 'google', 'mistral', 'deepseek', 'xai', 'groq', 'litellm', 'demo']))
    for (const { dialect, alsoSpeaks = [], defaultBaseUrl } of PROVIDER_DEFINITIONS) {
      for (const name of [dialect, ...alsoSpeaks]) expect(Object.keys(DIALECTS)).toContain(name)
      expect(defaultBaseUrl).toBe(defaultBaseUrl === null ? null : normalizeBaseUrl(defaultBaseUrl))
    }
  })

  it('asks for a key where a provider has none of its own', () => {
    const optional = PROVIDER_DEFINITIONS.filter(({ keyOptional }) => keyOptional).map(({ id }) => id)
    expect(optional).toEqual(['litellm', 'ollama', 'lmstudio', 'llamacpp', 'vllm', 'demo'])
  })

  it('gives no two providers one name in the environment, and no two local servers one port', () => {
    const names = PROVIDER_DEFINITIONS.flatMap(({ id, alsoNamed = [] }) => [id.toUpperCase(), ...alsoNamed])
    expect(new Set(names).size).toBe(names.length)
    const ports = PROVIDER_DEFINITIONS.flatMap(({ loopbackPort }) => loopbackPort ?? [])
    expect(ports.toSorted((one, other) => one - other)).toEqual([1234, 8000, 8080, 11434])
  })
})

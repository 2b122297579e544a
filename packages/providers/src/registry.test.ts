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
    expect(ids).toEqual(expect.arrayContaining(['openai', 'openrouter', 'litellm', 'demo']))
    for (const { dialect, defaultBaseUrl } of PROVIDER_DEFINITIONS) {
      expect(Object.keys(DIALECTS)).toContain(dialect)
      expect(defaultBaseUrl).toBe(defaultBaseUrl === null ? null : normalizeBaseUrl(defaultBaseUrl))
    }
  })

  it('asks for a key where a provider has none of its own', () => {
    const optional = PROVIDER_DEFINITIONS.filter(({ keyOptional }) => keyOptional).map(({ id }) => id)
    expect(optional).toEqual(['litellm', 'demo'])
  })
})

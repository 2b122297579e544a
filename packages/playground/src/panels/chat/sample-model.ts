import type { AvailableModel } from '@vitrine/contracts'

/** A model of which everything is known, for tests: a dollar for a million tokens in, two for a million out. */
export const sampleModel = (rest: Partial<AvailableModel> = {}): AvailableModel => ({
  id: 'openai/m',
  name: 'm',
  provider: 'openai',
  displayName: 'M',
  contextTokens: 100_000,
  maxOutputTokens: 500,
  price: { inputUsd: 1e-6, outputUsd: 2e-6, date: '2026-11-01', source: 'https://example.org/prices' },
  capabilities: null,
  parameters: null,
  usable: true,
  ...rest,
})

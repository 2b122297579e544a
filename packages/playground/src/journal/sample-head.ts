import type { KeptHead } from './journal.ts'

/** What is kept of a session in which nothing ran; what is given instead lies over it. */
export const sampleHead = (id: string, part: Partial<KeptHead> = {}): KeptHead => ({
  v: 1,
  id,
  kind: 'session',
  name: '',
  isAutomatic: false,
  savedAtMs: 1,
  models: ['m'],
  prompt: { v: 1, mode: 'completion', prompt: { messages: [], llmConfig: { model: 'm' }, templateFormat: 'curly' } },
  cases: 0,
  results: 0,
  left: 0,
  failed: 0,
  checked: 0,
  passed: 0,
  costUsd: null,
  latencyMs: null,
  ...part,
})

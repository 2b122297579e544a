import type { Model } from '@vitrine/contracts'

type Capabilities = NonNullable<Model['capabilities']>

/** A model of words alone, with tools, JSON and probabilities; what is given instead lies over it. */
export const sampleCapabilities = (part: Partial<Capabilities> = {}): Capabilities => ({
  vision: false,
  files: false,
  audio: false,
  tools: true,
  jsonObject: true,
  jsonSchema: true,
  thinking: false,
  logprobs: true,
  ...part,
})

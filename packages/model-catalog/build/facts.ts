import type { ModelCapabilities, ParameterFact, ParameterName } from '@vitrine/contracts'

export type Parameters = Readonly<Partial<Record<ParameterName, ParameterFact>>>

/** Sampling as OpenAI takes it, and most who speak its chat completions. */
export const temperature: ParameterFact = { min: 0, max: 2, step: 0.1, default: 1 }
export const topP: ParameterFact = { min: 0, max: 1, step: 0.05, default: 1 }
export const penalty: ParameterFact = { min: -2, max: 2, step: 0.1, default: 0 }
export const topLogprobs: ParameterFact = { min: 0, max: 20, step: 1 }

export const upTo = (maxOutputTokens: number | null): ParameterFact => ({
  min: 1,
  ...(maxOutputTokens === null ? {} : { max: maxOutputTokens }),
  step: 1,
})

/** Levels of effort, where they are known, and the one that holds when none is said. */
export const effort = (values?: readonly string[], byDefault?: string): ParameterFact => ({
  ...(values === undefined ? {} : { values }),
  ...(byDefault === undefined ? {} : { default: byDefault }),
})

const nothing: ModelCapabilities = {
  vision: false,
  files: false,
  audio: false,
  tools: false,
  jsonObject: false,
  jsonSchema: false,
  thinking: false,
  logprobs: false,
}

/** What a model can do, of which its maker says so. What is not named it is not known to do. */
export const able = (...names: readonly (keyof ModelCapabilities)[]): ModelCapabilities => ({
  ...nothing,
  ...Object.fromEntries(names.map((name) => [name, true])),
})

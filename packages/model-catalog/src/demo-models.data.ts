import type { Model, ModelCapabilities, ModelPrice, ParameterFact, ParameterName } from '@vitrine/contracts'

/** The model that a new prompt starts with. */
export const DEFAULT_MODEL_ID = 'demo/writer'

/** Nominal, so that sums and estimates have something to show; no money is spent. */
const price: ModelPrice = {
  inputUsd: 0.15e-6,
  outputUsd: 0.6e-6,
  cachedInputUsd: 0.075e-6,
  date: '2026-11-21',
  source: 'demo',
}

const textOnly: ModelCapabilities = {
  vision: false,
  files: false,
  audio: false,
  tools: false,
  jsonObject: false,
  jsonSchema: false,
  thinking: false,
  logprobs: false,
}

const contextTokens = 131_072
const maxOutputTokens = 16_384
type Parameters = Readonly<Partial<Record<ParameterName, ParameterFact>>>
const parameters: Parameters = {
  temperature: { min: 0, max: 2, step: 0.1, default: 1 },
  topP: { min: 0, max: 1, step: 0.05, default: 1 },
  maxTokens: { min: 1, max: maxOutputTokens, step: 1 },
  frequencyPenalty: { min: -2, max: 2, step: 0.1, default: 0 },
  presencePenalty: { min: -2, max: 2, step: 0.1, default: 0 },
  stop: {},
  seed: { step: 1 },
}

const WHILE_THINKING = 'not taken while thinking is on; switch thinking off, or leave the field blank'

interface Demo {
  readonly name: string
  readonly displayName: string
  readonly note: string
  readonly contextTokens?: number
  readonly capabilities?: Partial<ModelCapabilities>
  readonly parameters?: Parameters
}

const demoModel = (model: Demo): Model => ({
  id: `demo/${model.name}`,
  name: model.name,
  provider: 'demo',
  displayName: model.displayName,
  contextTokens: model.contextTokens ?? contextTokens,
  maxOutputTokens,
  price,
  capabilities: { ...textOnly, ...model.capabilities },
  parameters: model.parameters ?? parameters,
  note: model.note,
})

/** The built-in models: they need no key, and each shows one thing that happens with real ones. */
export const DEMO_MODELS: readonly Model[] = [
  demoModel({
    name: 'writer',
    displayName: 'Demo writer',
    note: 'Really summarises, extracts fields, chooses among options, counts and sorts; says so where it cannot.',
    capabilities: { tools: true, jsonObject: true, jsonSchema: true, logprobs: true },
    parameters: { ...parameters, logprobs: {}, topLogprobs: { min: 0, max: 20, step: 1 } },
  }),
  demoModel({
    name: 'thinker',
    displayName: 'Demo thinker',
    note: 'Thinks aloud before it answers, and takes no temperature while it does.',
    capabilities: { tools: true, jsonObject: true, jsonSchema: true, thinking: true },
    parameters: {
      ...parameters,
      temperature: { min: 0, max: 2, step: 0.1, default: 1, refusedWhileThinking: WHILE_THINKING },
      topP: { min: 0, max: 1, step: 0.05, default: 1, refusedWhileThinking: WHILE_THINKING },
      thinking: { values: ['enabled', 'disabled', 'adaptive'], default: 'enabled' },
      reasoningEffort: { values: ['none', 'minimal', 'low', 'medium', 'high', 'xhigh'] },
    },
  }),
  demoModel({ name: 'echo', displayName: 'Demo echo', note: 'Answers with the text of the last user message, byte for byte.' }),
  demoModel({ name: 'messages', displayName: 'Demo messages', note: 'Answers with the list of messages it received, as JSON.' }),
  demoModel({ name: 'flaky', displayName: 'Demo flaky', note: 'Is unavailable twice, then answers: shows retries.' }),
  demoModel({ name: 'rate-limited', displayName: 'Demo rate-limited', note: 'Asks to wait a second once, then answers.' }),
  demoModel({ name: 'slow', displayName: 'Demo slow', note: 'Takes three seconds to the first token.' }),
  demoModel({ name: 'cuts-off', displayName: 'Demo cuts off', note: 'Stops in the middle of its answer without saying that it ended.' }),
  demoModel({ name: 'garbled', displayName: 'Demo garbled', note: 'Sends one broken event in the middle of its answer.' }),
  demoModel({ name: 'error-mid-stream', displayName: 'Demo error mid-stream', note: 'Fails after ten tokens.' }),
  demoModel({ name: 'refuses', displayName: 'Demo refuses', note: 'Declines to answer.' }),
  demoModel({
    name: 'overflows',
    displayName: 'Demo overflows',
    note: 'Always says that the prompt is longer than its context.',
    contextTokens: 4_096,
  }),
  demoModel({ name: 'down', displayName: 'Demo down', note: 'Cannot be reached.' }),
  demoModel({ name: 'silent', displayName: 'Demo silent', note: 'Takes the request and never answers.' }),
]

import type { Model, ModelCapabilities, ModelPrice, ParameterFact, ParameterName, TokenPrices } from '@vitrine/contracts'

/**
 * Prices as the data set named here had them on this day; a test holds them to it. That set also gives prices for names it only
 * half knows (`gpt-5-nano-` and anything after it); here only names that are listed have one.
 *
 * Limits, accepted values and days of withdrawal: https://developers.openai.com/api/docs/models, …/deprecations, read on that day.
 */
const DATE = '2026-11-21'
const SOURCE = '@pydantic/genai-prices 0.1.8'

/** USD for a million tokens, as price lists have it: input, output, read from a cache, written to one. */
const perMillion = (input: number, output: number, cached?: number, written?: number): TokenPrices => ({
  inputUsd: input / 1e6,
  outputUsd: output / 1e6,
  ...(cached === undefined ? {} : { cachedInputUsd: cached / 1e6 }),
  ...(written === undefined ? {} : { cacheWriteUsd: written / 1e6 }),
})
const listPrice = (prices: TokenPrices): ModelPrice => ({ ...prices, date: DATE, source: SOURCE })
const tieredPrice = (prices: TokenPrices, overInputTokens: number, long: TokenPrices): ModelPrice => ({
  ...listPrice(prices),
  longContext: { overInputTokens, ...long },
})
/** Prompts of 272,000 tokens and more are billed apart; for the newest models the limit itself still counts as short. */
const FROM_272K = 271_999
const OVER_272K = 272_000

type Parameters = Readonly<Partial<Record<ParameterName, ParameterFact>>>

const temperature: ParameterFact = { min: 0, max: 2, step: 0.1, default: 1 }
const topP: ParameterFact = { min: 0, max: 1, step: 0.05, default: 1 }
const penalty: ParameterFact = { min: -2, max: 2, step: 0.1, default: 0 }
const topLogprobs: ParameterFact = { min: 0, max: 20, step: 1 }

const THINKS_ALWAYS = 'this model always reasons, and takes no sampling settings'
const THINKS_NOW = 'taken only with reasoning effort none'
const NO_STOP = 'this model takes no stop sequences'
const NO_LOGPROBS = 'this model gives no log probabilities'

/** Models that answer at once. */
const sampling = (maxOutputTokens: number): Parameters => ({
  temperature,
  topP,
  maxTokens: { min: 1, max: maxOutputTokens, step: 1 },
  frequencyPenalty: penalty,
  presencePenalty: penalty,
  stop: {},
  seed: { step: 1 },
  logprobs: {},
  topLogprobs,
})

/** Models that reason before every answer. */
const alwaysReasoning = (maxOutputTokens: number, values: readonly string[], byDefault?: string): Parameters => ({
  temperature: { refused: THINKS_ALWAYS },
  topP: { refused: THINKS_ALWAYS },
  maxTokens: { min: 1, max: maxOutputTokens, step: 1 },
  frequencyPenalty: { refused: THINKS_ALWAYS },
  presencePenalty: { refused: THINKS_ALWAYS },
  stop: { refused: NO_STOP },
  logprobs: { refused: NO_LOGPROBS },
  topLogprobs: { refused: NO_LOGPROBS },
  reasoningEffort: { values, ...(byDefault === undefined ? {} : { default: byDefault }) },
})

/** Models whose reasoning can be switched off. */
const optionalReasoning = (maxOutputTokens: number, values: readonly string[], byDefault?: string): Parameters => ({
  temperature: { ...temperature, refusedWhileThinking: THINKS_NOW },
  topP: { ...topP, refusedWhileThinking: THINKS_NOW },
  maxTokens: { min: 1, max: maxOutputTokens, step: 1 },
  frequencyPenalty: { refused: 'this model takes no penalties' },
  presencePenalty: { refused: 'this model takes no penalties' },
  stop: { refused: NO_STOP },
  logprobs: { refusedWhileThinking: THINKS_NOW },
  topLogprobs: { ...topLogprobs, refusedWhileThinking: THINKS_NOW },
  reasoningEffort: { values, ...(byDefault === undefined ? {} : { default: byDefault }) },
})

const seeing: ModelCapabilities = {
  vision: true,
  files: true,
  audio: false,
  tools: true,
  jsonObject: true,
  jsonSchema: true,
  thinking: false,
  logprobs: true,
}
const reasoning: ModelCapabilities = { ...seeing, thinking: true, logprobs: false }
const maybeReasoning: ModelCapabilities = { ...seeing, thinking: true }

const TO_HIGH = ['none', 'low', 'medium', 'high'] as const
const TO_XHIGH = [...TO_HIGH, 'xhigh'] as const
const TO_MAX = [...TO_XHIGH, 'max'] as const
const TOOLS_WITHOUT_EFFORT = 'Over chat completions it calls functions only with reasoning effort none.'

type Facts = Omit<Model, 'id' | 'provider'>
const openaiModel = (facts: Facts): Model => ({ id: `openai/${facts.name}`, provider: 'openai', ...facts })

export const OPENAI_MODELS: readonly Model[] = [
  openaiModel({
    name: 'gpt-6-astra',
    displayName: 'GPT-6 Astra',
    contextTokens: 1_050_000,
    maxOutputTokens: 128_000,
    price: tieredPrice(perMillion(10, 50, 1, 12.5), FROM_272K, perMillion(20, 75, 2, 25)),
    capabilities: reasoning,
    parameters: alwaysReasoning(128_000, ['low', 'medium', 'high', 'xhigh', 'max']),
    note: 'For the hardest work; it calls functions over the Responses API only.',
  }),
  openaiModel({
    name: 'gpt-6.1-sol',
    displayName: 'GPT-6.1 Sol',
    contextTokens: 1_050_000,
    maxOutputTokens: 128_000,
    price: null,
    capabilities: reasoning,
    parameters: alwaysReasoning(128_000, ['low', 'medium', 'high', 'xhigh']),
    note: 'For complex coding and professional work; its price is not in the price table yet.',
  }),
  openaiModel({
    name: 'gpt-6-sol',
    displayName: 'GPT-6 Sol',
    contextTokens: 1_050_000,
    maxOutputTokens: 128_000,
    price: tieredPrice(perMillion(2, 10, 0.2, 2.5), OVER_272K, perMillion(4, 15, 0.4, 5)),
    capabilities: maybeReasoning,
    parameters: optionalReasoning(128_000, TO_MAX, 'medium'),
    note: TOOLS_WITHOUT_EFFORT,
  }),
  openaiModel({
    name: 'gpt-6-luna',
    displayName: 'GPT-6 Luna',
    contextTokens: 1_050_000,
    maxOutputTokens: 128_000,
    price: tieredPrice(perMillion(0.1, 0.5, 0.01, 0.125), OVER_272K, perMillion(0.2, 0.75, 0.02, 0.25)),
    capabilities: maybeReasoning,
    parameters: optionalReasoning(128_000, TO_MAX, 'medium'),
    note: `For many small tasks at a low price. ${TOOLS_WITHOUT_EFFORT}`,
  }),
  openaiModel({
    name: 'gpt-5.6-sol',
    displayName: 'GPT-5.6 Sol',
    contextTokens: 1_050_000,
    maxOutputTokens: 128_000,
    price: tieredPrice(perMillion(4, 20, 0.4, 5), FROM_272K, perMillion(8, 30, 0.8, 10)),
    capabilities: maybeReasoning,
    parameters: optionalReasoning(128_000, TO_MAX),
    note: TOOLS_WITHOUT_EFFORT,
  }),
  openaiModel({
    name: 'gpt-5.6-terra',
    displayName: 'GPT-5.6 Terra',
    contextTokens: 1_050_000,
    maxOutputTokens: 128_000,
    price: tieredPrice(perMillion(2, 12, 0.2, 2.5), FROM_272K, perMillion(4, 18, 0.4, 5)),
    capabilities: maybeReasoning,
    parameters: optionalReasoning(128_000, TO_MAX),
    note: TOOLS_WITHOUT_EFFORT,
  }),
  openaiModel({
    name: 'gpt-5.6-luna',
    displayName: 'GPT-5.6 Luna',
    contextTokens: 1_050_000,
    maxOutputTokens: 128_000,
    price: tieredPrice(perMillion(0.2, 1.2, 0.02, 0.25), FROM_272K, perMillion(0.4, 1.8, 0.04, 0.5)),
    capabilities: maybeReasoning,
    parameters: optionalReasoning(128_000, TO_MAX),
    note: TOOLS_WITHOUT_EFFORT,
  }),
  openaiModel({
    name: 'gpt-5.5',
    displayName: 'GPT-5.5',
    contextTokens: 1_050_000,
    maxOutputTokens: 128_000,
    price: tieredPrice(perMillion(5, 30, 0.5), FROM_272K, perMillion(10, 45, 1)),
    capabilities: maybeReasoning,
    parameters: optionalReasoning(128_000, TO_XHIGH),
  }),
  openaiModel({
    name: 'gpt-5.4',
    displayName: 'GPT-5.4',
    contextTokens: 1_050_000,
    maxOutputTokens: 128_000,
    price: tieredPrice(perMillion(2.5, 15, 0.25), FROM_272K, perMillion(5, 22.5, 0.5)),
    capabilities: maybeReasoning,
    parameters: optionalReasoning(128_000, TO_XHIGH, 'none'),
  }),
  openaiModel({
    name: 'gpt-5.4-mini',
    displayName: 'GPT-5.4 mini',
    contextTokens: 400_000,
    maxOutputTokens: 128_000,
    price: listPrice(perMillion(0.75, 4.5, 0.075)),
    capabilities: maybeReasoning,
    parameters: optionalReasoning(128_000, TO_XHIGH, 'none'),
  }),
  openaiModel({
    name: 'gpt-5.4-nano',
    displayName: 'GPT-5.4 nano',
    contextTokens: 400_000,
    maxOutputTokens: 128_000,
    price: listPrice(perMillion(0.2, 1.25, 0.02)),
    capabilities: maybeReasoning,
    parameters: optionalReasoning(128_000, TO_XHIGH, 'none'),
  }),
  openaiModel({
    name: 'gpt-5.2',
    displayName: 'GPT-5.2',
    contextTokens: 400_000,
    maxOutputTokens: 128_000,
    price: listPrice(perMillion(1.75, 14, 0.175)),
    capabilities: maybeReasoning,
    parameters: optionalReasoning(128_000, TO_XHIGH, 'none'),
  }),
  openaiModel({
    name: 'gpt-5.1',
    displayName: 'GPT-5.1',
    contextTokens: 400_000,
    maxOutputTokens: 128_000,
    price: listPrice(perMillion(1.25, 10, 0.125)),
    capabilities: maybeReasoning,
    parameters: optionalReasoning(128_000, TO_HIGH, 'none'),
    deprecated: '2027-04-01',
  }),
  ...(
    [
      ['gpt-5', 'GPT-5', perMillion(1.25, 10, 0.125)],
      ['gpt-5-mini', 'GPT-5 mini', perMillion(0.25, 2, 0.025)],
      ['gpt-5-nano', 'GPT-5 nano', perMillion(0.05, 0.4, 0.005)],
    ] as const
  ).map(([name, displayName, prices]) =>
    openaiModel({
      name,
      displayName,
      contextTokens: 400_000,
      maxOutputTokens: 128_000,
      price: listPrice(prices),
      capabilities: reasoning,
      parameters: alwaysReasoning(128_000, ['minimal', 'low', 'medium', 'high'], 'medium'),
      deprecated: '2026-12-11',
    }),
  ),
  ...(
    [
      ['gpt-4.1', 'GPT-4.1', perMillion(2, 8, 0.5), '2027-01-14'],
      ['gpt-4.1-mini', 'GPT-4.1 mini', perMillion(0.4, 1.6, 0.1), '2027-01-14'],
      ['gpt-4.1-nano', 'GPT-4.1 nano', perMillion(0.1, 0.4, 0.025), '2026-10-23'],
    ] as const
  ).map(([name, displayName, prices, deprecated]) =>
    openaiModel({
      name,
      displayName,
      contextTokens: 1_047_576,
      maxOutputTokens: 32_768,
      price: listPrice(prices),
      capabilities: seeing,
      parameters: sampling(32_768),
      deprecated,
    }),
  ),
  ...(
    [
      ['gpt-4o', 'GPT-4o', perMillion(2.5, 10, 1.25)],
      ['gpt-4o-mini', 'GPT-4o mini', perMillion(0.15, 0.6, 0.075)],
    ] as const
  ).map(([name, displayName, prices]) =>
    openaiModel({
      name,
      displayName,
      contextTokens: 128_000,
      maxOutputTokens: 16_384,
      price: listPrice(prices),
      capabilities: seeing,
      parameters: sampling(16_384),
      deprecated: '2027-01-14',
    }),
  ),
  ...(
    [
      ['o3', 'o3', perMillion(2, 8, 0.5), '2026-12-11'],
      ['o4-mini', 'o4-mini', perMillion(1.1, 4.4, 0.275), '2026-10-23'],
    ] as const
  ).map(([name, displayName, prices, deprecated]) =>
    openaiModel({
      name,
      displayName,
      contextTokens: 200_000,
      maxOutputTokens: 100_000,
      price: listPrice(prices),
      capabilities: reasoning,
      parameters: alwaysReasoning(100_000, ['low', 'medium', 'high'], 'medium'),
      deprecated,
    }),
  ),
]

/** Dated names of the same model at the same price: the snapshot, and the name above whose facts it has. */
export const OPENAI_SNAPSHOTS: ReadonlyMap<string, string> = new Map([
  ['gpt-5.6', 'gpt-5.6-sol'],
  ['gpt-5.5-2026-04-23', 'gpt-5.5'],
  ['gpt-5.4-2026-03-05', 'gpt-5.4'],
  ['gpt-5.4-mini-2026-03-17', 'gpt-5.4-mini'],
  ['gpt-5.4-nano-2026-03-17', 'gpt-5.4-nano'],
  ['gpt-5.2-2025-12-11', 'gpt-5.2'],
  ['gpt-5.1-2025-11-13', 'gpt-5.1'],
  ['gpt-5-2025-08-07', 'gpt-5'],
  ['gpt-5-mini-2025-08-07', 'gpt-5-mini'],
  ['gpt-5-nano-2025-08-07', 'gpt-5-nano'],
  ['gpt-4.1-2025-04-14', 'gpt-4.1'],
  ['gpt-4.1-mini-2025-04-14', 'gpt-4.1-mini'],
  ['gpt-4.1-nano-2025-04-14', 'gpt-4.1-nano'],
  ['gpt-4o-2024-11-20', 'gpt-4o'],
  ['gpt-4o-2024-08-06', 'gpt-4o'],
  ['gpt-4o-mini-2024-07-18', 'gpt-4o-mini'],
  ['o3-2025-04-16', 'o3'],
  ['o4-mini-2025-04-16', 'o4-mini'],
])

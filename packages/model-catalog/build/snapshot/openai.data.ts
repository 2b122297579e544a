import type { ModelCapabilities } from '@vitrine/contracts'
import { able, effort, type Parameters, penalty, temperature, topLogprobs, topP, upTo } from '../facts.ts'
import type { ModelSnapshot, PagePrice, ProviderSnapshot, Rates } from '../snapshot.ts'

/**
 * Read in November 2026: developers.openai.com/api/docs, pages models/<model>, guides/latest-model and deprecations; names and
 * withdrawals also in openai 7.57.0.
 */
const THINKS_ALWAYS = 'this model always reasons, and takes no sampling settings'
const THINKS_NOW = 'taken only with reasoning effort none'
const NO_STOP = 'this model takes no stop sequences'
const NO_LOGPROBS = 'this model gives no log probabilities'

/** Models that answer at once. */
const sampling = (maxOutputTokens: number): Parameters => ({
  temperature,
  topP,
  maxTokens: upTo(maxOutputTokens),
  frequencyPenalty: penalty,
  presencePenalty: penalty,
  stop: {},
  seed: { step: 1 },
  logprobs: {},
  topLogprobs,
})

/** Models that reason before every answer. */
const always = (maxOutputTokens: number, values?: readonly string[], byDefault?: string): Facts => ({
  capabilities: reasoning,
  parameters: {
    temperature: { refused: THINKS_ALWAYS },
    topP: { refused: THINKS_ALWAYS },
    maxTokens: upTo(maxOutputTokens),
    frequencyPenalty: { refused: THINKS_ALWAYS },
    presencePenalty: { refused: THINKS_ALWAYS },
    stop: { refused: NO_STOP },
    logprobs: { refused: NO_LOGPROBS },
    topLogprobs: { refused: NO_LOGPROBS },
    reasoningEffort: effort(values, byDefault),
  },
  thinking: { modes: ['effort'], byDefault: true },
})

/** Models whose reasoning can be switched off. */
const optional = (maxOutputTokens: number, values: readonly string[], byDefault?: string): Facts => ({
  capabilities: maybeReasoning,
  parameters: {
    temperature: { ...temperature, refusedWhileThinking: THINKS_NOW },
    topP: { ...topP, refusedWhileThinking: THINKS_NOW },
    maxTokens: upTo(maxOutputTokens),
    frequencyPenalty: { refused: 'this model takes no penalties' },
    presencePenalty: { refused: 'this model takes no penalties' },
    stop: { refused: NO_STOP },
    logprobs: { refusedWhileThinking: THINKS_NOW },
    topLogprobs: { ...topLogprobs, refusedWhileThinking: THINKS_NOW },
    reasoningEffort: effort(values, byDefault),
  },
  thinking: { modes: ['effort'], off: 'none', ...(byDefault === undefined ? {} : { byDefault: byDefault !== 'none' }) },
})

type Facts = Pick<ModelSnapshot, 'capabilities' | 'parameters' | 'thinking'>

const seeing = able('vision', 'files', 'tools', 'jsonObject', 'jsonSchema', 'logprobs')
const reasoning: ModelCapabilities = { ...seeing, thinking: true, logprobs: false }
const maybeReasoning: ModelCapabilities = { ...seeing, thinking: true }

const TO_HIGH = ['none', 'low', 'medium', 'high'] as const
const TO_XHIGH = [...TO_HIGH, 'xhigh'] as const
const TO_MAX = [...TO_XHIGH, 'max'] as const
const TOOLS_WITHOUT_EFFORT = 'Over chat completions it calls functions only with reasoning effort none.'
const TOOLS_BY_RESPONSES = 'It calls functions over the Responses API only.'
const BOTH = ['chat', 'responses'] as const

const page = (model: string, rates: Rates, long: Rates): PagePrice => ({
  page: `https://developers.openai.com/api/docs/models/${model}`,
  date: '2026-11-21',
  rates,
  long: { overInputTokens: 272_000, rates: long },
})

/** The newest: a context of a million, and functions over the Responses API. */
const frontier = (name: string, displayName: string, facts: Facts, more: Partial<ModelSnapshot>): ModelSnapshot => ({
  name,
  displayName,
  contextTokens: 1_050_000,
  maxOutputTokens: 128_000,
  ...facts,
  api: BOTH,
  toolsOver: ['responses'],
  ...more,
})
const older = (
  name: string,
  displayName: string,
  limits: readonly [context: number, output: number],
  facts: Facts,
  more: Partial<ModelSnapshot> = {},
): ModelSnapshot => ({
  name,
  displayName,
  contextTokens: limits[0],
  maxOutputTokens: limits[1],
  ...facts,
  api: BOTH,
  ...more,
})
const MILLION = [1_050_000, 128_000] as const
const GPT_5 = [400_000, 128_000] as const
const GPT_4_1 = [1_047_576, 32_768] as const
const GPT_4O = [128_000, 16_384] as const
const O_SERIES = [200_000, 100_000] as const
const atOnce = (limits: readonly [number, number]): Facts => ({ capabilities: seeing, parameters: sampling(limits[1]) })

export const OPENAI: ProviderSnapshot = {
  provider: 'openai',
  dataSetId: 'openai',
  constant: 'OPENAI',
  models: [
    frontier('gpt-6-astra', 'GPT-6 Astra', always(128_000, ['low', 'medium', 'high', 'xhigh', 'max']), {
      note: 'For the hardest work; it calls functions over the Responses API only.',
    }),
    frontier('gpt-6.2-sol', 'GPT-6.2 Sol', always(128_000), {
      price: page('gpt-6.2-sol', { input: 2, output: 10, cached: 0.1, written: 2.5 }, { input: 4, output: 15, cached: 0.2, written: 5 }),
      note: `For everyday work, from coding to work by itself. ${TOOLS_BY_RESPONSES}`,
    }),
    frontier('gpt-6.1-sol', 'GPT-6.1 Sol', always(128_000, ['low', 'medium', 'high', 'xhigh'], 'medium'), {
      price: page('gpt-6.1-sol', { input: 2, output: 10, cached: 0.1, written: 2.5 }, { input: 4, output: 15, cached: 0.2, written: 5 }),
      aliases: ['gpt-6.1-sol-2026-09-29'],
      note: `For complex coding and professional work. ${TOOLS_BY_RESPONSES}`,
    }),
    frontier('gpt-6.1-terra', 'GPT-6.1 Terra', optional(128_000, TO_MAX, 'medium'), {
      price: page(
        'gpt-6.1-terra',
        { input: 1, output: 5, cached: 0.05, written: 1.25 },
        { input: 2, output: 7.5, cached: 0.1, written: 2.5 },
      ),
      note: `Fast, and good with pictures. ${TOOLS_BY_RESPONSES}`,
    }),
    frontier('gpt-6-sol', 'GPT-6 Sol', optional(128_000, TO_MAX, 'medium'), { note: TOOLS_WITHOUT_EFFORT }),
    frontier('gpt-6-luna', 'GPT-6 Luna', optional(128_000, TO_MAX, 'medium'), {
      note: `For many small tasks at a low price. ${TOOLS_WITHOUT_EFFORT}`,
    }),
    frontier('gpt-5.6-sol', 'GPT-5.6 Sol', optional(128_000, TO_MAX), { aliases: ['gpt-5.6'], note: TOOLS_WITHOUT_EFFORT }),
    frontier('gpt-5.6-terra', 'GPT-5.6 Terra', optional(128_000, TO_MAX), { note: TOOLS_WITHOUT_EFFORT }),
    frontier('gpt-5.6-luna', 'GPT-5.6 Luna', optional(128_000, TO_MAX), { note: TOOLS_WITHOUT_EFFORT }),
    older('gpt-5.5', 'GPT-5.5', MILLION, optional(128_000, TO_XHIGH), { aliases: ['gpt-5.5-2026-04-23'] }),
    older('gpt-5.4', 'GPT-5.4', MILLION, optional(128_000, TO_XHIGH, 'none'), { aliases: ['gpt-5.4-2026-03-05'] }),
    older('gpt-5.4-mini', 'GPT-5.4 mini', GPT_5, optional(128_000, TO_XHIGH, 'none'), { aliases: ['gpt-5.4-mini-2026-03-17'] }),
    older('gpt-5.4-nano', 'GPT-5.4 nano', GPT_5, optional(128_000, TO_XHIGH, 'none'), {
      aliases: ['gpt-5.4-nano-2026-03-17'],
      deprecated: '2027-04-01',
    }),
    older('gpt-5.2', 'GPT-5.2', GPT_5, optional(128_000, TO_XHIGH, 'none'), { aliases: ['gpt-5.2-2025-12-11'] }),
    older('gpt-5.1', 'GPT-5.1', GPT_5, optional(128_000, TO_HIGH, 'none'), { aliases: ['gpt-5.1-2025-11-13'], deprecated: '2027-04-01' }),
    ...(
      [
        ['gpt-5', 'GPT-5'],
        ['gpt-5-mini', 'GPT-5 mini'],
        ['gpt-5-nano', 'GPT-5 nano'],
      ] as const
    ).map(([name, displayName]) =>
      older(name, displayName, GPT_5, always(128_000, ['minimal', 'low', 'medium', 'high'], 'medium'), {
        aliases: [`${name}-2025-08-07`],
        deprecated: '2026-12-11',
      }),
    ),
    older('gpt-4.1', 'GPT-4.1', GPT_4_1, atOnce(GPT_4_1), { aliases: ['gpt-4.1-2025-04-14'], deprecated: '2027-01-14' }),
    older('gpt-4.1-mini', 'GPT-4.1 mini', GPT_4_1, atOnce(GPT_4_1), { aliases: ['gpt-4.1-mini-2025-04-14'], deprecated: '2027-01-14' }),
    older('gpt-4.1-nano', 'GPT-4.1 nano', GPT_4_1, atOnce(GPT_4_1), { aliases: ['gpt-4.1-nano-2025-04-14'], deprecated: '2026-10-23' }),
    older('gpt-4o', 'GPT-4o', GPT_4O, atOnce(GPT_4O), { aliases: ['gpt-4o-2024-11-20', 'gpt-4o-2024-08-06'], deprecated: '2027-01-14' }),
    older('gpt-4o-mini', 'GPT-4o mini', GPT_4O, atOnce(GPT_4O), { aliases: ['gpt-4o-mini-2024-07-18'], deprecated: '2027-01-14' }),
    older('o3', 'o3', O_SERIES, always(100_000, ['low', 'medium', 'high'], 'medium'), {
      aliases: ['o3-2025-04-16'],
      deprecated: '2026-12-11',
    }),
    older('o4-mini', 'o4-mini', O_SERIES, always(100_000, ['low', 'medium', 'high'], 'medium'), {
      aliases: ['o4-mini-2025-04-16'],
      deprecated: '2026-10-23',
    }),
  ],
}

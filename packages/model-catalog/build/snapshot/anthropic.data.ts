import type { ParameterFact } from '@vitrine/contracts'
import { able, effort, type Parameters, upTo } from '../facts.ts'
import type { ModelSnapshot, PagePrice, ProviderSnapshot, Rates } from '../snapshot.ts'

/**
 * Read in November 2026: platform.claude.com/docs/en, pages models/<model>/overview, build-with-claude/thinking (and its per-model table
 * under thinking-troubleshooting), effort, structured-outputs, prompt-engineering/prompting-claude-haiku-5-5,
 * about-claude/model-deprecations and pricing; names and withdrawals also in @anthropic-ai/sdk 1.12.0.
 */
const page = (date: string, rates: Rates, long?: PagePrice['long']): PagePrice => ({
  page: 'https://platform.claude.com/docs/en/about-claude/pricing',
  date,
  rates,
  ...(long === undefined ? {} : { long }),
})

/** The version that still takes temperature and top P, and the one that takes them from no model. */
const WITH_SAMPLING = '2023-06-01'
const WITHOUT_SAMPLING = '2026-10-21'

const NO_SAMPLING = 'this model takes no sampling settings; say in the prompt what you want'
const WHILE_THINKING = 'not taken while thinking is on; switch thinking off, or leave the field blank'
const NO_EFFORT = 'this model has no levels of effort; give its thinking a budget of tokens'
const NO_FORCED_TOOLS = 'this model decides by itself whether it calls a function; name the function in the prompt'
const NOT_WHILE_THINKING = 'a function cannot be forced while thinking is on'
const ONE_OF_TWO = 'Takes temperature or top P, not both.'

const LOW_TO_HIGH = ['low', 'medium', 'high'] as const
const WITHOUT_XHIGH = [...LOW_TO_HIGH, 'max'] as const
const ALL = [...LOW_TO_HIGH, 'xhigh', 'max'] as const

const abilities = able('vision', 'files', 'tools', 'jsonSchema', 'thinking')
const unsampled: Parameters = { temperature: { refused: NO_SAMPLING }, topP: { refused: NO_SAMPLING } }
const sampled: Parameters = {
  temperature: { min: 0, max: 1, step: 0.1, default: 1, refusedWhileThinking: WHILE_THINKING },
  topP: { min: 0, max: 1, step: 0.05, refusedWhileThinking: 'taken only from 0.95 up while thinking is on; leave the field blank' },
}

const BUDGET = { min: 1024 }

interface Claude {
  readonly name: string
  readonly displayName: string
  readonly maxOutputTokens: number
  readonly sampling: Parameters
  readonly thinking: NonNullable<ModelSnapshot['thinking']>
  /** What a caller may choose; the last word of ours that an adapter turns into the provider's. */
  readonly choices: ParameterFact
  readonly effort: ParameterFact
  readonly rest?: Partial<ModelSnapshot>
}

const claude = (model: Claude): ModelSnapshot => ({
  name: model.name,
  displayName: model.displayName,
  contextTokens: 1_000_000,
  maxOutputTokens: model.maxOutputTokens,
  capabilities: abilities,
  parameters: {
    ...model.sampling,
    maxTokens: upTo(model.maxOutputTokens),
    stop: {},
    reasoningEffort: model.effort,
    thinking: model.choices,
  },
  api: ['messages'],
  apiVersion: model.sampling === sampled ? WITH_SAMPLING : WITHOUT_SAMPLING,
  thinking: model.thinking,
  ...model.rest,
})

const adaptive: Pick<Claude, 'maxOutputTokens' | 'sampling'> = { maxOutputTokens: 128_000, sampling: unsampled }
const byBudget: Pick<Claude, 'maxOutputTokens' | 'sampling' | 'thinking' | 'choices'> = {
  maxOutputTokens: 64_000,
  sampling: sampled,
  thinking: { modes: ['budget'], byDefault: false, off: 'disabled', budget: BUDGET, display: 'summarized' },
  choices: { values: ['enabled', 'disabled'], default: 'disabled' },
}
const eitherWay: Pick<Claude, 'maxOutputTokens' | 'sampling' | 'thinking' | 'choices'> = {
  maxOutputTokens: 128_000,
  sampling: sampled,
  thinking: { modes: ['adaptive', 'budget', 'effort'], byDefault: false, off: 'disabled', budget: BUDGET, display: 'summarized' },
  choices: { values: ['enabled', 'disabled', 'adaptive'], default: 'disabled' },
}
const ALWAYS: ParameterFact = { values: ['adaptive'], default: 'adaptive' }
const USUALLY: ParameterFact = { values: ['disabled', 'adaptive'], default: 'adaptive' }
const WHEN_ASKED: ParameterFact = { values: ['disabled', 'adaptive'], default: 'disabled' }

export const ANTHROPIC: ProviderSnapshot = {
  provider: 'anthropic',
  dataSetId: 'anthropic',
  constant: 'ANTHROPIC',
  models: [
    claude({
      ...adaptive,
      name: 'claude-fable-5-2',
      displayName: 'Claude Fable 5.2',
      thinking: { modes: ['adaptive', 'effort'], byDefault: true },
      choices: ALWAYS,
      effort: effort(ALL, 'high'),
      rest: {
        price: page('2026-11-10', { input: 8, output: 40, cached: 0.2, written: 10 }),
        note: 'For demanding reasoning and long work by itself.',
      },
    }),
    claude({
      ...adaptive,
      name: 'claude-fable-5-1',
      displayName: 'Claude Fable 5.1',
      thinking: { modes: ['adaptive', 'effort'], byDefault: true, display: 'omitted' },
      choices: ALWAYS,
      effort: effort(ALL, 'high'),
      rest: { forcedTools: { refused: NO_FORCED_TOOLS } },
    }),
    claude({
      ...adaptive,
      name: 'claude-fable-5',
      displayName: 'Claude Fable 5',
      thinking: { modes: ['adaptive', 'effort'], byDefault: true, display: 'omitted' },
      choices: ALWAYS,
      effort: effort(ALL, 'high'),
    }),
    claude({
      ...adaptive,
      name: 'claude-opus-5-5',
      displayName: 'Claude Opus 5.5',
      thinking: { modes: ['adaptive', 'effort'], byDefault: true, display: 'omitted' },
      choices: ALWAYS,
      effort: effort(ALL, 'medium'),
      rest: { forcedTools: { refused: NO_FORCED_TOOLS }, note: 'For most work, long coding and knowledge work above all.' },
    }),
    claude({
      ...adaptive,
      name: 'claude-opus-5',
      displayName: 'Claude Opus 5',
      thinking: { modes: ['adaptive', 'effort'], byDefault: true, off: 'disabled', offUpToEffort: 'high', display: 'omitted' },
      choices: USUALLY,
      effort: effort(ALL, 'high'),
    }),
    claude({
      ...adaptive,
      name: 'claude-opus-4-8',
      displayName: 'Claude Opus 4.8',
      thinking: { modes: ['adaptive', 'effort'], byDefault: false, off: 'disabled', display: 'omitted' },
      choices: WHEN_ASKED,
      effort: effort(ALL, 'high'),
    }),
    claude({
      ...adaptive,
      name: 'claude-opus-4-7',
      displayName: 'Claude Opus 4.7',
      thinking: { modes: ['adaptive', 'effort'], byDefault: false, off: 'disabled', display: 'omitted' },
      choices: WHEN_ASKED,
      effort: effort(ALL, 'high'),
    }),
    claude({
      ...eitherWay,
      name: 'claude-opus-4-6',
      displayName: 'Claude Opus 4.6',
      effort: effort(WITHOUT_XHIGH, 'high'),
      rest: { note: ONE_OF_TWO },
    }),
    claude({
      ...byBudget,
      name: 'claude-opus-4-5',
      displayName: 'Claude Opus 4.5',
      thinking: { ...byBudget.thinking, modes: ['budget', 'effort'] },
      effort: effort(LOW_TO_HIGH, 'high'),
      rest: {
        contextTokens: 200_000,
        forcedTools: { refusedWhileThinking: NOT_WHILE_THINKING },
        aliases: ['claude-opus-4-5-20251101'],
        note: ONE_OF_TWO,
      },
    }),
    claude({
      ...adaptive,
      name: 'claude-sonnet-5-5',
      displayName: 'Claude Sonnet 5.5',
      thinking: { modes: ['adaptive', 'effort'], byDefault: true, off: 'between_tools', offUpToEffort: 'high', display: 'omitted' },
      choices: USUALLY,
      effort: effort(ALL, 'high'),
      rest: {
        price: page('2026-10-24', { input: 2, output: 10, cached: 0.1, written: 2.5 }),
        forcedTools: { refused: NO_FORCED_TOOLS },
        note: 'Fast, and good at nearly everything.',
      },
    }),
    claude({
      ...adaptive,
      name: 'claude-sonnet-5',
      displayName: 'Claude Sonnet 5',
      thinking: { modes: ['adaptive', 'effort'], byDefault: true, off: 'disabled', display: 'omitted' },
      choices: USUALLY,
      effort: effort(ALL, 'high'),
    }),
    claude({
      ...eitherWay,
      name: 'claude-sonnet-4-6',
      displayName: 'Claude Sonnet 4.6',
      effort: effort(WITHOUT_XHIGH, 'high'),
      rest: { note: ONE_OF_TWO },
    }),
    claude({
      ...byBudget,
      name: 'claude-sonnet-4-5',
      displayName: 'Claude Sonnet 4.5',
      effort: { refused: NO_EFFORT },
      rest: {
        contextTokens: 200_000,
        forcedTools: { refusedWhileThinking: NOT_WHILE_THINKING },
        aliases: ['claude-sonnet-4-5-20250929'],
        note: ONE_OF_TWO,
        deprecated: '2026-11-30',
      },
    }),
    claude({
      ...adaptive,
      name: 'claude-haiku-5-5',
      displayName: 'Claude Haiku 5.5',
      thinking: { modes: ['adaptive', 'effort'], byDefault: true, off: 'disabled', offUpToEffort: 'high', display: 'omitted' },
      choices: USUALLY,
      effort: effort(ALL, 'medium'),
      rest: {
        price: page(
          '2026-10-24',
          { input: 0.1, output: 0.5, cached: 0.01, written: 0.125 },
          { overInputTokens: 100_000, rates: { input: 0.5, output: 2.5, cached: 0.05, written: 0.625 } },
        ),
        note: 'For many small tasks: sorting, routing, extracting.',
      },
    }),
    claude({
      ...byBudget,
      name: 'claude-haiku-4-5',
      displayName: 'Claude Haiku 4.5',
      effort: { refused: NO_EFFORT },
      rest: {
        contextTokens: 200_000,
        forcedTools: { refusedWhileThinking: NOT_WHILE_THINKING },
        aliases: ['claude-haiku-4-5-20251001'],
        note: ONE_OF_TWO,
      },
    }),
  ],
}

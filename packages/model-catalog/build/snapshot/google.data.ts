import { able, effort, type Parameters, temperature, upTo } from '../facts.ts'
import type { ModelSnapshot, ProviderSnapshot } from '../snapshot.ts'

/**
 * Gemini through its chat completions. Read in November 2026: ai.google.dev/gemini-api/docs, pages models/<model>, openai, thinking,
 * whats-new-gemini-3.6 and deprecations; docs.cloud.google.com guides of the models.
 */
const CONTEXT = 1_048_576
const MAX_OUTPUT = 65_536

const MINIMAL_TO_HIGH = ['minimal', 'low', 'medium', 'high'] as const
const LOW_TO_HIGH = ['low', 'medium', 'high'] as const
const ABOUT_SOUND = 'Sound costs more than text here; the price is that of text.'
const UNTIL_2027 = 'The price is doubled from 2027 on.'

const abilities = able('vision', 'files', 'audio', 'tools', 'jsonObject', 'jsonSchema', 'thinking')
const taken = (reasoningEffort: Parameters['reasoningEffort']): Parameters => ({
  temperature,
  topP: { min: 0, max: 1, step: 0.05 },
  maxTokens: upTo(MAX_OUTPUT),
  stop: {},
  ...(reasoningEffort === undefined ? {} : { reasoningEffort }),
})

type Gemini = Pick<ModelSnapshot, 'name' | 'displayName' | 'thinking'> & {
  readonly effort: NonNullable<Parameters['reasoningEffort']>
} & Pick<Partial<ModelSnapshot>, 'note' | 'deprecated'>

const gemini = ({ effort: levels, ...facts }: Gemini): ModelSnapshot => ({
  contextTokens: CONTEXT,
  maxOutputTokens: MAX_OUTPUT,
  capabilities: abilities,
  parameters: taken(levels),
  api: ['chat'],
  ...facts,
})

const always = { modes: ['effort'], byDefault: true } as const

export const GOOGLE: ProviderSnapshot = {
  provider: 'google',
  dataSetId: 'google',
  constant: 'GOOGLE',
  models: [
    gemini({
      name: 'gemini-3.8-flash',
      displayName: 'Gemini 3.8 Flash',
      thinking: always,
      effort: effort(LOW_TO_HIGH, 'medium'),
      note: `For work in many steps, with pictures and sound. ${UNTIL_2027}`,
    }),
    gemini({
      name: 'gemini-3.7-flash',
      displayName: 'Gemini 3.7 Flash',
      thinking: always,
      effort: effort(LOW_TO_HIGH, 'medium'),
      note: UNTIL_2027,
    }),
    gemini({
      name: 'gemini-3.6-flash',
      displayName: 'Gemini 3.6 Flash',
      thinking: always,
      effort: effort(MINIMAL_TO_HIGH, 'medium'),
      note: UNTIL_2027,
    }),
    gemini({
      name: 'gemini-3.5-flash-lite',
      displayName: 'Gemini 3.5 Flash-Lite',
      thinking: always,
      effort: effort(MINIMAL_TO_HIGH, 'minimal'),
    }),
    gemini({
      name: 'gemini-3.1-pro-preview',
      displayName: 'Gemini 3.1 Pro (preview)',
      thinking: always,
      effort: effort(LOW_TO_HIGH, 'high'),
    }),
    gemini({
      name: 'gemini-3.1-flash-lite',
      displayName: 'Gemini 3.1 Flash-Lite',
      thinking: always,
      effort: effort(MINIMAL_TO_HIGH, 'minimal'),
      note: ABOUT_SOUND,
      deprecated: '2027-05-07',
    }),
    gemini({
      name: 'gemini-2.5-pro',
      displayName: 'Gemini 2.5 Pro',
      thinking: { modes: ['effort', 'budget'], byDefault: true, budget: { min: 128, max: 32_768 } },
      effort: effort(MINIMAL_TO_HIGH),
      deprecated: '2026-12-01',
    }),
    gemini({
      name: 'gemini-2.5-flash',
      displayName: 'Gemini 2.5 Flash',
      thinking: { modes: ['effort', 'budget'], byDefault: true, off: 'none', budget: { min: 0, max: 24_576 } },
      effort: effort(['none', ...MINIMAL_TO_HIGH]),
      note: ABOUT_SOUND,
      deprecated: '2026-12-01',
    }),
    gemini({
      name: 'gemini-2.5-flash-lite',
      displayName: 'Gemini 2.5 Flash-Lite',
      thinking: { modes: ['effort', 'budget'], byDefault: false, off: 'none', budget: { min: 512, max: 24_576 } },
      effort: effort(['none', ...MINIMAL_TO_HIGH], 'none'),
      note: ABOUT_SOUND,
    }),
  ],
}

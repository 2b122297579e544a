import type { ModelSettings } from '@vitrine/contracts'
import { canonicalText } from '../../state/text-hash.ts'

type SettingName = keyof ModelSettings

/** A setting that two variants do not have alike. */
export interface SettingDifference {
  readonly name: SettingName
  /** As they are written; null where it is not set. */
  readonly here: string | null
  readonly first: string | null
}

/** In the order of the settings panel; what a later version may know comes last. */
const ORDER: readonly SettingName[] = [
  'model',
  'temperature',
  'topP',
  'maxTokens',
  'maxCompletionTokens',
  'thinking',
  'reasoningEffort',
  'frequencyPenalty',
  'presencePenalty',
  'stop',
  'seed',
  'logprobs',
  'topLogprobs',
  'tools',
  'toolChoice',
  'toolLoop',
  'responseFormat',
  'api',
  'stream',
  'extraBody',
]

const LONGEST_SHOWN = 80

function shown(value: unknown): string | null {
  if (value === undefined) return null
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text
}

/** What is set otherwise than in the first variant, the model included. */
export function differencesFrom(first: ModelSettings, here: ModelSettings): readonly SettingDifference[] {
  const named = new Set<string>([...Object.keys(first), ...Object.keys(here)])
  const known = ORDER.filter((name) => named.has(name))
  return known
    .filter((name) => canonicalText(first[name]) !== canonicalText(here[name]))
    .map((name) => ({ name, here: shown(here[name]), first: shown(first[name]) }))
}

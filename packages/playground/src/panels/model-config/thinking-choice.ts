import type { ModelSettings, ParameterFact } from '@vitrine/contracts'
import type { SettingsPatch } from './with-settings.ts'

export type ThinkingMode = 'off' | 'adaptive' | 'effort' | 'budget'

export interface ThinkingFacts {
  readonly thinking: ParameterFact | undefined
  readonly effort: ParameterFact | undefined
}

/** What the form offers for thinking, and what is chosen; null is the provider's default. */
export interface ThinkingChoice {
  readonly modes: readonly ThinkingMode[]
  readonly mode: ThinkingMode | null
  /** The efforts that a model takes, without the one that means none. */
  readonly efforts: readonly string[]
}

const takes = (fact: ParameterFact | undefined, value: string): boolean =>
  fact !== undefined && fact.refused === undefined && (fact.values?.includes(value) ?? true)

export function thinkingChoice({ thinking, effort }: ThinkingFacts, settings: ModelSettings): ThinkingChoice {
  const efforts = (effort?.refused === undefined ? effort?.values : undefined)?.filter((value) => value !== 'none') ?? []
  const modes: ThinkingMode[] = []
  if (takes(thinking, 'disabled') || takes(effort, 'none')) modes.push('off')
  if (takes(thinking, 'adaptive')) modes.push('adaptive')
  if (efforts.length > 0) modes.push('effort')
  if (takes(thinking, 'enabled')) modes.push('budget')
  return { modes, mode: modeOf(settings), efforts }
}

function modeOf({ thinking, reasoningEffort }: ModelSettings): ThinkingMode | null {
  if (thinking?.type === 'disabled' || reasoningEffort === 'none') return 'off'
  if (thinking?.type === 'adaptive') return 'adaptive'
  if (thinking !== undefined) return 'budget'
  return reasoningEffort === undefined ? null : 'effort'
}

/** A middle one of the efforts: what a switch to *Effort* begins with. */
const usualEffort = (efforts: readonly string[]): string | undefined =>
  efforts.includes('medium') ? 'medium' : efforts[Math.floor((efforts.length - 1) / 2)]

/** The two settings for a mode: one says it, the other is silent. */
export function settingsForMode(mode: ThinkingMode, facts: ThinkingFacts, choice: ThinkingChoice): SettingsPatch {
  switch (mode) {
    case 'off':
      return takes(facts.thinking, 'disabled')
        ? { thinking: { type: 'disabled' }, reasoningEffort: undefined }
        : { thinking: undefined, reasoningEffort: 'none' }
    case 'adaptive':
      return { thinking: { type: 'adaptive' }, reasoningEffort: undefined }
    case 'effort':
      return { thinking: undefined, reasoningEffort: usualEffort(choice.efforts) }
    case 'budget':
      return { thinking: { type: 'enabled' }, reasoningEffort: undefined }
    default:
      return mode satisfies never
  }
}

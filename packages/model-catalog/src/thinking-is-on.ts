import type { Model, ModelSettings } from '@vitrine/contracts'

/**
 * Whether the model will think before it answers, given these settings.
 *
 * *Shape*: either setting can switch thinking off, then either can switch it on, then what the model does by default counts; a model
 * that is known not to think never does, and one that can is taken to where its default is not known.
 */
export function thinkingIsOn(settings: ModelSettings, facts: Model | null): boolean {
  if (facts?.capabilities?.thinking === false) return false
  if (settings.thinking?.type === 'disabled' || settings.reasoningEffort === 'none') return false
  if (settings.thinking !== undefined || settings.reasoningEffort !== undefined) return true
  const byDefault = facts?.parameters?.thinking?.default ?? facts?.parameters?.reasoningEffort?.default
  if (byDefault === undefined) return facts?.capabilities?.thinking === true
  return byDefault !== 'none' && byDefault !== 'disabled'
}

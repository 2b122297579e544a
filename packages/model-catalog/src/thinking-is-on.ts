import type { Model, ModelSettings } from '@vitrine/contracts'

/**
 * Whether the model will think before it answers, given these settings.
 *
 * *Shape*: a model that is known never to think does not, one that nothing stops does. For the rest either setting can switch thinking
 * off, then either can switch it on, then what the model does by default counts; one that can think is taken to where that is not known.
 */
export function thinkingIsOn(settings: ModelSettings, facts: Model | null): boolean {
  if (facts?.capabilities?.thinking === false) return false
  if (facts?.thinking?.byDefault === true && facts.thinking.off === undefined) return true
  if (settings.thinking?.type === 'disabled' || settings.reasoningEffort === 'none') return false
  if (settings.thinking !== undefined || settings.reasoningEffort !== undefined) return true
  const known = facts?.thinking?.byDefault
  if (known !== undefined) return known
  const byDefault = facts?.parameters?.thinking?.default ?? facts?.parameters?.reasoningEffort?.default
  if (byDefault === undefined) return facts?.capabilities?.thinking === true
  return byDefault !== 'none' && byDefault !== 'disabled'
}

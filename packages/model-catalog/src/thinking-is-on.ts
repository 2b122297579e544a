import type { Model, ModelSettings } from '@vitrine/contracts'

/**
 * Whether the model will think before it answers, given these settings.
 *
 * *Shape*: a model that is known never to think does not, one that nothing stops does. For the rest either setting can switch thinking
 * off, then either can switch it on, then what the model does by default counts; one that can think is taken to where that is not known.
 */
export function thinkingIsOn({ thinking, reasoningEffort }: ModelSettings, facts: Model | null): boolean {
  const able = facts?.capabilities?.thinking
  if (able === false) return false
  const { byDefault, off } = facts?.thinking ?? {}
  if (byDefault === true && off === undefined) return true
  if (thinking?.type === 'disabled' || reasoningEffort === 'none') return false
  return thinking !== undefined || reasoningEffort !== undefined || (byDefault ?? able === true)
}

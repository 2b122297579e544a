import type { Model, ModelSettings } from '@vitrine/contracts'

/** Whether the model will think: as asked, else as it does by default. A model of which nothing is known is taken not to. */
export function isThinking(settings: ModelSettings, facts: Model | null): boolean {
  if (settings.thinking !== undefined) return settings.thinking.type !== 'disabled'
  if (settings.reasoningEffort !== undefined) return settings.reasoningEffort !== 'none'
  const known = facts?.thinking?.byDefault
  if (known !== undefined) return known
  const byDefault = facts?.parameters?.reasoningEffort?.default ?? facts?.parameters?.thinking?.default
  return byDefault !== undefined && byDefault !== false && byDefault !== 'none' && byDefault !== 'disabled'
}

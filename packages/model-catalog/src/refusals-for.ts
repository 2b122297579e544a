import { PARAMETER_NAMES, type Model, type ModelSettings, type ParameterName } from '@vitrine/contracts'
import { thinkingIsOn } from './thinking-is-on.ts'

/** A setting that the model refuses as things are, and why, for people. */
export interface Refusal {
  readonly name: ParameterName | 'tools' | 'toolChoice' | 'responseFormat'
  readonly reason: string
}

const chosen = (value: ModelSettings[ParameterName]): unknown =>
  typeof value === 'object' && value !== null && 'type' in value ? value.type : value

/** Whether a setting asks for thoughts, rather than for none. */
const asksToThink = (name: ParameterName, value: unknown): boolean =>
  (name === 'thinking' && value !== 'disabled') || (name === 'reasoningEffort' && value !== 'none')

function reasonAgainst(facts: Model, name: ParameterName, settings: ModelSettings): string | undefined {
  const pick = chosen(settings[name])
  if (pick === undefined) return undefined
  if (facts.capabilities?.thinking === false && asksToThink(name, pick)) return 'this model does not think before it answers'
  const fact = facts.parameters?.[name]
  if (fact?.refused !== undefined) return fact.refused
  if (fact?.refusedWhileThinking !== undefined && thinkingIsOn(settings, facts)) return fact.refusedWhileThinking
  if (fact?.values !== undefined && typeof pick === 'string' && !fact.values.includes(pick)) return `takes only ${fact.values.join(', ')}`
  return undefined
}

/**
 * Lists what the model is known to refuse of these settings, before it is asked. A model about which nothing is known refuses nothing.
 * What is refused only beside another setting is said by `clashesIn`.
 *
 * *Shape*: only settings that are set; in the order of `PARAMETER_NAMES`, then tools and response format.
 */
export function refusalsFor(settings: ModelSettings, facts: Model | null): readonly Refusal[] {
  if (facts === null) return []
  const refusals: Refusal[] = []
  for (const name of PARAMETER_NAMES) {
    const reason = reasonAgainst(facts, name, settings)
    if (reason !== undefined) refusals.push({ name, reason })
  }
  const { capabilities } = facts
  if (capabilities === null) return refusals
  if (settings.tools !== undefined && !capabilities.tools) refusals.push({ name: 'tools', reason: 'this model cannot call tools' })
  const format = settings.responseFormat?.type
  if (format === 'json_object' && !capabilities.jsonObject) refusals.push({ name: 'responseFormat', reason: 'this model has no JSON mode' })
  if (format === 'json_schema' && !capabilities.jsonSchema) {
    refusals.push({ name: 'responseFormat', reason: 'this model cannot be held to a JSON schema' })
  }
  return refusals
}

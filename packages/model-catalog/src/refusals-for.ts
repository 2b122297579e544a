import { PARAMETER_NAMES, type Model, type ModelSettings, type ParameterFact, type ParameterName } from '@vitrine/contracts'
import { thinkingIsOn } from './thinking.ts'

/** A setting that the model refuses as things are, and why, for people. */
export interface Refusal {
  readonly name: ParameterName | 'tools' | 'responseFormat'
  readonly reason: string
}

const chosen = (value: ModelSettings[ParameterName]): unknown =>
  typeof value === 'object' && value !== null && 'type' in value ? value.type : value

function reasonAgainst(fact: ParameterFact, value: ModelSettings[ParameterName], thinks: boolean): string | undefined {
  if (fact.refused !== undefined) return fact.refused
  if (thinks && fact.refusedWhileThinking !== undefined) return fact.refusedWhileThinking
  const pick = chosen(value)
  if (fact.values !== undefined && typeof pick === 'string' && !fact.values.includes(pick)) return `takes only ${fact.values.join(', ')}`
  return undefined
}

/**
 * Lists what the model is known to refuse of these settings, before it is asked. A model about which nothing is known refuses nothing.
 *
 * *Shape*: only settings that are set; in the order of `PARAMETER_NAMES`, then tools and response format.
 */
export function refusalsFor(settings: ModelSettings, facts: Model | null): readonly Refusal[] {
  if (facts === null) return []
  const thinks = thinkingIsOn(settings, facts)
  const refusals: Refusal[] = []
  for (const name of PARAMETER_NAMES) {
    const fact = facts.parameters?.[name]
    const value = settings[name]
    const reason = fact === undefined || value === undefined ? undefined : reasonAgainst(fact, value, thinks)
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

import type { Model, ParameterFact } from '@vitrine/contracts'
import { asList, asObject, type Json } from '../../dialect/json.ts'

type Parameters = NonNullable<Model['parameters']>

/** Every effort that OpenRouter knows, for models that name none of their own. */
const EFFORTS = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'] as const

/** What a model takes, by OpenRouter's list of it: what is listed is taken by at least one of the model's providers. */
export function openRouterParameters(entry: Json, maxOutputTokens: number | null): Parameters | null {
  if (!Array.isArray(entry['supported_parameters'])) return null
  const supported = new Set(entry['supported_parameters'])
  const defaults = asObject(entry['default_parameters']) ?? {}
  const reasoning = asObject(entry['reasoning'])
  const fact = (name: string, range: ParameterFact): ParameterFact | null => {
    const byDefault = defaults[name]
    return supported.has(name) ? { ...range, ...(typeof byDefault === 'number' ? { default: byDefault } : {}) } : null
  }
  const reasons = supported.has('reasoning') || supported.has('reasoning_effort')
  const facts: Readonly<Record<keyof Parameters, ParameterFact | null>> = {
    temperature: fact('temperature', { min: 0, max: 2, step: 0.1 }),
    topP: fact('top_p', { min: 0, max: 1, step: 0.05 }),
    maxTokens: fact('max_tokens', { min: 1, ...(maxOutputTokens === null ? {} : { max: maxOutputTokens }), step: 1 }),
    frequencyPenalty: fact('frequency_penalty', { min: -2, max: 2, step: 0.1 }),
    presencePenalty: fact('presence_penalty', { min: -2, max: 2, step: 0.1 }),
    stop: fact('stop', {}),
    seed: fact('seed', { step: 1 }),
    logprobs: fact('logprobs', {}),
    topLogprobs: fact('top_logprobs', { min: 0, max: 20, step: 1 }),
    reasoningEffort: reasons ? { values: effortsOf(reasoning), ...defaultEffort(reasoning) } : null,
    thinking: supported.has('reasoning') ? {} : null,
  }
  return Object.fromEntries(Object.entries(facts).filter(([, known]) => known !== null))
}

function effortsOf(reasoning: Json | null): readonly string[] {
  const own = asList(reasoning?.['supported_efforts']).filter((effort) => typeof effort === 'string')
  const efforts = own.length > 0 ? own.toReversed() : EFFORTS
  return reasoning?.['mandatory'] === true ? efforts.filter((effort) => effort !== 'none') : efforts
}

function defaultEffort(reasoning: Json | null): { readonly default?: string } {
  const effort = reasoning?.['default_effort']
  return typeof effort === 'string' && reasoning?.['default_enabled'] !== false ? { default: effort } : {}
}

/** How a model's reasoning is steered; null where OpenRouter says nothing of it. */
export function openRouterThinking(entry: Json): NonNullable<Model['thinking']> | null {
  const reasoning = asObject(entry['reasoning'])
  if (reasoning === null) return null
  const byDefault = reasoning['mandatory'] === true ? true : reasoning['default_enabled']
  return {
    modes: reasoning['supports_max_tokens'] === true ? ['effort', 'budget'] : ['effort'],
    ...(typeof byDefault === 'boolean' ? { byDefault } : {}),
    ...(reasoning['mandatory'] === true ? {} : { off: 'disabled' }),
  }
}

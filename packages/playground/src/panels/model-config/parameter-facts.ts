import { type Model, type ModelSettings, PARAMETER_NAMES, type ParameterFact, type ParameterName } from '@vitrine/contracts'
import { refusalsFor } from '@vitrine/model-catalog'

/** Where nothing is known of a model: the bounds that the settings have by themselves. */
const GENERAL: Readonly<Record<ParameterName, ParameterFact>> = {
  temperature: { min: 0, max: 2, step: 0.1 },
  topP: { min: 0, max: 1, step: 0.05 },
  maxTokens: { min: 1, step: 1 },
  frequencyPenalty: { min: -2, max: 2, step: 0.1 },
  presencePenalty: { min: -2, max: 2, step: 0.1 },
  stop: {},
  seed: { step: 1 },
  logprobs: {},
  topLogprobs: { min: 0, max: 20, step: 1 },
  reasoningEffort: { values: ['none', 'minimal', 'low', 'medium', 'high', 'xhigh'] },
  thinking: { values: ['enabled', 'disabled', 'adaptive'] },
}

/** Some value of each, to ask whether it would be refused as things are. */
const PROBES: Readonly<Partial<Record<ParameterName, unknown>>> = {
  temperature: 1,
  topP: 1,
  maxTokens: 1,
  frequencyPenalty: 0,
  presencePenalty: 0,
  stop: 'x',
  seed: 1,
  logprobs: true,
  topLogprobs: 1,
}

export interface Parameter {
  readonly name: ParameterName
  readonly fact: ParameterFact
  /** Why it is not sent as things are; null where it would be. `unlisted`: the model is not known to take it. */
  readonly lock: string | { readonly kind: 'unlisted' } | null
}

/** A limit of tokens goes by two names, and only one of them is ever set. */
export const isSet = (settings: ModelSettings, name: ParameterName): boolean =>
  settings[name] !== undefined || (name === 'maxTokens' && settings.maxCompletionTokens !== undefined)

/**
 * The parameters that a form shows for a model: those it is known to take or to refuse, all where nothing is known, and those that
 * are set all the same, so that no value is out of sight.
 */
export function parametersOf(model: Model | null, settings: ModelSettings): ReadonlyMap<ParameterName, Parameter> {
  const facts = model?.parameters ?? null
  const shown = new Map<ParameterName, Parameter>()
  for (const name of PARAMETER_NAMES) {
    const known = facts === null ? GENERAL[name] : facts[name]
    if (known !== undefined) shown.set(name, { name, fact: withLimit(name, known, model), lock: lockOf(name, settings, model) })
    else if (isSet(settings, name)) shown.set(name, { name, fact: GENERAL[name], lock: { kind: 'unlisted' } })
  }
  return shown
}

/** An answer that nobody limits may be as long as the model can make it: blank is the most, not nothing. */
function withLimit(name: ParameterName, fact: ParameterFact, model: Model | null): ParameterFact {
  const most = fact.max ?? model?.maxOutputTokens ?? null
  return name === 'maxTokens' && most !== null ? { default: most, ...fact, max: most } : fact
}

function lockOf(name: ParameterName, settings: ModelSettings, model: Model | null): string | null {
  if (!Object.hasOwn(PROBES, name)) return model?.parameters?.[name]?.refused ?? null
  const asked = { ...settings, [name]: PROBES[name] }
  return refusalsFor(asked, model).find((refusal) => refusal.name === name)?.reason ?? null
}

export type NumberProblem =
  | { readonly kind: 'below'; readonly min: number }
  | { readonly kind: 'above'; readonly max: number }
  | { readonly kind: 'broken' }

/** What is wrong with a number, by what the model takes. */
export function numberProblem(value: number | undefined, fact: ParameterFact, isWhole: boolean): NumberProblem | null {
  if (value === undefined) return null
  if (isWhole && !Number.isInteger(value)) return { kind: 'broken' }
  if (fact.min !== undefined && value < fact.min) return { kind: 'below', min: fact.min }
  return fact.max !== undefined && value > fact.max ? { kind: 'above', max: fact.max } : null
}

/** A step in which a slider of so many values can be moved: a power of two that leaves about a hundred stops. */
export const sliderStep = (fact: ParameterFact): number => {
  const { min = 0, max = min, step = 1 } = fact
  return step === 1 && max - min > 256 ? 2 ** Math.ceil(Math.log2((max - min) / 128)) : step
}

import type { ParameterName } from './model-settings.ts'

/** Prices in USD per token; an absent one is unknown. */
export interface TokenPrices {
  readonly inputUsd: number
  readonly outputUsd: number
  readonly cachedInputUsd?: number
  readonly cacheWriteUsd?: number
}

/** What a model costs, and since when and from where we know it. */
export interface ModelPrice extends TokenPrices {
  /** The prices of the whole call where its input is longer than so many tokens; some providers bill long prompts apart. */
  readonly longContext?: TokenPrices & { readonly overInputTokens: number }
  /** The day the price was read, `YYYY-MM-DD`. */
  readonly date: string
  /** The last day it is said to hold, `YYYY-MM-DD`; absent where no end is announced. */
  readonly until?: string
  /** The name that the price was found under, where that is not the model's own: a dated snapshot has the price of its model. */
  readonly matchedModel?: string
  /** Where it was read, for people: a page's address or a data set's name. `demo` marks nominal prices: no money is spent. */
  readonly source: string
}

export interface ModelCapabilities {
  readonly vision: boolean
  readonly files: boolean
  readonly audio: boolean
  readonly tools: boolean
  readonly jsonObject: boolean
  readonly jsonSchema: boolean
  readonly thinking: boolean
  readonly logprobs: boolean
}

/** What a model takes for one parameter. *Units* as in `ModelSettings`. An absent bound is unknown, not infinite. */
export interface ParameterFact {
  readonly min?: number
  readonly max?: number
  readonly step?: number
  /** The provider's default, shown where the field is blank. */
  readonly default?: number | string | boolean
  /** The closed list of values, for parameters that have one. */
  readonly values?: readonly string[]
  /** Set where the model always refuses the parameter: the reason, for people. */
  readonly refused?: string
  /** Set where it is refused only while thinking is on: the reason, for people. */
  readonly refusedWhileThinking?: string
}

/** The kinds of API that a model is asked through: chat completions, OpenAI's Responses, Anthropic's Messages. */
export type ModelApi = 'chat' | 'responses' | 'messages'

/**
 * How a model's thinking is steered on the wire. What a caller may set is in `parameters` (`thinking`, `reasoningEffort`); this is what
 * an adapter makes of it.
 */
export interface ThinkingFacts {
  /** What asks for thoughts: a budget of tokens (`enabled`), the model's own judgement (`adaptive`), a level of effort. */
  readonly modes: readonly ('budget' | 'adaptive' | 'effort')[]
  /** Whether it thinks when nothing is said; absent where that is not known. */
  readonly byDefault?: boolean
  /** The word that stops it: a type of thinking (`disabled`, `between_tools`) or the effort `none`. Absent where nothing does. */
  readonly off?: 'disabled' | 'between_tools' | 'none'
  /** The highest effort at which it may be stopped, where that is not any. */
  readonly offUpToEffort?: string
  /** *Units*: tokens. */
  readonly budget?: { readonly min?: number; readonly max?: number }
  /** Whether thoughts come back readable when nothing is said; `omitted` ones have to be asked for. */
  readonly display?: 'summarized' | 'omitted'
}

/**
 * A model as the catalogue knows it. What is not known is absent or null, never guessed.
 *
 * *Shape*: `parameters` has an entry for each parameter that is known to be accepted (or to be refused, with the reason); one without
 * an entry is not offered. `capabilities` null means that nothing is known, so that a form offers everything.
 */
export interface Model {
  /** `provider/name`, unique. */
  readonly id: string
  /** The name as the provider is sent it. */
  readonly name: string
  readonly provider: string
  readonly displayName: string
  /** Tokens. */
  readonly contextTokens: number | null
  readonly maxOutputTokens: number | null
  readonly price: ModelPrice | null
  readonly capabilities: ModelCapabilities | null
  readonly parameters: Readonly<Partial<Record<ParameterName, ParameterFact>>> | null
  /** The APIs it is asked through; absent where that is not known. */
  readonly api?: readonly ModelApi[]
  /** Those over which it also calls functions while it thinks, where they are fewer. */
  readonly toolsOver?: readonly ModelApi[]
  /** The version of the provider's API that `parameters` are true of (`anthropic-version`). */
  readonly apiVersion?: string
  /** Absent where it does not think, or nothing is known of how. */
  readonly thinking?: ThinkingFacts
  /** Why it takes no tool choice that makes it call a function, always or while it thinks. Absent where nothing is known against it. */
  readonly forcedTools?: Pick<ParameterFact, 'refused' | 'refusedWhileThinking'>
  /** One sentence on what it is for, where there is something to say. */
  readonly note?: string
  /** The day it is or was withdrawn, `YYYY-MM-DD`. */
  readonly deprecated?: string
}

/** A model as one project sees it. */
export interface AvailableModel extends Model {
  readonly usable: boolean
  /** Why it cannot be used and what to do, for people; present exactly where `usable` is false. */
  readonly unusableReason?: string
}

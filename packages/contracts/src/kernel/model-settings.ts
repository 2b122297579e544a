import type { ToolLoop } from './tool-loop.ts'

export type ResponseFormat =
  | { readonly type: 'text' }
  | { readonly type: 'json_object' }
  | {
      readonly type: 'json_schema'
      readonly jsonSchema: {
        readonly name: string
        readonly description?: string
        /** A JSON Schema; passed on as it is. */
        readonly schema?: Readonly<Record<string, unknown>>
        readonly strict?: boolean
      }
    }

/** A tool the model may call. Tools of type `function` are checked; others belong to a provider and pass as they are. */
export type Tool =
  | {
      readonly type: 'function'
      readonly function: {
        readonly name: string
        readonly description?: string
        readonly parameters?: Readonly<Record<string, unknown>>
        readonly strict?: boolean
      }
    }
  | { readonly type: string; readonly [key: string]: unknown }

export type ToolChoice = 'none' | 'auto' | 'required' | { readonly type: 'function'; readonly function: { readonly name: string } }

export interface ThinkingSetting {
  readonly type: 'enabled' | 'disabled' | 'adaptive'
  readonly budgetTokens?: number
}

/**
 * How a model is asked. A field that is absent is not sent, so that the provider's own default holds.
 *
 * *Units*: `maxTokens` and `maxCompletionTokens` count tokens; penalties run from -2 to 2; `temperature` from 0 to 2.
 */
export interface ModelSettings {
  /** `provider/model` or a bare name; see the service's rules for which provider gets it. */
  readonly model: string
  readonly temperature?: number
  readonly topP?: number
  readonly maxTokens?: number
  readonly maxCompletionTokens?: number
  readonly frequencyPenalty?: number
  readonly presencePenalty?: number
  readonly stop?: string | readonly string[]
  readonly seed?: number
  readonly logprobs?: boolean
  readonly topLogprobs?: number
  readonly reasoningEffort?: string
  readonly thinking?: ThinkingSetting
  readonly responseFormat?: ResponseFormat
  readonly tools?: readonly Tool[]
  readonly toolChoice?: ToolChoice
  /** Answers for the tools' calls, so that a run goes on by itself. */
  readonly toolLoop?: ToolLoop
  /** Whether the provider is asked to stream; the answer to our own caller follows its `Accept` header. */
  readonly stream?: boolean
  readonly api?: 'auto' | 'chat' | 'responses'
  /** Merged last into the provider's body, shown in the wire view. */
  readonly extraBody?: Readonly<Record<string, unknown>>
}

/** The settings that a form offers as single values; each is a key of `ModelSettings`. */
export const PARAMETER_NAMES = [
  'temperature',
  'topP',
  'maxTokens',
  'frequencyPenalty',
  'presencePenalty',
  'stop',
  'seed',
  'logprobs',
  'topLogprobs',
  'reasoningEffort',
  'thinking',
] as const satisfies readonly (keyof ModelSettings)[]
export type ParameterName = (typeof PARAMETER_NAMES)[number]

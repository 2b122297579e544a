/** Every kind of check; `unknown` is one that an imported file names and that we do not have. */
export const CHECK_TYPES = [
  'equals',
  'contains',
  'not-contains',
  'icontains',
  'regex',
  'is-json',
  'matches-schema',
  'max-tokens',
  'max-cost',
  'max-latency',
  'rubric',
  'unknown',
] as const
export type CheckType = (typeof CHECK_TYPES)[number]

/** What a check looks for in the answer's text. `value` may hold `{{variables}}` of the row; without it, it is the row's expected text. */
interface TextCheck<Type extends CheckType> {
  readonly type: Type
  readonly value?: string
}

/**
 * What an answer has to be, without code. Plain data, also when it comes out of a file: nothing in it is ever executed.
 *
 * *Shape*: `value`, `pattern`, `rubric` and the texts inside `schema` are curly templates over the row, whatever syntax the prompt is
 * written in. `source` of an unknown check is what the file said, kept so that an export says it again.
 * *Units*: `maxTokens` counts tokens of what `count` names, the answer where that is absent; `maxCostUsd` USD; `maxLatencyMs`
 * milliseconds from the request to its end; `threshold` and scores run from 0 to 1.
 * @see https://www.promptfoo.dev/docs/configuration/expected-outputs/
 */
export type Check =
  | TextCheck<'equals'>
  | TextCheck<'contains'>
  | TextCheck<'not-contains'>
  /** Like `contains`, in any case. */
  | TextCheck<'icontains'>
  /** `flags` are those of JavaScript that change what is found: `i`, `m`, `s`, `u`. The pattern is searched for, not matched as a whole. */
  | { readonly type: 'regex'; readonly pattern: string; readonly flags?: string }
  | { readonly type: 'is-json' }
  | { readonly type: 'matches-schema'; readonly schema: JsonSchema }
  | { readonly type: 'max-tokens'; readonly maxTokens: number; readonly count?: TokenCount }
  | { readonly type: 'max-cost'; readonly maxCostUsd: number }
  | { readonly type: 'max-latency'; readonly maxLatencyMs: number }
  /** Judged by a model: `model` where it is not the host's choice. Passes where the verdict does, and its score reaches `threshold` if there is one. */
  | { readonly type: 'rubric'; readonly rubric: string; readonly model?: string; readonly threshold?: number }
  | { readonly type: 'unknown'; readonly name: string; readonly source: unknown }

export type CheckOf<Type extends CheckType> = Extract<Check, { readonly type: Type }>
export type TokenCount = 'output' | 'input' | 'total'
/** A JSON Schema; `true` allows everything, `false` nothing. */
export type JsonSchema = boolean | Readonly<Record<string, unknown>>

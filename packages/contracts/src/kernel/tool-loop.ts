import type { AssistantMessage } from './message.ts'

/**
 * What a tool gives back without being run: a text, a JSON value, or a text made of the call's arguments. `template` is jinja2 with the
 * arguments as its variables, `{{ a + b }}`; nothing in it is executed.
 */
export type ToolMock =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'json'; readonly value: unknown }
  | { readonly type: 'template'; readonly template: string }

/**
 * Calls of tools are answered by the service, and the model is asked again, until it calls none or the rounds are used up. A call
 * without a result here ends the loop: it is the caller's to answer. A `toolChoice` that makes the model call one holds for the first round.
 *
 * *Shape*: `results` by the name of the function. `maxRounds` counts the times that the model is asked;
 * 4 where it is absent.
 */
export interface ToolLoop {
  readonly maxRounds?: number
  readonly results: Readonly<Record<string, ToolMock>>
}

export const USUAL_ROUNDS = 4
export const MOST_ROUNDS = 16

/** What one call of a tool was answered with. `failed`: the result tells the model why there is none. */
export interface ToolResult {
  readonly id: string
  readonly name: string
  readonly content: string
  readonly failed?: true
}

/** A round before the last: what the model said, and what its calls were answered with. */
export interface ToolRound {
  readonly message: AssistantMessage
  readonly results: readonly ToolResult[]
}

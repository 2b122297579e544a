import type { Answer } from '../answer/answer.ts'
import type { ChatRequest } from '../chat-request.ts'
import type { OpenAiError } from '../http/openai-error.ts'

/** How fast an answer comes, in milliseconds at speed 1. At most `maxPieces` pieces are streamed: long texts come in larger ones. */
export interface Pace {
  readonly firstTokenMs: number
  readonly perTokenMs: number
  readonly maxPieces: number
}

/** What goes wrong after so many tokens of an answer. */
export interface Fault {
  readonly kind: 'cut' | 'garble' | 'error'
  readonly afterTokens: number
}

/** What a model does with a request. `silence` never answers; `hang-up` closes the connection without a word. */
export type Turn =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly pace: Pace; readonly fault?: Fault }
  | { readonly kind: 'refused'; readonly error: OpenAiError }
  | { readonly kind: 'silence' }
  | { readonly kind: 'hang-up' }

export interface DemoModel {
  readonly name: string
  /** `attempt` says how often this request, by its request id, came to this model: 1 for the first time. */
  take(request: ChatRequest, attempt: () => number): Turn
}

/** About 60 tokens a second after 200 ms. */
export const READING_PACE: Pace = { firstTokenMs: 200, perTokenMs: 1000 / 60, maxPieces: 100_000 }

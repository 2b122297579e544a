import { readFailure } from '../dialect/read-failure.ts'
import type { Dialect } from '../provider.ts'
import { readResponsesBody } from './body.ts'
import { rewriteAnswer, withReasoningInText, type ReasoningInText } from './reasoning-in-text.ts'
import { prepareResponses } from './request.ts'
import { ResponsesReducer } from './stream.ts'
import { DEFAULT_TOOL_LIMITS, type ToolLimits } from './tool-limits.ts'
import { DIALECT } from './wire.ts'

export interface OpenAiResponsesOptions {
  readonly toolLimits?: Partial<ToolLimits>
  /** Off where absent. */
  readonly reasoningInText?: ReasoningInText
}

/**
 * OpenAI's Responses API, spoken by LiteLLM, LM Studio, vLLM, DeepSeek and others too.
 * @see https://platform.openai.com/docs/api-reference/responses
 */
export function createOpenAiResponses({ toolLimits, reasoningInText }: OpenAiResponsesOptions = {}): Dialect {
  const limits = { ...DEFAULT_TOOL_LIMITS, ...toolLimits }
  return {
    name: DIALECT,
    prepare: (call) => prepareResponses(call, limits),
    createReducer: ({ headers }) => {
      const reducer = new ResponsesReducer(headers)
      return reasoningInText === undefined ? reducer : withReasoningInText(reducer, reasoningInText)
    },
    readBody: (body, headers) => {
      const events = readResponsesBody(body, headers)
      return reasoningInText === undefined ? events : rewriteAnswer(events, reasoningInText)
    },
    readFailure,
  }
}

export const openAiResponses = createOpenAiResponses()

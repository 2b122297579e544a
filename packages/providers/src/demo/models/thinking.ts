import type { ChatRequest } from '../chat-request.ts'
import { badRequest, type OpenAiError } from '../http/openai-error.ts'

const asksForThinking = (request: ChatRequest): boolean =>
  request.thinking === 'enabled' || (request.effort !== null && request.effort !== 'none')

/** For a model that thinks unless it is told not to. */
export const isThinking = (request: ChatRequest): boolean => request.thinking !== 'disabled' && request.effort !== 'none'

/** A model that cannot think refuses to be told how. */
export function refuseThinking(request: ChatRequest): OpenAiError | null {
  if (!asksForThinking(request)) return null
  const param = request.thinking === 'enabled' ? 'thinking' : 'reasoning_effort'
  return badRequest(`Unsupported parameter: '${param}' is not supported with this model.`, param, 'unsupported_parameter')
}

/** Models that think refuse sampling parameters meanwhile. */
export function refuseSampling(request: ChatRequest): OpenAiError | null {
  const param = ['temperature', 'top_p'].find((name) => request.given.has(name))
  if (param === undefined || !isThinking(request)) return null
  const advice = "Leave it out, or switch thinking off with reasoning_effort 'none'."
  return badRequest(`Unsupported parameter: '${param}' is not supported while this model thinks. ${advice}`, param, 'unsupported_parameter')
}

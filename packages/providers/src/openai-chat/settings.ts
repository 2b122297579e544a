import type { Model, ModelSettings, ParameterName } from '@vitrine/contracts'
import type { ReportBuilder } from '../dialect/settings-report.ts'
import { createRefusals, type IsRefused } from '../dialect/refusals.ts'
import type { ChatVariant } from './chat-variant.ts'
import { isOpenAi } from './openai-variant.ts'
import type { ChatBody } from './wire.ts'

const AS_THEY_ARE = [
  ['temperature', 'temperature'],
  ['topP', 'top_p'],
  ['frequencyPenalty', 'frequency_penalty'],
  ['presencePenalty', 'presence_penalty'],
  ['stop', 'stop'],
  ['seed', 'seed'],
] as const satisfies readonly (readonly [ParameterName, keyof ChatBody])[]

/** Writes the settings that are single values into a chat completion's body, and reports those that do not go out as asked. */
export function writeSettings(
  body: ChatBody,
  settings: ModelSettings,
  facts: Model | null,
  report: ReportBuilder,
  writeReasoning: ChatVariant['writeReasoning'],
): void {
  const isRefused = createRefusals(settings, facts, report)
  for (const [name, wireName] of AS_THEY_ARE) {
    if (settings[name] !== undefined && !isRefused(name)) body[wireName] = settings[name]
  }
  writeTokenLimit(body, settings, facts, report, isRefused)
  writeLogprobs(body, settings, report, isRefused)
  writeReasoning(body, settings, { facts, report, isRefused })
  if (settings.api === 'responses') report.drop('api', 'this endpoint is asked through chat completions')
}

/** OpenAI's reasoning models refuse `max_tokens`: a limit for them counts the reasoning too, and has its own name. */
function writeTokenLimit(
  body: ChatBody,
  { maxTokens, maxCompletionTokens }: ModelSettings,
  facts: Model | null,
  report: ReportBuilder,
  isRefused: IsRefused,
): void {
  if (maxCompletionTokens !== undefined) {
    body.max_completion_tokens = maxCompletionTokens
    if (maxTokens !== undefined) report.drop('max_tokens', 'max_completion_tokens is set too, and only one of them can be sent')
    return
  }
  if (maxTokens === undefined || isRefused('maxTokens')) return
  if (isOpenAi(facts) && facts?.capabilities?.thinking === true) {
    body.max_completion_tokens = maxTokens
    report.change(
      'max_tokens',
      maxTokens,
      { max_completion_tokens: maxTokens },
      'reasoning models of OpenAI take the limit under this name',
    )
    return
  }
  body.max_tokens = maxTokens
}

function writeLogprobs(body: ChatBody, { logprobs, topLogprobs }: ModelSettings, report: ReportBuilder, isRefused: IsRefused): void {
  const wanted = logprobs ?? (topLogprobs === undefined ? undefined : true)
  if (wanted === undefined) return
  const refused = isRefused('logprobs')
  if (!refused) {
    body.logprobs = wanted
    if (logprobs === undefined) report.change('logprobs', null, true, 'top_logprobs needs it')
  }
  if (topLogprobs === undefined || isRefused('topLogprobs')) return
  if (refused || !wanted) report.drop('top_logprobs', refused ? 'it needs logprobs, which this model refuses' : 'logprobs is off')
  else body.top_logprobs = topLogprobs
}

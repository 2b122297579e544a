import { toSnakeCase, type Model, type ModelSettings } from '@vitrine/contracts'
import { createRefusals, type IsRefused } from '../dialect/refusals.ts'
import type { ReportBuilder } from '../dialect/settings-report.ts'
import { writeReasoning } from './reasoning-settings.ts'
import type { ResponsesBody } from './wire.ts'

const NOT_THERE = ['stop', 'seed', 'frequencyPenalty', 'presencePenalty'] as const satisfies readonly (keyof ModelSettings)[]

/** Writes the settings that are single values into the body, and reports those that do not go out as asked. */
export function writeSettings(body: ResponsesBody, settings: ModelSettings, facts: Model | null, report: ReportBuilder): void {
  const isRefused = createRefusals(settings, facts, report)
  if (settings.temperature !== undefined && !isRefused('temperature')) body.temperature = settings.temperature
  if (settings.topP !== undefined && !isRefused('topP')) body.top_p = settings.topP
  writeTokenLimit(body, settings, report, isRefused)
  writeLogprobs(body, settings, report, isRefused)
  writeReasoning(body, settings, { facts, report, isRefused })
  for (const name of NOT_THERE) {
    if (settings[name] !== undefined) report.drop(toSnakeCase(name), 'the Responses API has no such parameter')
  }
  if (settings.api === 'chat') report.drop('api', 'this endpoint is asked through the Responses API')
}

function writeTokenLimit(
  body: ResponsesBody,
  { maxTokens, maxCompletionTokens }: ModelSettings,
  report: ReportBuilder,
  isRefused: IsRefused,
): void {
  const name = maxCompletionTokens === undefined ? 'max_tokens' : 'max_completion_tokens'
  const limit = maxCompletionTokens ?? maxTokens
  if (limit === undefined || isRefused('maxTokens')) return
  body.max_output_tokens = limit
  report.change(
    name,
    limit,
    { max_output_tokens: limit },
    'the Responses API takes the limit under this name, and counts the reasoning too',
  )
  if (maxTokens !== undefined && maxCompletionTokens !== undefined) {
    report.drop('max_tokens', 'max_completion_tokens is set too, and only one of them can be sent')
  }
}

/** Log probabilities are something to be included in the answer here, and their number a parameter of its own. */
function writeLogprobs(body: ResponsesBody, { logprobs, topLogprobs }: ModelSettings, report: ReportBuilder, isRefused: IsRefused): void {
  const wanted = logprobs ?? (topLogprobs === undefined ? undefined : true)
  if (wanted === undefined) return
  const refused = isRefused('logprobs')
  if (wanted && !refused) {
    body.include = [...(Array.isArray(body.include) ? body.include : []), 'message.output_text.logprobs']
    report.change(
      'logprobs',
      logprobs ?? null,
      { include: ['message.output_text.logprobs'] },
      'the Responses API is asked for them this way',
    )
  }
  if (topLogprobs === undefined || isRefused('topLogprobs')) return
  if (refused || !wanted) report.drop('top_logprobs', refused ? 'it needs logprobs, which this model refuses' : 'logprobs is off')
  else body.top_logprobs = topLogprobs
}

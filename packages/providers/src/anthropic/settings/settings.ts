import { toSnakeCase, type ModelSettings, type ParameterName } from '@vitrine/contracts'
import type { IsRefused } from '../../dialect/refusals.ts'
import type { ReportBuilder } from '../../dialect/settings-report.ts'
import type { ModelRules } from '../model-rules.ts'
import type { MessagesBody } from '../wire.ts'

const UNKNOWN: readonly ParameterName[] = ['frequencyPenalty', 'presencePenalty', 'seed', 'logprobs', 'topLogprobs']
const HOTTEST = 1

/** Settings that the Messages API has no word for: told, not sent. */
export function dropUnknown(settings: ModelSettings, report: ReportBuilder, isRefused: IsRefused): void {
  for (const name of UNKNOWN) {
    if (settings[name] !== undefined && !isRefused(name)) report.drop(toSnakeCase(name), 'the Messages API has no such parameter')
  }
  if (settings.api === 'chat' || settings.api === 'responses') report.drop('api', 'this endpoint is asked through the Messages API')
}

/** Temperature and top_p: not for newer models, not while a model thinks, and not both where one is all it takes. */
export function writeSampling(
  body: MessagesBody,
  { temperature, topP }: ModelSettings,
  { rules, isThinking }: { readonly rules: ModelRules; readonly isThinking: boolean },
  report: ReportBuilder,
  isRefused: IsRefused,
): void {
  const reason =
    rules.sampling === 'none' ? 'this model takes no sampling settings' : isThinking ? 'not taken while the model thinks' : null
  const wantsTemperature = temperature !== undefined && !isRefused('temperature')
  const wantsTopP = topP !== undefined && !isRefused('topP')
  if (reason !== null) {
    if (wantsTemperature) report.drop('temperature', reason)
    if (wantsTopP) report.drop('top_p', reason)
    return
  }
  if (wantsTemperature) {
    body.temperature = Math.min(temperature, HOTTEST)
    if (temperature > HOTTEST) report.change('temperature', temperature, HOTTEST, 'it runs from 0 to 1 at Anthropic')
  }
  if (!wantsTopP) return
  if (wantsTemperature && rules.sampling === 'one') report.drop('top_p', 'this model takes only one of temperature and top_p')
  else body.top_p = topP
}

/** Stop sequences as a list; those of white space alone are refused there. */
export function writeStop(body: MessagesBody, { stop }: ModelSettings, report: ReportBuilder, isRefused: IsRefused): void {
  if (stop === undefined || isRefused('stop')) return
  const asked = typeof stop === 'string' ? [stop] : stop
  const taken = asked.filter((text) => text.trim() !== '')
  const reason = 'the Messages API takes no stop sequence of white space alone'
  if (taken.length === 0) {
    if (asked.length > 0) report.drop('stop', reason)
    return
  }
  body.stop_sequences = taken
  if (taken.length < asked.length) report.change('stop', asked, taken, reason)
}

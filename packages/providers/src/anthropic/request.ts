import type { ThinkingConfigParam } from '@anthropic-ai/sdk/resources/messages/messages'
import type { ErrorDetail } from '@vitrine/contracts'
import { mergeExtra } from '../dialect/merge-extra.ts'
import { createRefusals } from '../dialect/refusals.ts'
import { createReportBuilder, type ReportBuilder } from '../dialect/settings-report.ts'
import { unsendableKey } from '../dialect/unsendable-key.ts'
import type { Preparation, PreparedCall, ProviderCall } from '../provider.ts'
import { CLIENT_HEADERS } from './client-headers.ts'
import { toConversation } from './turns/conversation.ts'
import { writeTools } from './settings/definitions.ts'
import { fitLimits } from './settings/limits.ts'
import { messagesUrl } from './messages-url.ts'
import type { ModelRules } from './model-rules.ts'
import { rulesOf } from './rules-of.ts'
import { toOutputFormat } from './settings/output-format.ts'
import { planReasoning, type ThinkingPlan } from './settings/reasoning.ts'
import { dropUnknown, writeSampling, writeStop } from './settings/settings.ts'
import { thinkableAfter } from './turns/thinkable-after.ts'
import type { MessagesBody } from './wire.ts'

type Written =
  | { readonly ok: true; readonly body: MessagesBody; readonly rules: ModelRules; readonly report: ReportBuilder }
  | { readonly ok: false; readonly error: ErrorDetail }

/**
 * A call as a request of the Messages API.
 * @see https://platform.claude.com/docs/en/api/messages/create
 */
export function prepareMessages(call: ProviderCall): Preparation {
  const written = writeMessages(call)
  if (!written.ok) return written
  const { body, rules, report } = written
  return { ok: true, call: toPrepared(call, { body, rules, report, url: messagesUrl(call.endpoint.baseUrl) }) }
}

/** The body of a call, and the rules that it was written by. */
export function writeMessages(call: ProviderCall): Written {
  const { endpoint, settings, facts, model, stream } = call
  const keyProblem = unsendableKey(endpoint.apiKey)
  if (keyProblem !== null) return { ok: false, error: keyProblem }
  const report = createReportBuilder()
  const rules = rulesOf(model)
  const isRefused = createRefusals(settings, facts, report)
  const conversation = toConversation(call.messages, rules, report)
  if (!conversation.ok) return conversation
  const plan = planReasoning(settings, rules, report, isRefused)
  const thinking = thinkableAfter(conversation.messages, plan.thinking, report)
  const mostTokens = facts?.maxOutputTokens ?? rules.maxOutputTokens
  const { maxTokens, budgetTokens } = fitLimits({ settings, thinking, mostTokens, stream, report, isRefused })
  const config = toThinkingConfig(thinking, budgetTokens)
  const isThinking = config === null ? rules.thinksByDefault : config.type === 'enabled' || config.type === 'adaptive'

  const body: MessagesBody = { model, max_tokens: maxTokens }
  if (conversation.system !== undefined) body.system = conversation.system
  body.messages = conversation.messages
  if (config !== null) body.thinking = config
  writeSampling(body, settings, { rules, isThinking }, report, isRefused)
  writeStop(body, settings, report, isRefused)
  dropUnknown(settings, report, isRefused)
  const problem = writeTools(body, settings, { rules, isThinking: config !== null && isThinking }, report)
  if (problem !== null) return { ok: false, error: problem }
  const format = toOutputFormat(settings.responseFormat, rules, report)
  if (plan.effort !== undefined || format !== null) {
    body.output_config = { ...(plan.effort === undefined ? {} : { effort: plan.effort }), ...(format === null ? {} : { format }) }
  }
  if (stream) body.stream = true
  mergeExtra(body, settings.extraBody ?? {}, report)
  return { ok: true, body, rules, report }
}

function toThinkingConfig(thinking: ThinkingPlan, budgetTokens: number | null): ThinkingConfigParam | null {
  switch (thinking.mode) {
    case 'unsaid':
      return null
    case 'budget':
      return budgetTokens === null ? null : { type: 'enabled', budget_tokens: budgetTokens }
    case 'adaptive':
      return { type: 'adaptive', ...(thinking.display === undefined ? {} : { display: thinking.display }) }
    default:
      return { type: thinking.mode }
  }
}

export interface Addressed {
  readonly body: Readonly<Record<string, unknown>>
  readonly rules: ModelRules
  readonly report: ReportBuilder
  readonly url: string
}

export function toPrepared({ endpoint }: ProviderCall, { body, rules, report, url }: Addressed): PreparedCall {
  const { messages: _, system: __, ...sent } = body
  const headers = { ...CLIENT_HEADERS, 'anthropic-version': rules.apiVersion }
  return {
    request: {
      method: 'POST',
      url,
      headers: endpoint.apiKey === null ? headers : { ...headers, authorization: `Bearer ${endpoint.apiKey}` },
      body: JSON.stringify(body),
    },
    stream: body['stream'] === true,
    endpoint,
    settings: report.toReport(sent),
  }
}

import type { Preparation, ProviderCall } from '../provider.ts'
import { mergeExtra } from '../dialect/merge-extra.ts'
import { unsendableKey } from '../dialect/unsendable-key.ts'
import type { ChatVariant } from './chat-variant.ts'
import { CLIENT_HEADERS } from '../dialect/openai-headers.ts'
import { writeDefinitions } from './definitions.ts'
import { toWireMessages } from './messages.ts'
import { openAiVariant } from './openai-variant.ts'
import { createReportBuilder } from '../dialect/settings-report.ts'
import { writeSettings } from './settings.ts'
import type { ChatBody } from './wire.ts'

/**
 * A call as a chat completions request, OpenAI's or a variant's.
 * @see https://platform.openai.com/docs/api-reference/chat/create
 */
export function prepareChat(call: ProviderCall, variant: ChatVariant = openAiVariant): Preparation {
  const { endpoint, settings, facts } = call
  const keyProblem = unsendableKey(endpoint.apiKey)
  if (keyProblem !== null) return { ok: false, error: keyProblem }
  const report = createReportBuilder()
  const body: ChatBody = { model: call.model, messages: toWireMessages(call.messages, variant.replayed, report) }
  writeSettings(body, settings, facts, report, variant.writeReasoning)
  const problem = writeDefinitions(body, settings, report)
  if (problem !== null) return { ok: false, error: problem }
  if (call.stream) {
    body.stream = true
    body.stream_options = { include_usage: true }
  }
  mergeExtra(body, settings.extraBody ?? {}, report)
  const { messages: _, ...sent } = body
  return {
    ok: true,
    call: {
      request: {
        method: 'POST',
        url: `${endpoint.baseUrl.replace(/\/+$/, '')}/chat/completions`,
        headers: endpoint.apiKey === null ? CLIENT_HEADERS : { ...CLIENT_HEADERS, authorization: `Bearer ${endpoint.apiKey}` },
        body: JSON.stringify(body),
      },
      stream: body.stream === true,
      endpoint,
      settings: report.toReport(sent),
    },
  }
}

import type { ErrorDetail } from '@vitrine/contracts'
import type { Preparation, ProviderCall } from '../provider.ts'
import { CLIENT_HEADERS } from './client-headers.ts'
import { writeDefinitions } from './definitions.ts'
import { toWireMessages } from './messages.ts'
import { createReportBuilder, type ReportBuilder } from './settings-report.ts'
import { writeSettings } from './settings.ts'
import type { ChatBody } from './wire.ts'

/**
 * A call as a chat completions request.
 * @see https://platform.openai.com/docs/api-reference/chat/create
 */
export function prepareChat(call: ProviderCall): Preparation {
  const { endpoint, settings, facts } = call
  if (endpoint.apiKey !== null && !/^[\x21-\x7e]+$/.test(endpoint.apiKey)) return { ok: false, error: UNSENDABLE_KEY }
  const report = createReportBuilder()
  const body: ChatBody = { model: call.model, messages: toWireMessages(call.messages, report) }
  writeSettings(body, settings, facts, report)
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

const UNSENDABLE_KEY: ErrorDetail = {
  code: 'provider_error',
  message: 'The key for this provider holds a space, a line break or another character that cannot be sent. Set the key again.',
  meta: { retryable: false },
}

/** The caller's own fields go in last and win; a field named `__proto__` stays a field. */
function mergeExtra(body: Record<string, unknown>, extra: Readonly<Record<string, unknown>>, report: ReportBuilder): void {
  for (const [name, value] of Object.entries(extra)) {
    if (Object.hasOwn(body, name)) report.change(name, name === 'messages' ? '…' : body[name], value, 'extra_body replaces it')
    Object.defineProperty(body, name, { value, enumerable: true, writable: true, configurable: true })
  }
}

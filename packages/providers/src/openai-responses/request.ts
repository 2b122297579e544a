import type { ErrorDetail, Message } from '@vitrine/contracts'
import { mergeExtra } from '../dialect/merge-extra.ts'
import { createReportBuilder, type ReportBuilder } from '../dialect/settings-report.ts'
import { unsendableKey } from '../dialect/unsendable-key.ts'
import { CLIENT_HEADERS } from '../dialect/openai-headers.ts'
import type { CallNote, PreparedCall, Preparation, ProviderCall } from '../provider.ts'
import { promptProblem } from './prompt-problem.ts'
import { thinksLikely } from './thinks-likely.ts'
import { writeDefinitions } from './definitions.ts'
import { toInputItems } from './input-items.ts'
import { firstUnkept, keptState, withoutState } from './kept-state.ts'
import { garbledTextNotes, trimmingNote } from './prompt-notes.ts'
import { writeSettings } from './settings.ts'
import type { ToolLimits } from './tool-limits.ts'
import type { ResponsesBody } from './wire.ts'

/**
 * A call as a request of the Responses API. The provider is asked to keep nothing, and for the reasoning in a sealed form that can be sent
 * back; a call that names a stored answer sends what came after it alone.
 * @see https://platform.openai.com/docs/api-reference/responses/create
 */
export function prepareResponses(call: ProviderCall, limits: ToolLimits): Preparation {
  const problem = unsendableKey(call.endpoint.apiKey) ?? promptProblem(call)
  if (problem !== null) return { ok: false, error: problem }
  const extra = call.settings.extraBody ?? {}
  const { previousId } = keptState(extra)
  const written = writeCall(call, limits, previousId === null ? 0 : firstUnkept(call.messages, previousId))
  if (!written.ok || previousId === null) return written
  const whole = writeCall({ ...call, settings: { ...call.settings, extraBody: withoutState(extra) } }, limits, 0)
  return whole.ok ? { ok: true, call: { ...written.call, stateless: whole.call } } : whole
}

function writeCall(call: ProviderCall, limits: ToolLimits, first: number): Preparation {
  const { endpoint, settings, facts } = call
  const report = createReportBuilder()
  const notes: CallNote[] = []
  const messages = call.messages.slice(first)
  const tools = settings.tools ?? []
  const body: ResponsesBody = { model: call.model, input: toInputItems({ messages, offset: first, tools, report }) }
  noteMessages(call.messages, first, report, notes)
  writeSettings(body, settings, facts, report)
  const problem: ErrorDetail | null = writeDefinitions(body, settings, { limits, report, notes })
  if (problem !== null) return { ok: false, error: problem }
  body.stream = call.stream
  writeKeeping(body, call)
  mergeExtra(body, settings.extraBody ?? {}, report)
  const { input: _, ...sent } = body
  const prepared: PreparedCall = {
    request: {
      method: 'POST',
      url: `${endpoint.baseUrl.replace(/\/+$/, '')}/responses`,
      headers: endpoint.apiKey === null ? CLIENT_HEADERS : { ...CLIENT_HEADERS, authorization: `Bearer ${endpoint.apiKey}` },
      body: JSON.stringify(body),
    },
    stream: body.stream === true,
    endpoint,
    settings: report.toReport(sent),
    notes,
  }
  return { ok: true, call: prepared }
}

function noteMessages(messages: readonly Message[], first: number, report: ReportBuilder, notes: CallNote[]): void {
  if (first > 0) {
    const sent = messages.length - first
    report.change(
      'messages',
      messages.length,
      sent,
      'previous_response_id: the provider keeps what came before, and is sent the rest alone',
    )
  }
  notes.push(...trimmingNote(messages.length, first), ...garbledTextNotes(messages.slice(first), first))
}

/** Unless asked otherwise nothing is kept, and then the reasoning has to travel with the messages. */
function writeKeeping(body: ResponsesBody, { settings, facts, model }: ProviderCall): void {
  const { needsStore } = keptState(settings.extraBody ?? {})
  body.store = needsStore
  if (needsStore || !thinksLikely(model, facts)) return
  body.include = [...(Array.isArray(body.include) ? body.include : []), 'reasoning.encrypted_content']
}

import type { z } from 'zod'
import type { Message } from '../kernel/message.ts'
import type { RequestIssue, RunMode, RunRequest } from '../run-request.ts'
import type { messageSchema } from './message.ts'
import { requestIssues } from './request-issues.ts'
import { chatTestRequestSchema, completionTestRequestSchema, isApplicationId, type promptSchema } from './test-request.ts'
import { toMessage } from './to-message.ts'
import { toModelSettings } from './to-model-settings.ts'
import { unknownSettings } from './unknown-settings.ts'

/** A request in one form, or every fault that was found in it. */
export type ReadRequest =
  | { readonly ok: true; readonly request: RunRequest }
  | { readonly ok: false; readonly issues: readonly RequestIssue[] }

const refused = (path: string, message: string): ReadRequest => ({ ok: false, issues: [{ path, message }] })

/** Earlier clients send two texts instead of a list of messages. */
function promptMessages(prompt: z.output<typeof promptSchema>): readonly Message[] {
  if (prompt.messages) return prompt.messages.map(toMessage)
  const messages: Message[] = []
  if (prompt.system_prompt) messages.push({ role: 'system', content: prompt.system_prompt })
  if (prompt.user_prompt) messages.push({ role: 'user', content: prompt.user_prompt })
  return messages
}

type Checked = z.output<typeof completionTestRequestSchema>
type History = readonly z.output<typeof messageSchema>[] | null | undefined

/** The part of a request that all rows of a batch share. */
export function promptRequest(mode: RunMode, body: unknown, checked: Omit<Checked, 'inputs'>): Omit<RunRequest, 'inputs' | 'history'> {
  const { prompt } = checked.ag_config
  const { application_id: applicationId, references, links } = checked
  return {
    mode,
    messages: promptMessages(prompt),
    templateFormat: prompt.template_format ?? 'curly',
    settings: toModelSettings(prompt.llm_config),
    ...(applicationId && isApplicationId(applicationId) ? { applicationId } : {}),
    ...(references ? { references } : {}),
    ...(links ? { links } : {}),
    unknown: unknownSettings(body),
  }
}

function normalised(mode: RunMode, body: unknown, checked: Checked, sent: History): ReadRequest {
  const request = promptRequest(mode, body, checked)
  const history = sent?.map(toMessage) ?? []
  if (request.messages.length + history.length === 0) {
    return refused('ag_config.prompt.messages', checked.ag_config.prompt.messages ? 'at least one message' : 'missing')
  }
  return { ok: true, request: { ...request, inputs: checked.inputs ?? {}, history } }
}

/**
 * Reads the body of a completion run.
 *
 * *Shape*: the values of `inputs` are handed on as they are, by reference. The rest of the body must hold plain numbers, as `JSON.parse`
 * makes them.
 *
 * *Errors*: every fault at once, each with the place where a form shows it.
 */
export function readCompletionRequest(body: unknown): ReadRequest {
  const checked = completionTestRequestSchema.safeParse(body)
  if (!checked.success) return { ok: false, issues: requestIssues(body, checked.error.issues) }
  return normalised('completion', body, checked.data, null)
}

/** Reads the body of a chat turn; as `readCompletionRequest`, with a history. */
export function readChatRequest(body: unknown): ReadRequest {
  const checked = chatTestRequestSchema.safeParse(body)
  if (!checked.success) return { ok: false, issues: requestIssues(body, checked.error.issues) }
  return normalised('chat', body, checked.data, checked.data.messages)
}

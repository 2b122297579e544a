import type { ErrorCode, RequestIssue, RunMode, RunRequest } from '@vitrine/contracts'
import { readChatRequest, readCompletionRequest } from '@vitrine/contracts/schemas'
import type { TemplateInputs, TemplateValue } from '@vitrine/templating'
import { parseBody } from '../http/parse-body.ts'
import { readBody } from '../http/read-body.ts'
import { type Refusal, refuse } from '../http/refusal.ts'
import { inputsIn, readWithoutLoss } from './template-inputs.ts'

export type RunReading =
  | {
      readonly ok: true
      readonly request: RunRequest
      readonly inputs: TemplateInputs
      /** The body as it came. */
      readonly text: string
    }
  | Refusal

const READERS = { completion: readCompletionRequest, chat: readChatRequest } as const
const SHOWN_ISSUES = 20
const NAMED_ISSUES = 3

const TOOLS = /^ag_config\.prompt\.llm_config\.tools\b/
const RESPONSE_FORMAT = /^ag_config\.prompt\.llm_config\.response_format\b/

/** Faults in tools and in a schema have codes of their own, as long as nothing else is wrong. */
function codeOf(issues: readonly RequestIssue[]): ErrorCode {
  if (issues.every(({ path }) => TOOLS.test(path))) return 'invalid_tools'
  return issues.every(({ path }) => RESPONSE_FORMAT.test(path)) ? 'invalid_response_schema' : 'invalid_request'
}

export function issuesRefusal(issues: readonly RequestIssue[]): Refusal {
  const named = issues.slice(0, NAMED_ISSUES).map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
  const more = issues.length > NAMED_ISSUES ? ` (and ${issues.length - NAMED_ISSUES} more)` : ''
  return refuse(codeOf(issues), `The request cannot be read: ${named.join('; ')}${more}. Correct it there and send it again.`, {
    issues: issues.slice(0, SHOWN_ISSUES),
  })
}

/** The body again with its numbers as they are written, where plain JSON loses some of them. */
export function readLosslessly(text: string): { readonly ok: true; readonly body: TemplateValue | null } | Refusal {
  try {
    return { ok: true, body: readWithoutLoss(text) }
  } catch (cause) {
    const reason = cause instanceof SyntaxError ? cause.message : 'a number that cannot be read'
    return refuse('invalid_request', `The inputs hold a number that cannot be read: ${reason} Send it as text.`, {
      issues: [{ path: 'inputs', message: reason }],
    })
  }
}

/** Reads a run's body: size, type and JSON first, then its shape. */
export async function readRunRequest(request: Request, mode: RunMode, maxBodyBytes: number): Promise<RunReading> {
  const body = await readBody(request, maxBodyBytes)
  if (!body.ok) return body
  const parsed = parseBody(body.text)
  if (!parsed.ok) return parsed
  const read = READERS[mode](parsed.value)
  if (!read.ok) return issuesRefusal(read.issues)
  const lossless = readLosslessly(body.text)
  if (!lossless.ok) return lossless
  // What JSON.parse gives is plain JSON, which is what templates take.
  return { ok: true, request: read.request, inputs: inputsIn(lossless.body) ?? (read.request.inputs as TemplateInputs), text: body.text }
}

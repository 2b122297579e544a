import type { Message, ResponseFormat, RunRequest } from '@vitrine/contracts'
import { DEFAULT_BUDGET, type TemplateCache, type TemplateInputs, type TemplateProblem, renderPrompt } from '@vitrine/templating'
import { type Refusal, refuse } from '../http/refusal.ts'
import { withEnvelope } from './template-inputs.ts'

export type Rendering =
  | { readonly ok: true; readonly messages: readonly Message[]; readonly responseFormat: ResponseFormat | undefined }
  | Refusal

/** What is wrong with a template, at its place in the prompt. */
export function templateRefusal(problem: TemplateProblem, location: string): Refusal {
  const { code, message, cause, position, names, candidates } = problem
  return refuse(code, message, {
    location,
    ...(cause === undefined ? {} : { cause }),
    ...(position === undefined ? {} : { line: position.line, column: position.column, offset: position.offset, length: position.length }),
    ...(names === undefined ? {} : { names }),
    ...(candidates === undefined ? {} : { candidates }),
  })
}

const hasText = ({ content, toolCalls }: Message): boolean =>
  (toolCalls?.length ?? 0) > 0 ||
  (typeof content === 'string' ? content.trim() !== '' : (content ?? []).some((part) => part.type !== 'text' || part.text.trim() !== ''))

/** The messages of a run with their values in place: the prompt rendered, the history as it is. */
export function render(request: RunRequest, inputs: TemplateInputs, cache: TemplateCache): Rendering {
  const { messages, settings, templateFormat, history } = request
  const { responseFormat } = settings
  const rendered = renderPrompt(
    { format: templateFormat, messages, ...(responseFormat === undefined ? {} : { responseFormat }) },
    withEnvelope(inputs),
    DEFAULT_BUDGET,
    cache,
  )
  if (!rendered.ok) return templateRefusal(rendered.problem, rendered.location)
  const all = history.length === 0 ? rendered.messages : [...rendered.messages, ...history]
  if (all.some(hasText)) return { ok: true, messages: all, responseFormat: rendered.responseFormat }
  const path = 'ag_config.prompt.messages'
  return refuse('invalid_request', 'The prompt is empty: no message has any text. Write something into one of its messages.', {
    issues: [{ path, message: 'no text' }],
  })
}

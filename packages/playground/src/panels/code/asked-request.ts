import {
  type ChatTestRequest,
  type CompletionTestRequest,
  fromWire,
  type Message,
  type ModelSettings,
  type RunMode,
} from '@vitrine/contracts'
import type { PromptTemplate, TemplateInputs, TemplateValue } from '@vitrine/templating'
import type { Cell } from '../../state/cell.ts'
import { field, record } from '../output/read-meta.ts'

export type RunBody = CompletionTestRequest | ChatTestRequest

/** What our own service is asked with. */
export interface AskedRequest {
  readonly url: string
  readonly body: RunBody
}

const isRunBody = (body: unknown): body is RunBody => {
  const fields = record(body)
  const prompt = record(field(record(field(fields, 'ag_config')), 'prompt'))
  return (
    Array.isArray(field(prompt, 'messages')) &&
    record(field(prompt, 'llm_config')) !== undefined &&
    record(field(fields, 'inputs')) !== undefined
  )
}

/** What a run asked with; null for a case that never ran. */
export const askedByRun = ({ request }: Pick<Cell, 'request'>): AskedRequest | null =>
  request !== null && isRunBody(request.body) ? { url: request.url, body: request.body } : null

export const modeOf = (body: RunBody): RunMode => ('messages' in body ? 'chat' : 'completion')

/** The prompt of a body, as the template engines take it. */
export function promptOf({ ag_config: { prompt } }: RunBody): PromptTemplate {
  const { responseFormat } = fromWire<ModelSettings>(prompt.llm_config)
  return {
    format: prompt.template_format ?? 'curly',
    messages: prompt.messages.map((message) => fromWire<Message>(message)),
    ...(responseFormat === undefined ? {} : { responseFormat }),
  }
}

/** The values of a body, and an empty text for each variable that has none. */
export function inputsIn({ inputs }: RunBody, variables: readonly string[]): TemplateInputs {
  const all: Record<string, TemplateValue> = Object.create(null)
  for (const name of variables) all[name] = ''
  // They were made of template values, and JSON changes none of them.
  for (const [name, value] of Object.entries(inputs)) all[name] = value as TemplateValue
  return all
}

/** Every text in a value, at whatever depth: where long data may be. */
export function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) for (const held of Object.values(value)) yield* textsIn(held)
}

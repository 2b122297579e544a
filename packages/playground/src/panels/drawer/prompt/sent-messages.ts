import {
  type Message,
  MESSAGE_ROLES,
  type MessageRole,
  type SettingsReport,
  type TemplateFormat,
  TEMPLATE_FORMATS,
} from '@vitrine/contracts'
import { fromWire, type Wire } from '@vitrine/contracts'
import type { TemplateInputs, TemplateValue } from '@vitrine/templating'
import type { Cell } from '../../../state/cell.ts'
import { field, record, textIn } from '../../output/read-meta.ts'

/** A prompt and what fills it: what a run was asked with. */
export interface PromptBasis {
  readonly format: TemplateFormat
  readonly messages: readonly Message[]
  readonly inputs: TemplateInputs
  /** The conversation of a chat, which is not rendered. */
  readonly history: readonly Message[]
}

const isRole = (role: unknown): role is MessageRole => MESSAGE_ROLES.some((known) => known === role)

const messagesIn = (value: unknown): readonly Message[] =>
  Array.isArray(value)
    ? value.filter((message: unknown) => isRole(field(record(message), 'role'))).map((message: Wire<Message>) => fromWire<Message>(message))
    : []

/** What our service was asked with; null for a case that never ran. */
export function askedBasis({ request }: Pick<Cell, 'request'>): PromptBasis | null {
  const body = record(request?.body)
  const prompt = record(field(record(field(body, 'ag_config')), 'prompt'))
  if (prompt === undefined) return null
  const format = TEMPLATE_FORMATS.find((known) => known === field(prompt, 'template_format')) ?? 'curly'
  const inputs: Record<string, TemplateValue> = Object.create(null)
  for (const [name, value] of Object.entries(record(field(body, 'inputs')) ?? {})) inputs[name] = value as TemplateValue
  return { format, messages: messagesIn(field(prompt, 'messages')), inputs, history: messagesIn(field(body, 'messages')) }
}

/** A message as a provider was sent it. */
export interface SentMessage {
  readonly role: string
  readonly text: string
}

/** The messages in the last body that went to a provider; null where that is not known or is none of the kinds we can read. */
export function sentMessages({ wire }: Pick<Cell, 'wire'>): readonly SentMessage[] | null {
  const body = parsed(wire.at(-1)?.request.body)
  const messages = field(body, 'messages')
  if (!Array.isArray(messages)) return null
  return messages.map((message: unknown) => {
    const fields = record(message)
    return { role: textIn(fields, 'role') ?? '', text: contentText(field(fields, 'content')) }
  })
}

function contentText(content: unknown): string {
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return ''
  return content.flatMap((part: unknown) => textIn(record(part), 'text') ?? []).join('\n')
}

function parsed(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    return text === undefined ? undefined : record(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Whether a provider was sent just these messages. A role may be spelled as the provider spells it. */
export const isExactly = (sent: readonly SentMessage[], rendered: readonly SentMessage[]): boolean =>
  sent.length === rendered.length &&
  sent.every(({ role, text }, at) => {
    const own = rendered[at]
    return own !== undefined && own.text === text && (own.role === role || (isInstruction(own.role) && isInstruction(role)))
  })

const isInstruction = (role: string): boolean => role === 'system' || role === 'developer'

/** The settings that were sent, without the messages' own fields, as names and values to read. */
export const sentSettings = (report: SettingsReport): readonly (readonly [name: string, value: string])[] =>
  Object.entries(report.sent).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])

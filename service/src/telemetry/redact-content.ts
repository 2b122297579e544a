import type { Message } from '@vitrine/contracts'

/** Characters of one message; what is longer is cut. */
const MAX_LENGTH = 8192
const PLACEHOLDER = '__REDACTED__'

/** What looks like a secret, wherever people paste it: provider keys, bearer tokens, private keys. */
const SECRETS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\b(?:sk|pk|rk)[-_][\w-]{16,}/g,
  /\b(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|AKIA|AIza)[\w-]{12,}/g,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
  /\b(bearer|apikey)\s+[\w.~+/=-]{12,}/gi,
]

const isLoneHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

export function redactText(text: string): string {
  const redacted = SECRETS.reduce((current, pattern) => current.replace(pattern, PLACEHOLDER), text)
  if (redacted.length <= MAX_LENGTH) return redacted
  const end = isLoneHalf(redacted.charCodeAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH
  return `${redacted.slice(0, end)}…`
}

interface ContentPart {
  readonly type: string
  readonly content?: string
  readonly [key: string]: unknown
}

const textPart = (text: string): ContentPart => ({ type: 'text', content: redactText(text) })

function partsOf(message: Message): readonly ContentPart[] {
  const { content } = message
  const written =
    typeof content === 'string'
      ? [textPart(content)]
      : (content ?? []).map((part) => (part.type === 'text' ? textPart(part.text) : { type: part.type }))
  const calls = (message.toolCalls ?? []).map((call) => ({
    type: 'tool_call',
    id: call.id,
    name: call.function.name,
    arguments: redactText(call.function.arguments),
  }))
  const refusal = message.refusal === undefined ? [] : [textPart(message.refusal)]
  return [...written, ...calls, ...refusal]
}

/**
 * Messages as the conventions write them into a trace: JSON text of `{role, parts}`. Images, sound and files are named, never recorded.
 * @see https://github.com/open-telemetry/semantic-conventions-genai
 */
export const recordedMessages = (messages: readonly Message[]): string =>
  JSON.stringify(messages.map((message) => ({ role: message.role, parts: partsOf(message) })))

import type { FailedReply, ProviderFailure } from '../provider.ts'
import { retryAfterMs } from '../retry-after.ts'
import { readErrorFacts, type ErrorFacts } from './error-facts.ts'
import { errorKindOf } from './error-kind.ts'
import { asText, isObject, jsonOf, parsedJson } from './json.ts'

const LONGEST_QUOTE = 300
const LONGEST_NAME = 60
const LONGEST_BODY = 16_384
type Headers = Readonly<Record<string, string>>

/** A failed HTTP answer in our terms. */
export function readFailure({ status, headers, body }: FailedReply): ProviderFailure {
  const parsed = parsedJson(body)
  const facts = isObject(parsed) || typeof parsed === 'string' ? readErrorFacts(status, parsed) : withoutWords(status)
  return toFailure(facts, headers, parsed ?? body)
}

/** An error that came inside an answer whose HTTP status was good. `chunk` is what held it. */
export const readInnerFailure = (chunk: unknown, headers: Headers): ProviderFailure =>
  toFailure(readErrorFacts(null, chunk), headers, chunk)

/** A page or a plain text says nothing that could be quoted in a sentence. */
const withoutWords = (status: number): ErrorFacts => ({ status, code: null, type: null, param: null, message: '' })

function toFailure(facts: ErrorFacts, headers: Headers, body: unknown): ProviderFailure {
  const kind = errorKindOf(facts)
  const retryable = { true: true, false: false }[asText(headers['x-should-retry'])] ?? kind.retryable
  const waitMs = retryAfterMs(headers)
  const code = facts.code ?? facts.type
  const requestId = headers['x-request-id'] ?? headers['x-litellm-call-id'] ?? headers['request-id']
  return {
    error: {
      code: kind.code,
      message: kind.text(facts) + quoted(facts.message, facts.speaker),
      meta: {
        ...(facts.status === null ? {} : { provider_status: facts.status }),
        ...(code === null ? {} : { provider_code: code }),
        ...(facts.code === null || facts.type === null ? {} : { provider_type: facts.type }),
        ...(facts.message === '' ? {} : { provider_message: cut(facts.message, LONGEST_BODY) }),
        ...(requestId === undefined ? {} : { request_id: requestId }),
        retryable,
        ...(waitMs === null ? {} : { retry_after_ms: waitMs }),
        provider: boundedBody(body),
      },
    },
    retryable,
    retryAfterMs: waitMs,
  }
}

const cut = (text: string, longest: number): string => (text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text)

/** A provider's own words, as the last sentence of ours; empty where it said nothing. */
export function quoted(message: string, speaker = 'It'): string {
  const oneLine = message.replace(/\s+/g, ' ').trim()
  return oneLine === '' ? '' : ` ${cut(speaker, LONGEST_NAME)} says: “${cut(oneLine, LONGEST_QUOTE)}”`
}

function boundedBody(body: unknown): unknown {
  if (typeof body === 'string') return cut(body, LONGEST_BODY)
  const text = jsonOf(body)
  return text.length > LONGEST_BODY ? cut(text, LONGEST_BODY) : body
}

import { asFilled, asObject, parsedJson } from '../dialect/json.ts'
import { quoted, readFailure, readInnerFailure as readInner } from '../dialect/read-failure.ts'
import type { FailedReply, ProviderFailure } from '../provider.ts'

type Headers = Readonly<Record<string, string>>

const SPEND_LIMIT = 'The account at the provider has reached its spending limit. Raise it there, or use another key or provider.'
const NEVER_MIND = new Set(['contract_spend_limit_reached', 'enforced_spend_limit_reached'])

/** A failed answer of the Messages API in our terms. Each carries the id of its request, which its support asks for. */
export function readMessagesFailure(reply: FailedReply): ProviderFailure {
  const body = parsedJson(reply.body)
  const failure = withRequestId(readFailure(reply), body)
  return isSpent(reply, body, failure) ? asSpent(failure) : failure
}

/** The same for an error that came inside an answer whose HTTP status was good. */
export const readInnerFailure = (body: unknown, headers: Headers): ProviderFailure => withRequestId(readInner(body, headers), body)

/** A rate limit says when to come back; a 429 that does not is a limit of spending. A gateway's own 429 never says. */
function isSpent({ status, headers }: FailedReply, body: unknown, failure: ProviderFailure): boolean {
  if (status !== 429) return false
  const code = asFilled(asObject(asObject(asObject(body)?.['error'])?.['details'])?.['error_code'])
  if (code !== null && NEVER_MIND.has(code)) return true
  const isGateway = Object.keys(headers).some((name) => name.startsWith('x-litellm-'))
  return failure.retryAfterMs === null && headers['x-should-retry'] !== 'true' && !isGateway
}

function asSpent({ error }: ProviderFailure): ProviderFailure {
  const said = error.meta?.['provider_message']
  return {
    error: {
      code: 'provider_rate_limited',
      message: SPEND_LIMIT + quoted(typeof said === 'string' ? said : ''),
      meta: { ...error.meta, retryable: false },
    },
    retryable: false,
    retryAfterMs: null,
  }
}

function withRequestId(failure: ProviderFailure, body: unknown): ProviderFailure {
  const { error } = failure
  const id = asFilled(asObject(body)?.['request_id'])
  return id === null || error.meta?.['request_id'] !== undefined
    ? failure
    : { ...failure, error: { ...error, meta: { ...error.meta, request_id: id } } }
}

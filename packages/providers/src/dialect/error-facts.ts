import { asFilled, asObject, isObject, parsedJson } from './json.ts'

/** What a provider says about a failure, whichever shape it says it in. */
export interface ErrorFacts {
  /** Of HTTP, or the one that an error inside a stream names; null where there is none. */
  readonly status: number | null
  readonly code: string | null
  readonly type: string | null
  readonly param: string | null
  /** The provider's own words, without what a gateway adds to them; empty where there are none. */
  readonly message: string
}

/** The error in a body or a stream's chunk: `{error: {…}}`, `{error: "…"}`, `{type: "error", …}`, `{object: "error", …}`; null where there is none. */
export function findError(body: unknown): unknown {
  if (!isObject(body)) return null
  if (isObject(body['error']) || asFilled(body['error']) !== null) return body['error']
  if (body['type'] === 'error' || body['object'] === 'error') return body
  return null
}

/** Reads a failed answer's body: JSON in a known shape, JSON in another, or any text. */
export function readErrorFacts(status: number | null, body: unknown): ErrorFacts {
  const error = findError(body) ?? body
  if (typeof error === 'string') return { status, code: null, type: null, param: null, message: withoutGatewayNotes(error) }
  const { code, type, param, message, status_code: statusCode, detail } = asObject(error) ?? {}
  return {
    status: status ?? statusOf(code) ?? statusOf(statusCode),
    code: typeof code === 'number' ? String(code) : asFilled(code),
    type: asFilled(type),
    param: asFilled(param),
    message: withoutGatewayNotes(asFilled(message) ?? asFilled(detail) ?? upstreamMessage(error) ?? ''),
  }
}

function statusOf(value: unknown): number | null {
  const status = typeof value === 'string' ? Number(value) : value
  return typeof status === 'number' && Number.isInteger(status) && status >= 100 && status < 600 ? status : null
}

/** OpenRouter puts the error of the provider behind it, as text, into `metadata.raw`. */
function upstreamMessage(error: unknown): string | null {
  const raw = asFilled(asObject(asObject(error)?.['metadata'])?.['raw'])
  if (raw === null) return null
  const parsed = parsedJson(raw)
  return asFilled(asObject(findError(parsed))?.['message']) ?? raw
}

/** LiteLLM ends every message with the names of its model group, which would be read as talk about the model. */
const withoutGatewayNotes = (message: string): string => message.replace(/\.?\s*Received Model Group=[\s\S]*$/, '').trim()

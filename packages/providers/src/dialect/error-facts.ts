import { asFilled, asList, asObject, isObject, parsedJson, type Json } from './json.ts'

/** What a provider says about a failure, whichever shape it says it in. */
export interface ErrorFacts {
  /** Of HTTP, or the one that an error inside a stream names; null where there is none. */
  readonly status: number | null
  readonly code: string | null
  readonly type: string | null
  readonly param: string | null
  /** The provider's own words, without what a gateway adds to them; empty where there are none. */
  readonly message: string
  /** Whose words they are, where a gateway passes on somebody else's and names them. */
  readonly speaker?: string
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
  const { code, type, param, message, description, status_code: statusCode, detail } = asObject(error) ?? {}
  const words = asFilled(message) ?? asFilled(detail) ?? asFilled(description) ?? issuesOf(detail)
  const upstream = upstreamWords(error)
  return {
    status: status ?? statusOf(code) ?? statusOf(statusCode),
    code: typeof code === 'number' ? String(code) : asFilled(code),
    type: asFilled(type),
    param: asFilled(param),
    message: withoutGatewayNotes(upstream === null ? words : joined(words, upstream)),
    ...(upstream === null ? {} : upstreamSpeaker(error)),
  }
}

/** What FastAPI, and with it vLLM and LiteLLM, says of a request that it cannot read: each fault with its place. */
function issuesOf(detail: unknown): string {
  const issues = asList(detail).flatMap((issue) => {
    const { loc, msg } = asObject(issue) ?? {}
    const words = asFilled(msg)
    return words === null ? [] : [[asList(loc).join('.'), words].filter((text) => text !== '').join(': ')]
  })
  return issues.join('; ')
}

function statusOf(value: unknown): number | null {
  const status = typeof value === 'string' ? Number(value) : value
  return typeof status === 'number' && Number.isInteger(status) && status >= 100 && status < 600 ? status : null
}

const metadataOf = (error: unknown): Json => asObject(asObject(error)?.['metadata']) ?? {}

/** OpenRouter puts the error of the provider behind it, as text or as JSON, into `metadata.raw`. */
function upstreamWords(error: unknown): string | null {
  const { raw } = metadataOf(error)
  const text = asFilled(raw)
  const body = text === null ? asObject(raw) : parsedJson(text)
  const inner = findError(body) ?? body
  return asFilled(inner) ?? asFilled(asObject(inner)?.['message']) ?? asFilled(asObject(inner)?.['detail']) ?? text
}

function upstreamSpeaker(error: unknown): { readonly speaker?: string } {
  const name = asFilled(metadataOf(error)['provider_name'])
  return name === null ? {} : { speaker: name }
}

/** A gateway's sentence that says no more than that there was an error adds nothing to what the error was. */
const joined = (words: string, upstream: string): string =>
  words === '' || /^provider returned (?:an )?error\.?$/i.test(words) || upstream.includes(words) ? upstream : `${words}: ${upstream}`

/** LiteLLM ends every message with the names of its model group, which would be read as talk about the model. */
const withoutGatewayNotes = (message: string): string => message.replace(/\.?\s*Received Model Group=[\s\S]*$/, '').trim()

import { errorDetailFromWire } from '@vitrine/contracts'
import { type ClientFailure, failureOfDetail, told } from './client-failure.ts'

const MAX_EXCERPT = 200

/** Reads why a response is a refusal: the service's error body, or, where something else answered, what that was. Never throws. */
export async function failureOfResponse(response: Response): Promise<ClientFailure> {
  const text = await response.text().catch(() => '')
  const detail = errorDetailFromWire(jsonOf(text))
  const failure = detail ? failureOfDetail(detail) : notOurs(response, text)
  const retryAfterMs = retryAfter(response, failure)
  return { ...failure, status: response.status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }
}

/** Somebody answered, but not as the service does: a proxy's page, another server, a wrong address. */
export function notOurs(response: Response, text: string): ClientFailure {
  const type = response.headers.get('content-type')?.split(';')[0]?.trim() || 'no content type'
  const host = response.url === '' ? 'The server' : new URL(response.url).host
  return {
    code: 'bad_reply',
    message: `${host} answered ${response.status} (${type}), but not as the service does. Check the service address and what stands in between.`,
    status: response.status,
    meta: {
      ...told('other-answered', { host, status: response.status, type }),
      ...(text !== '' && { excerpt: text.slice(0, MAX_EXCERPT) }),
    },
  }
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function retryAfter({ headers }: Response, { meta }: ClientFailure): number | undefined {
  const seconds = headers.get('retry-after')?.trim() ?? ''
  if (/^\d{1,9}$/.test(seconds)) return Number(seconds) * 1000
  const said = meta?.['retry_after_ms']
  return typeof said === 'number' && said >= 0 ? said : undefined
}

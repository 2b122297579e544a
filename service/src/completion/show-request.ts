import type { WireRequest } from '@vitrine/contracts'
import { createRedactor } from '@vitrine/providers'

/** A provider's request as people may see it: without its credential, wherever that stands. */
export function showRequest(request: WireRequest, apiKey: string | null): WireRequest {
  const redactor = createRedactor(apiKey)
  return {
    method: request.method,
    url: redactor.ownKey(request.url),
    headers: redactor.headers(request.headers),
    body: redactor.ownKey(request.body),
  }
}

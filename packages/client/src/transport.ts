import { CANCELLED, type ClientFailure, unreached } from './client-failure.ts'

export type Fetch = (input: string, init: RequestInit) => Promise<Response>

/** What a client needs from the realm it runs in. */
export interface Transport {
  readonly fetch: Fetch
  readonly isOnline: () => boolean
}

export interface ServiceRequest {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly signal?: AbortSignal
}

/** The response, whatever its status, or why there is none. */
export async function send(
  { fetch, isOnline }: Transport,
  { method, url, headers, body, signal }: ServiceRequest,
): Promise<{ readonly response: Response } | { readonly failure: ClientFailure }> {
  if (signal?.aborted) return { failure: CANCELLED }
  try {
    const response = await fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    })
    return { response }
  } catch {
    if (signal?.aborted) return { failure: CANCELLED }
    return { failure: unreached(new URL(url).host, isOnline()) }
  }
}

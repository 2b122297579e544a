import { type ProviderEndpoint, createRedactor } from '@vitrine/providers'
import type { AskDocument } from './catalogue-readers.ts'

export interface AskOptions {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  /** Milliseconds for the whole answer. */
  readonly timeoutMs: number
}

const MOST_BYTES = 16_000_000

async function textOf(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let left = MOST_BYTES
  if (response.body === null) return null
  for await (const chunk of response.body) {
    left -= chunk.byteLength
    if (left < 0) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Asks at an endpoint, with its key. It follows no redirect, so that the key goes nowhere else, and reads no more than a list can have. */
export const askDocument =
  ({ fetch, timeoutMs }: AskOptions, { baseUrl, apiKey }: ProviderEndpoint): AskDocument =>
  async (path) => {
    const response = await fetch(`${baseUrl}${path}`, {
      headers: { accept: 'application/json', ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }) },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok) {
      await response.body?.cancel()
      return null
    }
    const text = await textOf(response)
    try {
      // What a list says is shown to people: it is not to quote the key that it was asked with.
      return text === null ? null : JSON.parse(createRedactor(apiKey).ownKey(text))
    } catch {
      return null
    }
  }

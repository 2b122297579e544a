import { Anthropic } from '@anthropic-ai/sdk'

/**
 * The headers that the official client puts on a message, but for the credential. They are the same for every request, so the client is
 * asked once. Only its own are taken: it also reads headers from the environment, and those are not meant for every endpoint.
 */
async function readClientHeaders(): Promise<Readonly<Record<string, string>>> {
  const client = new Anthropic({
    apiKey: 'none',
    baseURL: 'http://localhost',
    maxRetries: 0,
    logLevel: 'off',
    openTelemetry: false,
  })
  const { req } = await client.buildRequest({ method: 'post', path: '/v1/messages', body: {}, timeout: 600_000 })
  const headers: Record<string, string> = {}
  for (const [name, value] of new Headers(req.headers)) {
    if (OWN.test(name)) headers[name] = value
  }
  return headers
}

const OWN = /^(?:accept|content-type|user-agent|anthropic-version|x-stainless-.+)$/

export const CLIENT_HEADERS = await readClientHeaders()

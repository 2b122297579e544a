import { OpenAI } from 'openai'

/**
 * The headers that the official client puts on a chat completion, but for the credential. They are the same for every request, so the
 * client is asked once. Only its own are taken: it also reads headers from the environment, and those are not meant for every endpoint.
 */
async function readClientHeaders(): Promise<Readonly<Record<string, string>>> {
  const client = new OpenAI({
    apiKey: 'none',
    baseURL: 'http://localhost',
    organization: null,
    project: null,
    maxRetries: 0,
    logLevel: 'off',
  })
  const { req } = await client.buildRequest({ method: 'post', path: '/chat/completions', body: {} })
  const headers: Record<string, string> = {}
  for (const [name, value] of req.headers) {
    if (name === 'accept' || name === 'content-type' || name === 'user-agent' || name.startsWith('x-stainless-')) headers[name] = value
  }
  return headers
}

export const CLIENT_HEADERS = await readClientHeaders()

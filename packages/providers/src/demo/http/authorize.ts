import { createHash, timingSafeEqual } from 'node:crypto'
import type { OpenAiError } from './openai-error.ts'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Null for the right bearer key, else the 401. The key that was sent is not repeated: it may be somebody's real one. */
export function authorize(header: string | undefined, apiKey: string): OpenAiError | null {
  const sent = /^Bearer\s+(\S+)\s*$/i.exec(header ?? '')?.[1]
  const refusal = { status: 401, type: 'invalid_request_error', param: null, headers: { 'www-authenticate': 'Bearer' } } as const
  if (sent === undefined) {
    return { ...refusal, code: null, message: "You didn't provide an API key. Send it as 'Authorization: Bearer <key>'." }
  }
  if (timingSafeEqual(digest(sent), digest(apiKey))) return null
  return {
    ...refusal,
    code: 'invalid_api_key',
    message: 'Incorrect API key provided. The demo provider answers only to the key of its own process.',
  }
}

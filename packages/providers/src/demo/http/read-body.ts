import type { IncomingMessage } from 'node:http'
import { badRequest, type OpenAiError } from './openai-error.ts'

const MAX_BYTES = 64 * 1024 * 1024

export type ReadBody =
  | { readonly ok: true; readonly text: string; readonly json: unknown }
  | { readonly ok: false; readonly error: OpenAiError }

const malformed = (why: string): ReadBody => ({
  ok: false,
  error: badRequest(`We could not parse the JSON body of your request: ${why}. The body must be a JSON object in UTF-8.`),
})

/** The whole body as JSON. Rejects only where the connection breaks. */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BYTES) return { ok: false, error: { ...badRequest(`The body is larger than ${MAX_BYTES} bytes.`), status: 413 } }
    chunks.push(chunk)
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    return malformed('it is not UTF-8')
  }
  try {
    return { ok: true, text, json: JSON.parse(text) as unknown }
  } catch (error) {
    return malformed(error instanceof Error ? error.message : 'it is not JSON')
  }
}

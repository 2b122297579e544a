import { type Refusal, refuse } from './refusal.ts'

const decoder = new TextDecoder('utf-8', { fatal: true })

export type BodyReading = { readonly ok: true; readonly text: string } | Refusal

const isJson = (type: string | null): boolean =>
  type !== null && /^application\/(?:[\w.-]+\+)?json\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i.test(type)

const tooLarge = (limit: number): Refusal =>
  refuse(
    'body_too_large',
    `The body is larger than the ${limit} bytes this service takes. Send less, or have VITRINE_MAX_BODY_MB raised.`,
    {
      limit_bytes: limit,
    },
  )

/** Reads at most `limit` bytes, whatever the sender claims: what has no length is counted as it arrives. */
async function readBytes(request: Request, limit: number): Promise<Uint8Array | null> {
  const claimed = request.headers.get('content-length')
  // The HTTP parser holds a sender to the length it gave.
  if (claimed !== null) return Number(claimed) > limit ? null : new Uint8Array(await request.arrayBuffer())
  if (request.body === null) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body) {
    size += chunk.byteLength
    if (size > limit) return null
    chunks.push(chunk)
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : new Uint8Array(Buffer.concat(chunks))
}

/** The text of a JSON body: its type, its size and its encoding are checked, in this order. */
export async function readBody(request: Request, limit: number): Promise<BodyReading> {
  const type = request.headers.get('content-type')
  if (!isJson(type)) {
    return refuse('unsupported_media_type', `The body must be JSON in UTF-8. Send it with Content-Type: application/json.`)
  }
  if (request.headers.has('content-encoding') && request.headers.get('content-encoding') !== 'identity') {
    return refuse('unsupported_media_type', 'The body is compressed, which this service does not take. Send it without Content-Encoding.')
  }
  const bytes = await readBytes(request, limit)
  if (bytes === null) return tooLarge(limit)
  try {
    return { ok: true, text: decoder.decode(bytes) }
  } catch {
    return refuse('invalid_request', 'The body is not UTF-8. Encode it as UTF-8.', {
      issues: [{ path: '', message: 'bytes that are not UTF-8' }],
    })
  }
}

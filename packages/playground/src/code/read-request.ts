import { apiOfUrl, type ModelApi } from '@vitrine/contracts'
import { type JsonNode } from './json/json-node.ts'
import { MAX_DEPTH, readJson } from './json/read-json.ts'
import { walkJson } from './json/walk-json.ts'
import { readHeaders, type SnippetHeaders } from './request-headers.ts'
import type { SnippetNote, SnippetOptions, SnippetParameter, SnippetRefusal, SnippetSource } from './snippet.ts'
import { withStreaming } from './with-streaming.ts'

/** A request as snippets write it. */
export interface SnippetRequest {
  readonly url: string
  /** Null where the address is none of a model's. */
  readonly api: ModelApi | null
  readonly headers: SnippetHeaders
  readonly keyVariable: string
  readonly body: Extract<JsonNode, { readonly kind: 'object' }>
  readonly stream: boolean
  readonly isService: boolean
  readonly parameters: readonly SnippetParameter[]
  /** What holds in every language. */
  readonly notes: readonly SnippetNote[]
}

/** `<image/png 212 kB sha256:9f86d081884c7d65>`: what the service shows of long data. */
const FOLDED = /<[a-z0-9.+/-]{1,120} \d+ kB sha256:[0-9a-f]{16}>/

export function readRequest(source: SnippetSource, { stream }: SnippetOptions): SnippetRequest | SnippetRefusal {
  const { request, keyVariable, to } = source
  const isPrinted = ({ marker }: SnippetParameter): boolean => request.body.includes(marker)
  const parameters = (source.parameters ?? []).filter(isPrinted)
  const unprinted = (source.parameters ?? []).filter((parameter) => !isPrinted(parameter))
  const body = bodyOf(request.body, parameters)
  if (body === 'too-deep') return { code: 'too-deep', depth: MAX_DEPTH }
  if (body?.kind !== 'object') return { code: 'no-json-object' }
  const isService = to === 'service'
  const api = isService ? null : apiOfUrl(request.url)
  const headers = readHeaders(request.headers)
  return {
    url: request.url,
    api,
    headers,
    keyVariable,
    // Our own service is told by a header how to answer.
    body: isService ? body : withStreaming(body, api, stream),
    stream,
    isService,
    parameters,
    notes: [
      ...[...(source.fixed ?? []), ...unprinted.map(({ name }) => ({ name, reason: 'not-rendered' }) as const)].map(
        ({ name, reason }): SnippetNote => ({ code: 'fixed-variable', name, reason }),
      ),
      ...(source.hasToolLoop === true && !isService ? [{ code: 'tool-loop' } as const] : []),
      ...notesOf(source.request.url, body, headers),
    ],
  }
}

function bodyOf(text: string, parameters: readonly SnippetParameter[]): JsonNode | 'too-deep' | null {
  try {
    return readJson(text, parameters)
  } catch (error) {
    if (error instanceof RangeError) return 'too-deep'
    throw error
  }
}

function notesOf(url: string, body: JsonNode, { secret }: SnippetHeaders): readonly SnippetNote[] {
  const visits = [...walkJson(body)]
  const folded = visits.filter(
    ({ node }) => node.kind === 'text' && node.text.some((piece) => typeof piece === 'string' && FOLDED.test(piece)),
  )
  const tooLarge = visits.filter(({ node }) => node.kind === 'number' && !Number.isFinite(Number(node.digits)))
  return [
    ...(folded.length === 0 ? [] : [{ code: 'folded-data', paths: folded.map(({ path }) => path) } as const]),
    ...(tooLarge.length === 0 ? [] : [{ code: 'number-out-of-range', paths: tooLarge.map(({ path }) => path) } as const]),
    ...(secret.length === 0 ? [] : [{ code: 'secret-header', names: secret } as const]),
    ...(url.includes('***') ? [{ code: 'secret-in-address' } as const] : []),
  ]
}

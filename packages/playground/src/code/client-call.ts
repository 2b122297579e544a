import type { ModelApi } from '@vitrine/contracts'
import { type JsonMember, type JsonNode, plainText } from './json/json-node.ts'
import { KNOWN_FIELDS, PATHS, REQUIRED_FIELDS } from './known-fields.data.ts'
import type { SnippetRequest } from './read-request.ts'
import type { SnippetNote, SnippetRefusal } from './snippet.ts'
import { memberOf } from './with-streaming.ts'

/** A request as an official client makes it. */
export interface ClientCall {
  readonly api: ModelApi
  /** Null where it is the client's own. */
  readonly baseUrl: string | null
  /** Fields that the client knows, by their names. */
  readonly known: readonly (readonly [name: string, value: JsonNode])[]
  /** Fields that it does not know, or whose names are arguments. */
  readonly extra: readonly JsonMember[]
  /** Whether the client would refuse to wait so long for a whole answer. */
  readonly isLong: boolean
  readonly missing: readonly string[]
  readonly notes: readonly SnippetNote[]
}

const OWN_BASES = new Set(['https://api.openai.com/v1', 'https://api.anthropic.com'])
/** Above this the clients of Anthropic ask for a stream, unless they are told how long to wait; older models allow less. */
const MOST_TOKENS_AT_ONCE = 8192

export function clientCall({ url, api, body, stream }: SnippetRequest, apis: readonly ModelApi[]): ClientCall | SnippetRefusal {
  if (api === null || !apis.includes(api)) return { code: 'other-api', api }
  const path = PATHS[api]
  if (!url.endsWith(path)) return { code: 'address' }
  const base = url.slice(0, -path.length)
  const known: (readonly [string, JsonNode])[] = []
  const extra: JsonMember[] = []
  for (const member of body.members) {
    const name = plainText(member[0])
    if (name !== null && KNOWN_FIELDS[api].has(name)) known.push([name, member[1]])
    else extra.push(member)
  }
  const missing = REQUIRED_FIELDS[api].filter((name) => memberOf(body, name) === undefined)
  const tokens = memberOf(body, 'max_tokens')
  return {
    api,
    baseUrl: OWN_BASES.has(base) ? null : base,
    known,
    extra,
    isLong: api === 'messages' && !stream && !(tokens?.kind === 'number' && Number(tokens.digits) <= MOST_TOKENS_AT_ONCE),
    missing,
    notes: missing.length === 0 ? [] : [{ code: 'missing-fields', names: missing }],
  }
}

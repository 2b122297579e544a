import type { ModelApi } from '@vitrine/contracts'
import { type JsonMember, type JsonNode, plainText } from './json/json-node.ts'

type JsonObject = Extract<JsonNode, { readonly kind: 'object' }>

const TRUE: JsonNode = { kind: 'literal', value: true }
const INCLUDE_USAGE: JsonNode = { kind: 'object', members: [[['include_usage'], TRUE]] }

export const memberOf = (body: JsonObject, name: string): JsonNode | undefined =>
  body.members.find(([held]) => plainText(held) === name)?.[1]

export const isStreaming = (body: JsonObject): boolean => {
  const stream = memberOf(body, 'stream')
  return stream?.kind === 'literal' && stream.value === true
}

/** The body that asks for its answer piece by piece, or not; the same one where it does already what is wanted. */
export function withStreaming(body: JsonObject, api: ModelApi | null, stream: boolean): JsonObject {
  if (isStreaming(body) === stream) return body
  const others = body.members.filter(([name]) => plainText(name) !== 'stream' && plainText(name) !== 'stream_options')
  if (!stream) return { kind: 'object', members: others }
  const options: readonly JsonMember[] = api === 'chat' ? [[['stream_options'], INCLUDE_USAGE]] : []
  return { kind: 'object', members: [...others, [['stream'], TRUE], ...options] }
}

import type { Message, NativeTurn, Part } from '@vitrine/contracts'
import { asList, asObject, jsonOf, type Json } from '../dialect/json.ts'

/**
 * An answer as OpenRouter's next request wants to see it: the message with its reasoning. The text and the calls stand beside the
 * reasoning so that a later turn can tell whether the answer is still the one that was reasoned about.
 */
export function toNativeAnswer(parts: readonly Part[], reasoningDetails: readonly unknown[]): NativeTurn | null {
  if (reasoningDetails.length === 0) return null
  const text = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []))
  const calls = parts.flatMap((part) =>
    part.kind === 'tool-call' ? [{ id: part.id, type: 'function', function: { name: part.name, arguments: part.arguments } }] : [],
  )
  const item = {
    role: 'assistant',
    content: text.length === 0 ? null : text.join(''),
    ...(calls.length === 0 ? {} : { tool_calls: calls }),
    reasoning_details: reasoningDetails,
  }
  return { dialect: 'openrouter', items: [item] }
}

/** The reasoning of an earlier answer, to be sent back as it is; null where the message no longer says what the answer said. */
export function reasoningOf(items: readonly unknown[], message: Message): readonly unknown[] | null {
  const item = asObject(items[0])
  if (items.length !== 1 || item === null) return null
  const details = asList(item['reasoning_details'])
  const isUnchanged = textOf(item['content']) === textOf(message.content) && callsOf(item) === jsonOf(message.toolCalls?.map(toCall) ?? [])
  return isUnchanged && details.length > 0 ? details : null
}

/** The text of a content, as it was or as a list of parts; null, which no text is, where it holds anything else. */
function textOf(content: unknown): string | null {
  if (content === undefined || content === null) return ''
  if (typeof content === 'string') return content
  const texts = asList(content).map((part) => (asObject(part)?.['type'] === 'text' ? asObject(part)?.['text'] : null))
  return texts.every((text) => typeof text === 'string') ? texts.join('') : null
}

const callsOf = (item: Json): string => jsonOf(asList(item['tool_calls']).map(toCall))

function toCall(call: unknown): readonly unknown[] {
  const { id, function: called } = asObject(call) ?? {}
  const { name, arguments: text } = asObject(called) ?? {}
  return [id, name, text]
}

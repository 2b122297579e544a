import { asFilled, asList, asText, jsonOf, type Json } from '../dialect/json.ts'

/** The id that answers a call: some servers leave it out, and then the item's own stands for it. */
export const callIdOf = (item: Json): string => asFilled(item['call_id']) ?? asText(item['id'])

export type ItemFamily = 'message' | 'reasoning' | 'call' | 'other'

/** What an output item is to us. Calls of tools that the provider itself runs are `other`: nobody here can answer them. */
export function familyOf({ type }: Json): ItemFamily {
  if (type === 'message' || type === 'reasoning') return type
  return type === 'function_call' || type === 'custom_tool_call' ? 'call' : 'other'
}

/** What a message says: a list, or with some servers a text alone. */
export const contentsOf = ({ content }: Json): readonly unknown[] =>
  typeof content === 'string' ? [{ type: 'output_text', text: content }] : asList(content)

/** What a call is called with: a text, or with some servers the value that it spells. */
export function argumentsOf(item: Json): string {
  const value = item['type'] === 'custom_tool_call' ? item['input'] : item['arguments']
  return typeof value === 'string' || value === undefined || value === null ? asText(value) : jsonOf(value)
}

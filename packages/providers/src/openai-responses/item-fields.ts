import { asFilled, asText, type Json } from '../dialect/json.ts'

/** The id that answers a call: some servers leave it out, and then the item's own stands for it. */
export const callIdOf = (item: Json): string => asFilled(item['call_id']) ?? asText(item['id'])

export type ItemFamily = 'message' | 'reasoning' | 'call' | 'other'

/** What an output item is to us. Calls of tools that the provider itself runs are `other`: nobody here can answer them. */
export function familyOf({ type }: Json): ItemFamily {
  if (type === 'message' || type === 'reasoning') return type
  return type === 'function_call' || type === 'custom_tool_call' ? 'call' : 'other'
}

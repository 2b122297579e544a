import { isDeepStrictEqual } from 'node:util'
import type { Message } from '@vitrine/contracts'
import { asText, isObject, parsedJson, type Json } from '../../dialect/json.ts'

/** Whether a message still says what the blocks say that it was made of: the same text, and the same calls with the same arguments. */
export function isUnedited(message: Message, items: readonly unknown[]): boolean {
  const blocks = items.filter(isObject)
  return blocks.length === items.length && saidBy(message) === saidIn(blocks) && isDeepStrictEqual(calledBy(message), calledIn(blocks))
}

function saidBy({ content }: Message): string {
  if (typeof content === 'string') return content
  return (content ?? []).map((part) => (part.type === 'text' ? part.text : '')).join('')
}

const saidIn = (blocks: readonly Json[]): string => blocks.map(({ type, text }) => (type === 'text' ? asText(text) : '')).join('')

const calledBy = ({ toolCalls = [] }: Message): unknown =>
  toolCalls.map(({ id, function: { name, arguments: text } }) => ({ id, name, input: parsedJson(text) }))

const calledIn = (blocks: readonly Json[]): unknown =>
  blocks.flatMap(({ type, id, name, input }) => (type === 'tool_use' ? [{ id, name, input }] : []))

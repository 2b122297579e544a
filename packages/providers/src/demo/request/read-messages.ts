import type { ChatMessage } from '../chat-request.ts'
import { isRecord } from '../json-value.ts'
import { readWord, refuse, wrongType } from './field-reader.ts'

const ROLES = ['system', 'developer', 'user', 'assistant', 'tool', 'function'] as const
const PART_TYPES = ['text', 'image_url', 'input_audio', 'file', 'refusal'] as const

function checkContent(message: Readonly<Record<string, unknown>>, role: string, at: string): void {
  const content = message['content']
  if (typeof content === 'string') return
  if (content === undefined || content === null) {
    if (role !== 'assistant') refuse(`Invalid value for 'content': expected a string, got null.`, `${at}.content`, null)
    return
  }
  if (!Array.isArray(content)) wrongType(`${at}.content`, 'one of a string or array of objects', content)
  for (const [index, part] of (content as readonly unknown[]).entries()) {
    const place = `${at}.content[${index}]`
    if (!isRecord(part)) return wrongType(place, 'an object', part)
    if (readWord(part['type'], `${place}.type`, PART_TYPES) === null) {
      refuse(`Missing required parameter: '${place}.type'.`, `${place}.type`, 'missing_required_parameter')
    }
    if (part['type'] === 'text' && typeof part['text'] !== 'string') wrongType(`${place}.text`, 'a string', part['text'])
  }
}

export function readMessages(value: unknown): readonly ChatMessage[] {
  if (value === undefined || value === null) refuse("Missing required parameter: 'messages'.", 'messages', 'missing_required_parameter')
  if (!Array.isArray(value)) return wrongType('messages', 'an array of objects', value)
  if (value.length === 0) refuse("Invalid 'messages': empty array. Expected an array with minimum length 1.", 'messages', 'empty_array')
  return value.map((message: unknown, index) => {
    const at = `messages[${index}]`
    if (!isRecord(message)) return wrongType(at, 'an object', message)
    const role = readWord(message['role'], `${at}.role`, ROLES)
    if (role === null) return refuse(`Missing required parameter: '${at}.role'.`, `${at}.role`, 'missing_required_parameter')
    checkContent(message, role, at)
    if (role === 'tool' && typeof message['tool_call_id'] !== 'string') {
      refuse(`Missing parameter 'tool_call_id': messages with role 'tool' must have a 'tool_call_id'.`, `${at}.tool_call_id`, null)
    }
    // The same object, so that what a caller sent beside the known fields is still there to be shown.
    return Object.assign(message, { role })
  })
}

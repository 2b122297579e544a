import { TEMPLATE_FORMATS } from '@vitrine/contracts'
import type { JsonObject } from '../data/json-object.ts'
import type { ImportedPrompt } from '../import/recognition.ts'
import { oneOf } from './read-members.ts'
import { readMessages } from './read-message.ts'

/** `{messages, templateFormat}` of a document, with the mode that the document has. */
export function readPrompt(value: JsonObject, mode: 'completion' | 'chat', path: string): ImportedPrompt {
  const templateFormat = oneOf(value, 'templateFormat', TEMPLATE_FORMATS, path)
  return { mode, messages: readMessages(value, 'messages', path), templateFormat }
}

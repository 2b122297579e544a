import { isList, isObject } from '../../data/json-object.ts'
import type { FormatReader } from '../../import/format-reader.ts'
import { readBody } from './read-body.ts'

/** The JSON of a request to chat completions, Responses, Messages or generateContent; a bare list of messages is one too. */
export const readRequest: FormatReader = ({ document, problems }) => {
  const value = document?.kind === 'value' ? document.value : null
  const body = isList(value) ? { messages: value } : value
  if (isObject(body)) return readBody(body, '', problems)
  problems.add('error', 'not-an-object', {})
  return null
}

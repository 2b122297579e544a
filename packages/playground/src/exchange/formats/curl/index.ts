import { parsedJson, tellFault } from '../../data/json-document.ts'
import { isObject } from '../../data/json-object.ts'
import type { FormatReader } from '../../import/format-reader.ts'
import { isSecretName } from '../../data/drop-secrets.ts'
import { readBody } from '../request/read-body.ts'
import { parseCurl } from './parse-curl.ts'
import { shellWords } from './shell-words.ts'

/** Headers that say nothing of the prompt, and that every client sends. */
const USUAL: ReadonlySet<string> = new Set(['content-type', 'accept', 'content-length', 'host', 'user-agent', 'anthropic-version'])

/** A cURL command of a provider's documentation or a browser's network view. Its keys and its address are not kept. */
export const readCurl: FormatReader = ({ text, problems }) => {
  const split = shellWords(text.trim().replace(/^\$ /, ''))
  if (!split.ok) {
    problems.add('error', 'shell-syntax', { quote: split.quote })
    return null
  }
  const command = parseCurl(split.words)
  for (const what of command.files) problems.add('error', 'not-fetched', { what })
  for (const name of command.credentials) problems.add('warning', 'key-dropped', { name })
  for (const name of command.headerNames) {
    if (isSecretName(name)) problems.add('warning', 'key-dropped', { name })
    else if (!USUAL.has(name.toLowerCase())) problems.add('notice', 'not-carried', { what: name })
  }
  if (/[?&](key|api[-_]?key|token|access_token)=/i.test(command.url)) problems.add('warning', 'key-dropped', { name: 'URL' })
  const parsed = parsedJson(command.body)
  if (command.files.length > 0) return null
  if (parsed.ok && isObject(parsed.value)) return readBody(parsed.value, command.url, problems)
  if (parsed.ok) problems.add('error', 'not-an-object', {})
  else tellFault(parsed.fault, 'error', problems)
  return null
}

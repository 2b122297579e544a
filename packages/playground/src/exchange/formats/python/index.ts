import type { FormatReader } from '../../import/format-reader.ts'
import { readBody } from '../request/read-body.ts'
import { bodyOfCall } from './body-of-call.ts'
import { findCalls } from './find-call.ts'
import { lexPython } from './lex-python.ts'

/**
 * A Python program that asks a model with the library of OpenAI or Anthropic. The first such call is read as far as its arguments are
 * written out; what stands in the holes of format strings becomes variables. Nothing of the program is run.
 */
export const readPython: FormatReader = ({ text, problems }) => {
  const lexed = lexPython(text)
  if (!lexed.ok) {
    problems.add('error', 'python-syntax', { quote: lexed.quote }, lexed.line)
    return null
  }
  const { call, otherLines, names, clients } = findCalls(text, lexed.tokens)
  if (call === null) {
    problems.add('error', 'python-no-call', {})
    return null
  }
  if (clients.some((given) => typeof given.get('api_key') === 'string')) problems.add('warning', 'key-dropped', { name: 'api_key' })
  for (const line of otherLines) problems.add('notice', 'python-other-call', {}, line)
  const base = clients.map((given) => given.get('base_url')).find((url) => typeof url === 'string') ?? ''
  const { body, variables } = bodyOfCall(call, problems)
  const reading = readBody(body, `${base}${call.path}`, problems)
  const cells = variables.map((name) => {
    const value = names.get(name)
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  })
  // What the program itself says of its variables is a case.
  if (reading === null || cells.every((cell) => cell === '')) return reading
  return { ...reading, columns: variables.map((name) => ({ name, role: { kind: 'variable', name } })), rows: [{ line: null, cells }] }
}

import { type JsonObject, bareRecord, isObject } from '../../data/json-object.ts'
import type { ProblemList } from '../../import/problem-list.ts'
import type { PythonCall } from './find-call.ts'
import { PythonTemplate, type PythonValue, Unread } from './python-value.ts'

/** A request as a call would have sent it. `variables` are the names that its texts leave open. */
export interface CallBody {
  readonly body: JsonObject
  readonly variables: readonly string[]
}

/** Arguments that hold texts in which a name can be a variable. */
const TEXTS: ReadonlySet<string> = new Set(['messages', 'input', 'instructions', 'system'])
/** Arguments of the library and not of the request. */
const LIBRARY: ReadonlySet<string> = new Set(['extra_headers', 'extra_query', 'timeout'])

export function bodyOfCall({ given }: PythonCall, problems: ProblemList): CallBody {
  const variables = new Set<string>()

  /** As JSON; undefined for what would have to be run. */
  function plain(value: PythonValue, inTexts: boolean): unknown {
    if (value instanceof PythonTemplate) {
      for (const name of value.names) variables.add(name)
      for (const { source, line } of value.runs) problems.add('warning', 'not-executed', { what: source }, line)
      return value.text
    }
    if (value instanceof Unread) {
      if (inTexts && value.name !== null) {
        variables.add(value.name)
        return `{{${value.name}}}`
      }
      problems.add('warning', 'not-executed', { what: value.source }, value.line)
      return undefined
    }
    if (value instanceof Map) {
      const members = [...(value as ReadonlyMap<string, PythonValue>)].map(([name, held]) => [name, plain(held, inTexts)] as const)
      return { ...bareRecord(members.filter(([, held]) => held !== undefined)) }
    }
    if (Array.isArray(value))
      return (value as readonly PythonValue[]).map((item) => plain(item, inTexts)).filter((item) => item !== undefined)
    return value
  }

  const members: (readonly [string, unknown])[] = []
  for (const [name, value] of given) {
    const held = plain(value, TEXTS.has(name))
    if (LIBRARY.has(name) || /^\d+$/.test(name)) problems.add('notice', 'not-carried', { what: name })
    else if (name === 'extra_body' && isObject(held)) members.push(...Object.entries(held))
    else if (held !== undefined) members.push([name, held])
  }
  return { body: Object.fromEntries(members), variables: [...variables] }
}

import { isFields, listOf, textOf, type Fields } from './fields.ts'

/** One case of responses.json: a function in the seed's words, what goes in, and what has to come of it. */
export interface ResponsesCase {
  readonly id: string
  readonly fn: string
  readonly input: unknown
  readonly expected: unknown
}

export function readResponsesCases(text: string): readonly ResponsesCase[] {
  const file: unknown = JSON.parse(text)
  if (!isFields(file) || !Array.isArray(file['cases'])) throw new Error('responses.json has no list of cases')
  return listOf(file['cases']).map(toCase)
}

function toCase(value: unknown): ResponsesCase {
  const fields: Fields = isFields(value) ? value : {}
  const id = textOf(fields['id'])
  const fn = textOf(fields['fn'])
  if (id === null || fn === null || !('expect' in fields)) throw new Error('a case has no id, no fn or no expect')
  return { id, fn, input: generated(fields['in']), expected: fields['expect'] }
}

/** Some values cannot be written as JSON, or are too long to be: a case names them instead. */
function generated(value: unknown): unknown {
  if (value === '$undefined') return undefined
  if (Array.isArray(value)) return value.map(generated)
  if (!isFields(value)) return value
  if (isFields(value['$tools'])) return generatedTools(value['$tools'])
  if (value['$deepFreeze'] === true) return deepFrozen(generated(value['value']))
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, generated(held)]))
}

function deepFrozen(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) {
    for (const held of Object.values(value)) deepFrozen(held)
    Object.freeze(value)
  }
  return value
}

const tool = (name: string, description: string): Fields => ({ type: 'function', name, description, parameters: {} })

/** `count` tiny tools; `jsonBytes`: the list is so many bytes of JSON; `chars` of `char`: one tool with such a name; `bigint`: one that is no JSON. */
function generatedTools({ count, jsonBytes, chars, char, bigint }: Fields): readonly unknown[] {
  if (bigint === true) return [{ type: 'function', name: 'big', parameters: { maximum: 1n } }]
  if (typeof chars === 'number') return [tool((textOf(char) ?? 'x').repeat(chars), '')]
  const tools = Array.from({ length: typeof count === 'number' ? count : 1 }, (_, position) => tool(`t${position}`, ''))
  const [first, ...rest] = tools
  if (typeof jsonBytes !== 'number' || first === undefined) return tools
  const missing = jsonBytes - Buffer.byteLength(JSON.stringify(tools))
  return [{ ...first, description: 'd'.repeat(Math.max(0, missing)) }, ...rest]
}

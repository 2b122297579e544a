import type { ChatRequest } from '../../chat-request.ts'
import { isRecord, ownValue } from '../../json-value.ts'
import { lastUserText } from '../../message-text.ts'

/** Cases to be written: how many, of what kind, with values for which variables, after which examples. */
export interface CasesTask {
  readonly count: number
  readonly kind: string
  readonly variables: readonly { readonly name: string; readonly isText: boolean }[]
  readonly withExpected: boolean
  readonly examples: readonly { readonly values: ReadonlyMap<string, string>; readonly expected: string }[]
}

/** More than these nobody asks for at once. */
const MOST = 200

const line = (text: string, label: string): string | null => new RegExp(String.raw`^${label}: (.+)$`, 'mu').exec(text)?.[1] ?? null

function listIn(text: string, label: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(line(text, label) ?? '[]')
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The schema under one name after the other. */
function schemaAt(schema: unknown, ...names: readonly string[]): Readonly<Record<string, unknown>> | null {
  let at: unknown = schema
  for (const name of names) at = isRecord(at) ? ownValue(at, name) : undefined
  return isRecord(at) ? at : null
}

/** What a request for test cases asks for: a schema of `cases` with `values`, and lines that say the rest. Null for any other request. */
export function readCasesTask({ format, messages }: ChatRequest): CasesTask | null {
  if (format.type !== 'json_schema') return null
  const one = schemaAt(format.schema, 'properties', 'cases', 'items', 'properties')
  const values = schemaAt(one, 'values', 'properties')
  const said = lastUserText(messages)
  const count = Number(line(said, 'Cases to write'))
  if (one === null || values === null || !Number.isInteger(count) || count < 1) return null
  const types = new Map(
    listIn(said, 'Variables').flatMap((variable) =>
      isRecord(variable) ? [[textOf(ownValue(variable, 'name')), textOf(ownValue(variable, 'type'))] as const] : [],
    ),
  )
  return {
    count: Math.min(count, MOST),
    kind: (line(said, 'Kind of cases') ?? '').toLowerCase(),
    variables: Object.keys(values).map((name) => ({ name, isText: (types.get(name) ?? 'text') === 'text' })),
    withExpected: ownValue(one, 'expected') !== undefined,
    examples: listIn(said, 'Examples').flatMap((example) => {
      const held = isRecord(example) ? ownValue(example, 'values') : undefined
      if (!isRecord(example) || !isRecord(held)) return []
      return [
        {
          values: new Map(Object.entries(held).map(([name, value]) => [name, textOf(value)])),
          expected: textOf(ownValue(example, 'expected')),
        },
      ]
    }),
  }
}

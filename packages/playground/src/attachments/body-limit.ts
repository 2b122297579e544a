import type { OpenAPISpec } from '../bindings.ts'

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})

/** What the service takes in one request, where its document says so: beside `x-vitrine`, on the operation that runs a prompt. Bytes as sent. */
export function bodyLimitOf(schema: OpenAPISpec | null): number | null {
  for (const path of Object.values(fieldsOf(schema?.['paths']))) {
    const operation = fieldsOf(fieldsOf(path)['post'])
    const most = fieldsOf(operation['x-vitrine-limits'])['max_body_bytes']
    if (typeof most === 'number' && Number.isFinite(most) && most > 0 && 'x-vitrine' in operation) return most
  }
  return null
}

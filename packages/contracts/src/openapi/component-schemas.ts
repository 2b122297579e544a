import { z } from 'zod'
import { documented } from '../schemas/documented.ts'
import type { JsonObject } from './open-api-document.ts'

const address = (id: string): string => `#/components/schemas/${id}`

/** A reference to the component of a schema. A schema without an id is no component: a fault of ours. */
export function componentRef(schema: z.ZodType): { readonly $ref: string } {
  const id = documented.get(schema)?.id
  if (id === undefined) throw new Error('a schema that the document refers to has no id')
  return { $ref: address(id) }
}

/** Every schema with an id, by its id. Requests and responses alike are described by what may be sent. */
export function componentSchemas(): Readonly<Record<string, JsonObject>> {
  const { schemas } = z.toJSONSchema(documented, { uri: address, metadata: documented, io: 'input', unrepresentable: 'any' })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => {
      // Inside a document a schema's own address would change what its references mean.
      const { $id: _address, $schema: _dialect, id: _id, ...rest } = schema
      return [id, rest]
    }),
  )
}

function* refsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, held] of Object.entries(value)) {
    if (key === '$ref' && typeof held === 'string') yield held
    else yield* refsIn(held)
  }
}

/** The schemas that something refers to, and those that they refer to in turn. */
export function referredFrom(root: unknown, schemas: Readonly<Record<string, JsonObject>>): Readonly<Record<string, JsonObject>> {
  const reached = new Map<string, JsonObject>()
  const visit = (value: unknown): void => {
    for (const ref of refsIn(value)) {
      const id = ref.slice(address('').length)
      const schema = schemas[id]
      if (schema === undefined || reached.has(id)) continue
      reached.set(id, schema)
      visit(schema)
    }
  }
  visit(root)
  return Object.fromEntries([...reached].toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
